/**
 * The state of a database as immutable values: schemas, relations, types, routines, and where each came from.
 */
@NullMarked
package dev.greenlight.catalog;

import org.jspecify.annotations.NullMarked;
