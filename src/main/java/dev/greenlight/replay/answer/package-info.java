/**
 * What expressions and queries of code are worth: constants are folded, and questions on the catalog are answered as far
 * as it is known. A part of the replay; what it may know of the database is its {@link Sight}.
 */
@NullMarked
package dev.greenlight.replay.answer;

import org.jspecify.annotations.NullMarked;
