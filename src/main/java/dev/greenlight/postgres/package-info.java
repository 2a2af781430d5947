/**
 * What PostgreSQL is, as data: versions, names and their folding, lock modes and their conflicts, SQLSTATEs, built-in
 * types, casts and functions, what common extensions bring. Nothing here knows about a project.
 */
@NullMarked
package dev.greenlight.postgres;

import org.jspecify.annotations.NullMarked;
