/** Tests of how SQL is read; they write SQL and look at what comes of it. */
@NullMarked
package dev.greenlight.sql;

import org.jspecify.annotations.NullMarked;
