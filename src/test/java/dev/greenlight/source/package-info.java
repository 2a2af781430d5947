/** Tests of texts, places in them, and trees of files. */
@NullMarked
package dev.greenlight.source;

import org.jspecify.annotations.NullMarked;
