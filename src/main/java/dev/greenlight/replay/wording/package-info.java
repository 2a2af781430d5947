/** What a history says of the objects that it leaves, in words that the catalog does not keep, brought up to date. */
@NullMarked
package dev.greenlight.replay.wording;

import org.jspecify.annotations.NullMarked;
