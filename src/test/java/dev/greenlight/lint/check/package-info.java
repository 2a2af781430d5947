@NullMarked
package dev.greenlight.lint.check;

import org.jspecify.annotations.NullMarked;
