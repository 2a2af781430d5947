package dev.greenlight.migration;

import dev.greenlight.migration.AtlasSum.Summed;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Atlas: {@code 20240131120000_title.sql} in one folder, by name as text ({@code LocalDir.Files}), told by its
 * {@code atlas.sum} or by an {@code atlas.hcl} above. Each file runs in a transaction, statement by statement, unless
 * its head says {@code atlas:txmode none} (Atlas' documentation, "Applying Schema Migrations"). A checkpoint stands for
 * what is before it on databases that have nothing yet; those that have run that pass over it, and so does this, unless
 * nothing is before it. An {@code atlas.sum} beside files of other tools leaves them to these.
 */
final class AtlasLayout implements MigrationLayout {
    private static final String SUM = "atlas.sum";

    @Override
    public String id() {
        return "atlas";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        AtlasProject project = new AtlasProject(files);
        List<Plan> plans = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> folder : files.sqlByFolder().entrySet()) {
            Entry sum = new Entry(Folders.resolve(folder.getKey(), SUM));
            if (files.areTold() || files.kind(sum.path()) == Kind.FILE || project.tells(folder.getKey())) {
                plans.add(plan(files, folder.getKey(), folder.getValue(), sum));
            }
        }
        return plans;
    }

    private Plan plan(FoundFiles files, String folder, List<Entry> scripts, Entry sum) {
        List<Entry> ordered =
                scripts.stream().sorted(Comparator.comparing(Entry::name)).toList();
        List<PlannedMigration> migrations = withoutCheckpoints(files, ordered).stream()
                .flatMap(entry -> planned(files, entry))
                .toList();
        return new Plan(
                folder, this, migrations, refusal(files, ordered, sum).stream().toList());
    }

    /** But with the last of those that have nothing else before them. */
    private static List<Entry> withoutCheckpoints(FoundFiles files, List<Entry> scripts) {
        List<Entry> kept = new ArrayList<>();
        boolean begun = false;
        for (Entry script : scripts) {
            boolean checkpoint = files.text(script)
                    .map(AtlasHead::of)
                    .filter(AtlasHead::isCheckpoint)
                    .isPresent();
            if (checkpoint && !begun) {
                kept.clear();
            }
            if (!checkpoint || !begun) {
                kept.add(script);
            }
            begun |= !checkpoint;
        }
        return kept;
    }

    private static Stream<PlannedMigration> planned(FoundFiles files, Entry entry) {
        boolean down = files.text(entry)
                .filter(text -> isArchive(AtlasHead.of(text)))
                .flatMap(text -> AtlasArchive.part(text, "down.sql"))
                .isPresent();
        return down
                ? Stream.of(planned(entry, Direction.UP), planned(entry, Direction.DOWN))
                : Stream.of(planned(entry, Direction.UP));
    }

    private static PlannedMigration planned(Entry entry, Direction direction) {
        String[] parts = entry.name().replaceFirst("\\.sql$", "").split("_", 2);
        return new PlannedMigration(entry, parts[0], parts.length == 1 ? "" : parts[1].replace('_', ' '), direction);
    }

    /** Why Atlas runs nothing of the folder; unknown if one of its files cannot be read. */
    private static Optional<String> refusal(FoundFiles files, List<Entry> scripts, Entry sum) {
        List<Summed> summed = scripts.stream()
                .flatMap(entry -> files.text(entry).map(text -> new Summed(entry.name(), text)).stream())
                .toList();
        if (files.kind(sum.path()) != Kind.FILE || summed.size() < scripts.size()) {
            return Optional.empty();
        }
        return files.text(sum)
                .flatMap(text -> AtlasSum.parse(text)
                        .map(parsed -> parsed.difference(summed))
                        .orElse(Optional.of("is not understood")))
                .map(difference -> "Atlas runs nothing until atlas migrate hash: " + sum.path() + " " + difference);
    }

    private static boolean isArchive(AtlasHead head) {
        return !head.values("txtar").isEmpty();
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        AtlasHead head = AtlasHead.of(file.text());
        TransactionMode mode =
                head.values("txmode").equals(List.of("none")) ? TransactionMode.NONE : TransactionMode.MIGRATION;
        Span all = new Span(0, file.text().length());
        Span part = isArchive(head)
                ? AtlasArchive.part(file.text(), planned.direction() == Direction.UP ? "migration.sql" : "down.sql")
                        .orElse(all)
                : all;
        return head.delimiter()
                .map(delimiter -> divided(file, delimiter, mode, notes(head)))
                .orElseGet(() -> new Contents(file, mode, List.of(new Section(null, part, mode)), notes(head)));
    }

    private static Contents divided(SourceFile file, String delimiter, TransactionMode mode, List<String> notes) {
        int start = file.text().indexOf('\n') + 1;
        SentSql sent = SentSql.of(null, file.text(), AtlasDelimiters.of(file.text(), delimiter, start));
        Span all = new Span(0, sent.text().length());
        List<Section> sections = mode == TransactionMode.NONE ? sent.strings() : List.of(new Section(null, all, mode));
        return new Contents(file.reading(sent.text()), mode, sections, notes);
    }

    private static List<String> notes(AtlasHead head) {
        List<String> modes = head.values("txmode");
        return modes.isEmpty() || modes.equals(List.of("none")) || modes.equals(List.of("file"))
                ? List.of()
                : List.of("Atlas refuses a file with atlas:txmode " + String.join(" and ", modes));
    }
}
