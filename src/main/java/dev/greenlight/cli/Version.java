package dev.greenlight.cli;

import java.util.Objects;

/** Greenlight's own version, as the jar's manifest says it. */
final class Version {
    static final String OF_THIS_BUILD =
            Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "0.0.0-development");

    private Version() {}
}
