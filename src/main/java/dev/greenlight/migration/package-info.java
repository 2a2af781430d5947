/**
 * A folder as its migration tool sees it: which files it would run, in which order, in which direction and in which
 * transactions.
 */
@NullMarked
package dev.greenlight.migration;

import org.jspecify.annotations.NullMarked;
