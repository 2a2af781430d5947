/** What is held to be true of PostgreSQL, asked of real servers. */
@NullMarked
package dev.greenlight.postgres;

import org.jspecify.annotations.NullMarked;
