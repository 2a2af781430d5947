package dev.greenlight.cli;

import dev.greenlight.graph.map.DependencyMap;
import dev.greenlight.lint.DependencyMaps;
import dev.greenlight.report.DependencyFormat;
import dev.greenlight.report.DependencyFormats;
import dev.greenlight.rule.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code greenlight graph}: draws which migrations, or which objects, need which. */
final class GraphCommand implements Command {
    private static final String LEVEL = "--level";
    private static final String FORMAT = "--format";
    private static final String FOCUS = "--focus";
    private static final String DEPTH = "--depth";
    /** What GitHub's Mermaid draws no more of (mermaid.js.org, maxEdges). */
    private static final int MOST_IN_MERMAID = 500;

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(name()).addOption(CommandLines.helpOption());
        spec.usageMessage()
                .description("Draws which migrations, or which objects, need which.")
                .footer(
                        "%nExamples:",
                        "  greenlight graph db/migrations",
                        "  greenlight graph --level object --focus orders --format svg db/migrations > orders.svg",
                        "  greenlight graph --base origin/main db/migrations");
        InputOptions.addTo(spec);
        ScopeOptions.addTo(spec);
        spec.addOption(InputOptions.option(LEVEL, "LEVEL")
                .description("What to draw: " + String.join(", ", levels()) + ". Default: " + levels().getFirst() + ".")
                .build());
        spec.addOption(InputOptions.option(FORMAT, "FORMAT")
                .description("How to draw it: " + String.join(", ", formats()) + ". Default: "
                        + formats().getFirst() + ".")
                .build());
        spec.addOption(InputOptions.option(FOCUS, "NAME")
                .description("Draw only what a migration or object of this name needs, and what needs it.")
                .build());
        spec.addOption(InputOptions.option(DEPTH, "N")
                .description("How far from there, or from what changed. Default: any way from " + FOCUS
                        + ", 1 from what changed.")
                .build());
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) {
        DependencyFormat format =
                format(arguments.matchedOptionValue(FORMAT, formats().getFirst()));
        DependencyMaps.Level level = level(arguments.matchedOptionValue(LEVEL, levels().getFirst()));
        int depth = depth(arguments.matchedOptionValue(DEPTH, ""), arguments.hasMatchedOption(FOCUS));
        ScopeChoice scope = ScopeOptions.of(arguments);
        DependencyMaps whole = ScopedRequest.run(
                InputOptions.of(arguments, terminal),
                scope,
                terminal,
                (request, configuration) -> DependencyMaps.of(request, level, depth));
        terminal.complain(whole.unreadable());
        DependencyMap map =
                focused(arguments.matchedOptionValue(FOCUS, ""), whole, depth).map();
        write(format.isPicture() ? map.reduced().connected().parted() : map, format, terminal);
        return whole.unreadable().isEmpty() ? ExitCode.CLEAN : ExitCode.USAGE;
    }

    private static DependencyMaps focused(String name, DependencyMaps whole, int depth) {
        if (name.isEmpty()) {
            return whole;
        }
        return whole.around(name, depth)
                .orElseThrow(() -> new UsageError(
                        FOCUS + " " + name + ": nothing here is called so" + Nearest.question(name, whole.names())));
    }

    private static int depth(String given, boolean focused) {
        if (given.isEmpty()) {
            return focused ? Integer.MAX_VALUE : 1;
        }
        try {
            int depth = Integer.parseInt(given);
            if (depth >= 0) {
                return depth;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new UsageError(DEPTH + " " + given + ": give a number, 0 or more");
    }

    private static List<String> levels() {
        return Arrays.stream(DependencyMaps.Level.values())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static DependencyMaps.Level level(String given) {
        int index = levels().indexOf(given);
        if (index < 0) {
            throw UsageError.unknown(LEVEL, given, "known levels", levels());
        }
        return DependencyMaps.Level.values()[index];
    }

    private static List<String> formats() {
        return DependencyFormats.all().stream().map(DependencyFormat::id).toList();
    }

    private static DependencyFormat format(String given) {
        return DependencyFormats.find(given)
                .orElseThrow(() -> UsageError.unknown(FORMAT, given, "known formats", formats()));
    }

    private static void write(DependencyMap map, DependencyFormat format, Terminal terminal) {
        if (map.links().size() > MOST_IN_MERMAID && format.id().equals("mermaid")) {
            terminal.complain("GitHub draws no more than " + MOST_IN_MERMAID + " arrows, and these are "
                    + map.links().size() + ": choose a part with " + FOCUS + ", or " + FORMAT + " svg");
        }
        terminal.print(out -> format.write(map, out));
    }
}
