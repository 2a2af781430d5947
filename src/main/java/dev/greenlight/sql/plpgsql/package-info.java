/**
 * The code of routines and DO blocks, read as PL/pgSQL reads it: its structure, and the SQL in it as statements and
 * expressions with their own places. Nothing is run here and no name is resolved.
 */
@NullMarked
package dev.greenlight.sql.plpgsql;

import org.jspecify.annotations.NullMarked;
