/** Tests of texts, places in them, and trees of files. */
@NullMarked
package dev.greenlight.source.yaml;

import org.jspecify.annotations.NullMarked;
