package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * node-pg-migrate: {@code 1706702400000_title.sql} in one folder, by number, with {@code -- Up Migration} and perhaps
 * {@code -- Down Migration} in it, or a file for each way, which its loader {@code sql} reads (its documentation,
 * "Migrations"). Each way is sent as one query. All that is pending runs in one transaction ({@code runner} with
 * {@code singleTransaction}, which its command line sets, and its programming interface, which alone has that loader,
 * does not). Which files are pending is not known of a whole history: each is a transaction of its own, as with Drizzle.
 */
final class NodePgMigrateLayout implements MigrationLayout {
    private static final Pattern NOT_SQL = Pattern.compile("[0-9]+.*(?<!\\.d)\\.[cm]?[jt]s");
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(
                    PlannedMigration::file, NodePgMigrateName.ORDER)
            .thenComparing(PlannedMigration::direction);

    private final boolean sharesTransaction;

    NodePgMigrateLayout() {
        this(true);
    }

    private NodePgMigrateLayout(boolean sharesTransaction) {
        this.sharesTransaction = sharesTransaction;
    }

    @Override
    public String id() {
        return "node-pg-migrate";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        NodePgMigrateTraces traces = new NodePgMigrateTraces(files);
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<Entry> named = scripts.stream()
                    .filter(entry -> NodePgMigrateName.parse(entry.name()).isPresent())
                    .toList();
            if (!named.isEmpty() && (files.areTold() || traces.in(folder, named))) {
                plans.add(plan(files, folder, named, traces.sharesTransaction(folder)));
            }
        });
        return plans;
    }

    private static Plan plan(FoundFiles files, String folder, List<Entry> named, boolean shares) {
        List<PlannedMigration> migrations = named.parallelStream()
                .flatMap(entry -> planned(files, entry))
                .sorted(ORDER)
                .toList();
        List<Entry> inside = files.all().stream()
                .filter(entry -> entry.folder().equals(folder))
                .toList();
        List<String> notes = Notes.notSql(inside, NOT_SQL).stream().toList();
        boolean pairs = named.stream().anyMatch(NodePgMigrateName::isOneWay);
        return new Plan(folder, new NodePgMigrateLayout(shares && !pairs), migrations, notes);
    }

    private static Stream<PlannedMigration> planned(FoundFiles files, Entry entry) {
        return NodePgMigrateName.parse(entry.name()).stream()
                .flatMap(name -> directions(files, entry, name)
                        .map(direction -> new PlannedMigration(entry, name.prefix(), name.title(), direction)));
    }

    private static Stream<Direction> directions(FoundFiles files, Entry entry, NodePgMigrateName name) {
        if (name.oneWay().isPresent()) {
            return name.oneWay().stream();
        }
        boolean down = files.read(entry) instanceof SourceRead.Text text
                && NodePgMigrateScript.of(text.file()).down().isPresent();
        return down ? Stream.of(Direction.UP, Direction.DOWN) : Stream.of(Direction.UP);
    }

    private static List<String> notes(PlannedMigration planned, NodePgMigrateScript script) {
        boolean both = script.down().filter(script.up()::contains).isPresent();
        return both && planned.direction() == Direction.UP
                ? List.of("node-pg-migrate runs all of it up, also what goes down: it has no -- Up Migration")
                : List.of();
    }

    @Override
    public boolean sharesTransaction() {
        return sharesTransaction;
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        if (NodePgMigrateName.isOneWay(planned.file())) {
            return Contents.whole(file, TransactionMode.MIGRATION);
        }
        NodePgMigrateScript script = NodePgMigrateScript.of(file);
        Optional<Span> part = planned.direction() == Direction.DOWN ? script.down() : Optional.of(script.up());
        List<Section> sections = part.stream()
                .map(span -> new Section(null, span, TransactionMode.MIGRATION))
                .toList();
        return new Contents(file, TransactionMode.MIGRATION, sections, notes(planned, script));
    }
}
