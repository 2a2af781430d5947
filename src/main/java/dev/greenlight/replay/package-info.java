/**
 * Runs statements on a catalog as PostgreSQL would. The only place where names are resolved.
 */
@NullMarked
package dev.greenlight.replay;

import org.jspecify.annotations.NullMarked;
