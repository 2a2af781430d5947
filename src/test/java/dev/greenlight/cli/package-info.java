/** Tests of the command line. */
@NullMarked
package dev.greenlight.cli;

import org.jspecify.annotations.NullMarked;
