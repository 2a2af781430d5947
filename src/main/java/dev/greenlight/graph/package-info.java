/**
 * Which migration needs which, what is unmet, what goes in circles.
 */
@NullMarked
package dev.greenlight.graph;

import org.jspecify.annotations.NullMarked;
