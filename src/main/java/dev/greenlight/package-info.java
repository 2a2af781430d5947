/** Greenlight: what PostgreSQL would do with each statement of a project's migrations. */
@NullMarked
package dev.greenlight;

import org.jspecify.annotations.NullMarked;
