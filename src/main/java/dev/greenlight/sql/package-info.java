/** SQL as PostgreSQL reads it: a text's tokens, its statements, and the syntax tree of each. */
@NullMarked
package dev.greenlight.sql;

import org.jspecify.annotations.NullMarked;
