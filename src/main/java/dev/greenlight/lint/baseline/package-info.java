/** The findings that a project had when it began to lint, kept in a file. The only package here that knows Jackson. */
@NullMarked
package dev.greenlight.lint.baseline;

import org.jspecify.annotations.NullMarked;
