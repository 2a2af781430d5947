/**
 * {@code greenlight.yml}: where it is looked for, what may stand in it, and what a run makes of it and the command line.
 */
@NullMarked
package dev.greenlight.lint.config;

import org.jspecify.annotations.NullMarked;
