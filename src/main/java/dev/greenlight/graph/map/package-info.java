/** Who needs whom in a history, at one level of detail, ready to be drawn: which migrations, or which objects. */
@NullMarked
package dev.greenlight.graph.map;

import org.jspecify.annotations.NullMarked;
