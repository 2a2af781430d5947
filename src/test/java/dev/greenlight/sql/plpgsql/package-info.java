@NullMarked
package dev.greenlight.sql.plpgsql;

import org.jspecify.annotations.NullMarked;
