/** In which order a history goes through, found by trying; or why it does in none. */
@NullMarked
package dev.greenlight.graph.order;

import org.jspecify.annotations.NullMarked;
