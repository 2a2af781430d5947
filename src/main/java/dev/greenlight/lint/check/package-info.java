/** What {@code greenlight check} says of the schema that migrations leave. */
@NullMarked
package dev.greenlight.lint.check;

import org.jspecify.annotations.NullMarked;
