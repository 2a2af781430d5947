/** Tests of what queries and expressions name. */
@NullMarked
package dev.greenlight.sql.query;

import org.jspecify.annotations.NullMarked;
