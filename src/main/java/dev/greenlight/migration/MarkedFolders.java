package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for folders of files with marks. A tool refuses a file without them, so that one of the first few in a folder
 * tells for all.
 */
final class MarkedFolders {
    private static final int LOOKED_INTO = 3;

    private final MarkedLayout layout;
    private final Pattern name;
    private final Comparator<PlannedMigration> order;

    /** @param name of a migration's file; the first group is the version, if there is one, the second the description */
    MarkedFolders(MarkedLayout layout, Pattern name, Comparator<PlannedMigration> order) {
        this.layout = layout;
        this.name = name;
        this.order = order;
    }

    List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<Entry> named = scripts.stream()
                    .filter(entry -> name.matcher(entry.name()).matches())
                    .toList();
            if (!named.isEmpty() && (files.areTold() || areMarked(files, named))) {
                plans.add(new Plan(folder, layout, migrations(files, named), List.of()));
            }
        });
        return plans;
    }

    private boolean areMarked(FoundFiles files, List<Entry> named) {
        return named.stream()
                .limit(LOOKED_INTO)
                .anyMatch(entry -> !parts(files, entry).isEmpty());
    }

    private List<PlannedMigration> migrations(FoundFiles files, List<Entry> named) {
        return named.parallelStream()
                .flatMap(entry -> planned(files, entry))
                .sorted(order.thenComparing(PlannedMigration::direction))
                .toList();
    }

    private Stream<PlannedMigration> planned(FoundFiles files, Entry entry) {
        boolean down = parts(files, entry).stream().anyMatch(part -> part.direction() == Direction.DOWN);
        return down
                ? Stream.of(planned(entry, Direction.UP), planned(entry, Direction.DOWN))
                : Stream.of(planned(entry, Direction.UP));
    }

    private PlannedMigration planned(Entry entry, Direction direction) {
        Matcher matcher = name.matcher(entry.name());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(entry.path());
        }
        String version = Optional.ofNullable(matcher.group(1)).orElse("");
        return new PlannedMigration(entry, version, matcher.group(2).replace('_', ' '), direction);
    }

    /** None of a file that cannot be read. */
    private List<MarkedPart> parts(FoundFiles files, Entry entry) {
        return files.read(entry) instanceof SourceRead.Text text ? layout.parts(text.file()) : List.of();
    }
}
