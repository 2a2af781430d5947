/** Which forms of a statement came with which version of PostgreSQL: those that not every modelled version has. */
@NullMarked
package dev.greenlight.sql.feature;

import org.jspecify.annotations.NullMarked;
