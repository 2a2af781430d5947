package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.StringConstant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a history has said of its objects in words that the catalog does not keep. All names in it are those that the
 * objects have at the end.
 *
 * @param catalog the one at the end, the expressions in it with those names too
 * @param tables by oid
 * @param views by oid
 * @param sequences the options of those that belong to no identity column, by oid; empty where there are none
 * @param constraints what belongs to a constraint beside its definition, by its origin
 * @param statements the whole statement that made a routine, trigger, rule, policy or type, by its origin
 * @param ofExtensions the origins of what extensions bring
 * @param domains the checks of domains
 * @param objects what made objects of which the catalog keeps the name alone, in order
 * @param changes statements that changed what was made, in order
 * @param comments in order
 * @param lost what cannot be printed, one line each
 */
public record Wordings(
        Catalog catalog,
        Map<Long, OfTable> tables,
        Map<Long, OfView> views,
        Map<Long, String> sequences,
        Map<Origin, OfConstraint> constraints,
        Map<Origin, String> statements,
        Set<Origin> ofExtensions,
        Map<QualifiedName, Map<String, String>> domains,
        List<Made> objects,
        List<Change> changes,
        List<Comment> comments,
        List<String> lost) {
    public Wordings {
        objects = List.copyOf(objects);
        changes = List.copyOf(changes);
        comments = List.copyOf(comments);
        lost = List.copyOf(lost);
    }

    /**
     * @param partitionBy such as {@code RANGE (made)}
     * @param bound such as {@code FOR VALUES IN (1)}
     * @param method the access method
     * @param parameters of storage, in parentheses
     * @param server of a foreign table
     * @param options of a foreign table, in parentheses
     * @param collations of columns, by number
     * @param columnOptions of a foreign table's columns in parentheses, by number
     * @param identities the options of identity columns' sequences, by the column's number
     */
    public record OfTable(
            @Nullable String partitionBy,
            @Nullable String bound,
            @Nullable String method,
            @Nullable String parameters,
            @Nullable String server,
            @Nullable String options,
            Map<Integer, String> collations,
            Map<Integer, String> columnOptions,
            Map<Integer, String> identities) {
        static final OfTable NOTHING = new OfTable(null, null, null, null, null, null, Map.of(), Map.of(), Map.of());
    }

    /**
     * @param query as written
     * @param recursion what the query calls the view itself, where it does
     * @param options in parentheses
     * @param filled whether a materialized view has rows
     */
    public record OfView(
            String query,
            @Nullable String recursion,
            @Nullable String options,
            boolean filled) {}

    /**
     * @param match {@code  MATCH FULL} of a foreign key, or nothing
     * @param setOnDelete the columns that ON DELETE sets, or nothing for all
     * @param attributes what stands behind all else
     * @param parameters of the index of a key, in parentheses, or nothing
     */
    public record OfConstraint(String match, String setOnDelete, String attributes, String parameters) {
        static final OfConstraint NOTHING = new OfConstraint("", "", "", "");
    }

    /**
     * A statement that made something.
     *
     * @param object what it made, such as {@code publication changes}
     * @param missing a condition that holds where it is not there; null where none can tell
     */
    public record Made(String object, @Nullable String missing, String text) {}

    /**
     * A statement that changed something.
     *
     * @param relation the oid of the relation that it is about; 0 for none
     * @param repeatable whether it says the same again, and else fails
     */
    public record Change(long relation, String text, boolean repeatable) {}

    /**
     * A comment that is still there.
     *
     * @param relation the oid of the relation that it is about or on; 0 for none
     * @param object such as {@code COLUMN public.orders.total}
     * @param text a literal
     */
    public record Comment(long relation, String object, String text) {}

    /** A string as SQL; without backslashes that mean something, whatever the session is set to (manual 4.1.2.1). */
    public static String literal(String text) {
        String quoted = StringConstant.of(text);
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    OfTable table(long oid) {
        return tables.getOrDefault(oid, OfTable.NOTHING);
    }

    Optional<OfView> view(long oid) {
        return Optional.ofNullable(views.get(oid));
    }

    /** Whether the history made it, and it is neither assumed nor of an extension. */
    boolean isMade(@Nullable Origin origin) {
        return origin != null && !ofExtensions.contains(origin);
    }

    OfConstraint constraint(@Nullable Origin origin) {
        return origin == null ? OfConstraint.NOTHING : constraints.getOrDefault(origin, OfConstraint.NOTHING);
    }

    Optional<String> statement(@Nullable Origin origin) {
        return Optional.ofNullable(origin).map(statements::get);
    }
}
