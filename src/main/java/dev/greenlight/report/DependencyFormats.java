package dev.greenlight.report;

import java.util.List;
import java.util.Optional;

/** The formats there are for dependencies. */
public final class DependencyFormats {
    private static final List<DependencyFormat> ALL =
            List.of(new MermaidFormat(), new DotFormat(), new SvgFormat(), new JsonDependencyFormat());

    private DependencyFormats() {}

    /** All, the default first. */
    public static List<DependencyFormat> all() {
        return ALL;
    }

    public static Optional<DependencyFormat> find(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
