/**
 * What queries, data-modifying statements and expressions name: relations, columns, functions and types, and in which
 * scope. Nothing is resolved against a catalog here. This is the only room that knows JSqlParser, and it loads it only
 * for a query.
 */
@NullMarked
package dev.greenlight.sql.query;

import org.jspecify.annotations.NullMarked;
