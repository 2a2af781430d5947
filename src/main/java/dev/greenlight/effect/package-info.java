/**
 * What a step does to a live database: what it locks, how long it works, what is lost.
 */
@NullMarked
package dev.greenlight.effect;

import org.jspecify.annotations.NullMarked;
