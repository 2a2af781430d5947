package dev.greenlight.lint.baseline;

import dev.greenlight.source.SourceRead.Unreadable;

/** What came of reading a baseline: it, or why there is none. */
public sealed interface BaselineRead {

    record Known(Baseline baseline) implements BaselineRead {}

    record Broken(Unreadable problem) implements BaselineRead {}
}
