package dev.greenlight.migration;

import dev.greenlight.migration.FlywayLocations.Location;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Flyway: versioned {@code V1_2__description.sql} in the order of their versions, each with its {@code U} undo, then
 * repeatable {@code R__description.sql} by description, in one or several folders and all below them (Flyway's
 * documentation, "Migrations" and "Locations"), with callbacks around them. Other prefixes, placeholders and the like are
 * taken from the project's configuration.
 *
 * <p>With {@code group} all that is pending runs in one transaction. Where it is not known what is pending, each file is
 * taken for a transaction of its own.
 */
final class FlywayLayout implements MigrationLayout {
    private static final String REFUSED =
            "Flyway refuses a script of which some statements cannot run in a transaction and others can, unless"
                    + " flyway.mixed is set";

    /** As its {@code PostgreSQLDatabase.getRawCreateScript} makes it. */
    private static final String HISTORY = """
            CREATE TABLE IF NOT EXISTS %s (
                installed_rank int PRIMARY KEY,
                version varchar(50),
                description varchar(200) NOT NULL,
                type varchar(20) NOT NULL,
                script varchar(1000) NOT NULL,
                checksum int,
                installed_by varchar(100) NOT NULL,
                installed_on timestamp NOT NULL DEFAULT now(),
                execution_time int NOT NULL,
                success boolean NOT NULL
            );
            """;

    private final FlywaySettings settings;
    /** By the path of the script. */
    private final Map<String, FlywayScript> scripts;

    FlywayLayout() {
        this(FlywaySettings.DEFAULT, Map.of());
    }

    private FlywayLayout(FlywaySettings settings, Map<String, FlywayScript> scripts) {
        this.settings = settings;
        this.scripts = scripts;
    }

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        return new FlywayLocations(files)
                .histories().stream().map(location -> plan(files, location)).toList();
    }

    private static Plan plan(FoundFiles files, Location location) {
        List<Entry> inside = files.all().stream()
                .filter(entry -> location.has(entry.folder()))
                .toList();
        FlywaySettings settings = location.project().settings();
        FlywayHistory history = new FlywayHistory(settings.naming(), inside);
        List<String> notes = new ArrayList<>(location.project().notes());
        notes.addAll(history.notes());
        return new Plan(
                Folders.common(location.folders()),
                new FlywayLayout(settings, scripts(files, inside)),
                history.migrations(),
                notes,
                history.skipped());
    }

    private static Map<String, FlywayScript> scripts(FoundFiles files, List<Entry> inside) {
        Map<String, FlywayScript> scripts = new HashMap<>();
        for (Entry entry : inside) {
            if (entry.name().endsWith(FlywayScript.SUFFIX) && files.read(entry) instanceof SourceRead.Text text) {
                String script = entry.path().substring(0, entry.path().length() - FlywayScript.SUFFIX.length());
                scripts.put(script, FlywayScript.parse(text.file().text()));
            }
        }
        return scripts;
    }

    /** Flyway makes its schemas and its table, and has the default schema come first in the search path. */
    @Override
    public boolean sharesTransaction() {
        return settings.isGrouped();
    }

    @Override
    public Optional<String> prelude() {
        StringBuilder sql = new StringBuilder();
        settings.schemas()
                .forEach(schema -> sql.append("CREATE SCHEMA IF NOT EXISTS ")
                        .append(quoted(schema))
                        .append(";\n"));
        settings.defaultSchema()
                .ifPresent(schema ->
                        sql.append("SET search_path = ").append(quoted(schema)).append(", \"$user\", public;\n"));
        return Optional.of(
                sql.append(HISTORY.formatted(quoted(settings.table()))).toString());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Without a default schema it is the connection's, which is {@code public} for all that is known. */
    @Override
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        if (!settings.replacesPlaceholders() || !script(planned).replacesPlaceholders()) {
            return Substitution.NONE;
        }
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(settings.placeholders());
        String own = "flyway" + settings.placeholderSeparator();
        byName.put(own + "defaultSchema", settings.defaultSchema().orElse("public"));
        byName.put(own + "filename", planned.file().name());
        byName.put(own + "table", settings.table());
        byName.putAll(given);
        return new TemplateSubstitution(settings.placeholderPrefix(), settings.placeholderSuffix(), byName);
    }

    private FlywayScript script(PlannedMigration planned) {
        return scripts.getOrDefault(planned.file().path(), FlywayScript.SILENT);
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        if (!settings.executesInTransaction()) {
            return Contents.whole(file, TransactionMode.NONE);
        }
        Optional<Boolean> told = script(planned).inTransaction();
        if (told.isPresent()) {
            return Contents.whole(file, told.get() ? TransactionMode.MIGRATION : TransactionMode.NONE);
        }
        return switch (FlywayTransaction.of(file)) {
            case TRANSACTION -> Contents.whole(file, TransactionMode.MIGRATION);
            case NO_TRANSACTION -> Contents.whole(file, TransactionMode.NONE);
            case REFUSED ->
                settings.isMixed()
                        ? Contents.whole(file, TransactionMode.NONE)
                        : Contents.whole(file, TransactionMode.MIGRATION, REFUSED);
        };
    }
}
