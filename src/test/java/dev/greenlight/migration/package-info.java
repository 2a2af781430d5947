/** Migrations as their tools would run them. */
@NullMarked
package dev.greenlight.migration;

import org.jspecify.annotations.NullMarked;
