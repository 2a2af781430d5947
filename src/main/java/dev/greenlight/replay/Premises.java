package dev.greenlight.replay;

import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one pass over a history takes for granted, and a record of what it did assume, in order of first use.
 *
 * <p>In an open history a relation or type that no migration makes, now or later, is assumed to be there. Schemas,
 * roles and extensions that no migration makes are assumed in both, and so is what is in such a schema unless the
 * history itself makes tables in it.
 */
final class Premises {
    private static final int SHOWN = 10;

    private final ReplayOptions options;
    private final Foreknowledge foreknowledge;
    private final boolean open;
    private final Set<QualifiedName> made;
    private final Set<String> lines = new LinkedHashSet<>();
    private final Set<QualifiedName> relations = new LinkedHashSet<>();

    private Premises(ReplayOptions options, Foreknowledge foreknowledge, boolean open, Set<QualifiedName> made) {
        this.options = options;
        this.foreknowledge = foreknowledge;
        this.open = open;
        this.made = made;
    }

    static Premises closed(ReplayOptions options, Foreknowledge foreknowledge) {
        return new Premises(options, foreknowledge, false, Set.of());
    }

    /**
     * @param made every relation and type that the history makes at some time
     */
    static Premises open(ReplayOptions options, Foreknowledge foreknowledge, Set<QualifiedName> made) {
        return new Premises(options, foreknowledge, true, made);
    }

    /** The same, for what is only tried: what that assumes is not told. */
    Premises unheard() {
        return new Premises(options, foreknowledge, open, made);
    }

    boolean isOpen() {
        return open;
    }

    PostgresVersion version() {
        return options.version();
    }

    ReplayOptions options() {
        return options;
    }

    Foreknowledge foreknowledge() {
        return foreknowledge;
    }

    /**
     * Whether a relation or type that is not there may be assumed.
     *
     * @param qualified whether its schema is written
     * @param candidates the names under which it may be
     */
    boolean assumes(boolean qualified, Collection<QualifiedName> candidates) {
        return qualified && candidates.stream().anyMatch(this::isInForeignSchema)
                || open && candidates.stream().noneMatch(made::contains);
    }

    private boolean isInForeignSchema(QualifiedName name) {
        return isForeignSchema(name.schema()) && !foreknowledge.populatesSchema(name.schema());
    }

    /** Whether somebody else makes a schema of this name. */
    boolean isForeignSchema(String schema) {
        return !schema.equals("public") && !schema.equals("pg_temp") && !foreknowledge.makesSchema(schema);
    }

    /** Keeps a line for the report, once. */
    void note(String line) {
        lines.add(line);
    }

    void noteSchema(String schema) {
        note("no migration makes the schema " + schema + ": it is assumed");
    }

    void noteExtension(String extension) {
        note("no migration makes the extension " + extension + ": it is assumed");
    }

    void noteRelation(QualifiedName name) {
        if (open && !isInForeignSchema(name)) {
            relations.add(name);
        }
    }

    /** The lines, the one on an open history first. */
    List<String> assumptions() {
        List<String> all = new ArrayList<>();
        if (!relations.isEmpty()) {
            all.add(relationsLine());
        }
        all.addAll(lines);
        return List.copyOf(all);
    }

    private String relationsLine() {
        List<String> names =
                relations.stream().limit(SHOWN).map(QualifiedName::display).toList();
        int more = relations.size() - names.size();
        return "names that no migration makes are assumed: " + String.join(", ", names)
                + (more > 0 ? " and " + more + " more" : "");
    }
}
