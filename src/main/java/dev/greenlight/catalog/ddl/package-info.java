/** How a catalog is written as text: the words that PostgreSQL's own functions have for what is in it. */
@NullMarked
package dev.greenlight.catalog.ddl;

import org.jspecify.annotations.NullMarked;
