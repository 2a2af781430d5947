/** Effects predicted and observed. */
@NullMarked
package dev.greenlight.effect;

import org.jspecify.annotations.NullMarked;
