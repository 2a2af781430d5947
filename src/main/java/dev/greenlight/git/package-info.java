/**
 * What a repository knows about the files: where it begins.
 */
@NullMarked
package dev.greenlight.git;

import org.jspecify.annotations.NullMarked;
