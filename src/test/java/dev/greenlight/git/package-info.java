/** Tests of what is known about repositories. */
@NullMarked
package dev.greenlight.git;

import org.jspecify.annotations.NullMarked;
