@NullMarked
package dev.greenlight.sql.feature;

import org.jspecify.annotations.NullMarked;
