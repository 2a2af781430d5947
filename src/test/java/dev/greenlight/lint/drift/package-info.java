@NullMarked
package dev.greenlight.lint.drift;

import org.jspecify.annotations.NullMarked;
