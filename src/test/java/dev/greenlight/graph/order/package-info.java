@NullMarked
package dev.greenlight.graph.order;

import org.jspecify.annotations.NullMarked;
