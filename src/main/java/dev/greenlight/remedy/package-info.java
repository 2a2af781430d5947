/**
 * The way back and the safe way: undo, and how to write a statement so that it does no harm.
 */
@NullMarked
package dev.greenlight.remedy;

import org.jspecify.annotations.NullMarked;
