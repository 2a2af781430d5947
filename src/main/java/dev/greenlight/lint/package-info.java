/** Reads, replays and judges a project: options in, one review out. The public API. */
@NullMarked
package dev.greenlight.lint;

import org.jspecify.annotations.NullMarked;
