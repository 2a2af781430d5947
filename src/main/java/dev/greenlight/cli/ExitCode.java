package dev.greenlight.cli;

/** How a run ended, in numbers that scripts rely on. */
final class ExitCode {
    /** Nothing at or above the threshold. */
    static final int CLEAN = 0;

    static final int FINDINGS = 1;

    /** Wrong usage, input that could not be read or output that could not be written. */
    static final int USAGE = 2;

    /** A mistake of Greenlight's own. */
    static final int BUG = 3;

    private ExitCode() {}
}
