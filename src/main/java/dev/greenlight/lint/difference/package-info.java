/** What differs between two states of a database. */
@NullMarked
package dev.greenlight.lint.difference;

import org.jspecify.annotations.NullMarked;
