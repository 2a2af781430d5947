/** Prisma's schema language, and what its migration engine makes of a schema on PostgreSQL. */
@NullMarked
package dev.greenlight.lint.truth.prisma;

import org.jspecify.annotations.NullMarked;
