@NullMarked
package dev.greenlight.graph.map;

import org.jspecify.annotations.NullMarked;
