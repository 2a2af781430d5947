/** Tests of the file that keeps the findings of the first day. */
@NullMarked
package dev.greenlight.lint.baseline;

import org.jspecify.annotations.NullMarked;
