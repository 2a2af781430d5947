/** What differs between the schema that migrations leave and the one that a source of truth declares. */
@NullMarked
package dev.greenlight.lint.drift;

import org.jspecify.annotations.NullMarked;
