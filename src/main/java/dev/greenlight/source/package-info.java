/** Texts as they were read, places in them, changes to them, and the trees of files they come from. */
@NullMarked
package dev.greenlight.source;

import org.jspecify.annotations.NullMarked;
