/** What a project's source of truth declares of the schema: the files that its tool writes migrations from, or a dump. */
@NullMarked
package dev.greenlight.lint.truth;

import org.jspecify.annotations.NullMarked;
