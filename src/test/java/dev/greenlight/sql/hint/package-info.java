@NullMarked
package dev.greenlight.sql.hint;

import org.jspecify.annotations.NullMarked;
