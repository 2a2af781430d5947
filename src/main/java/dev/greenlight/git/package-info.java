/**
 * What a repository knows about the files: where it begins, what is in its commits and its index, what changed.
 */
@NullMarked
package dev.greenlight.git;

import org.jspecify.annotations.NullMarked;
