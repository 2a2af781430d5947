@NullMarked
package dev.greenlight.lint.config;

import org.jspecify.annotations.NullMarked;
