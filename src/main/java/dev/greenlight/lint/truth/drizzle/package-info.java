/** The snapshots that drizzle-kit keeps beside its migrations, and what they make on PostgreSQL. */
@NullMarked
package dev.greenlight.lint.truth.drizzle;

import org.jspecify.annotations.NullMarked;
