/** Real PostgreSQL servers for tests: they decide who is right. */
@NullMarked
package dev.greenlight.oracle;

import org.jspecify.annotations.NullMarked;
