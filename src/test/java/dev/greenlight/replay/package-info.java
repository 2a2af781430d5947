/** Tests of the replay: SQL in, outcomes and catalogs out. */
@NullMarked
package dev.greenlight.replay;

import org.jspecify.annotations.NullMarked;
