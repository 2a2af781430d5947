package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.difference.CatalogDifference;
import dev.greenlight.lint.difference.CatalogDifference.Difference;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Certainty;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Nearest;
import dev.greenlight.source.SourceRead.Unreadable;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What differs between what the histories of a project leave together and what a dump shows. */
final class DumpDrift {
    private final List<PredictedCatalog> histories;
    private final PredictedCatalog dump;
    private final String path;

    DumpDrift(List<PredictedCatalog> histories, PredictedCatalog dump, String path) {
        this.histories = histories;
        this.dump = dump;
        this.path = path;
    }

    /** Where the file makes nothing, it is none of a schema. */
    Optional<Unreadable> problem() {
        boolean nothing = dump.catalog().relations().isEmpty()
                && dump.catalog().types().isEmpty()
                && dump.catalog().routines().findAny().isEmpty();
        return nothing
                ? Optional.of(new Unreadable(
                        path, 1, "nothing in it makes a schema", "name a schema.prisma, Drizzle's meta, or a dump"))
                : Optional.empty();
    }

    List<Recommendation> look() {
        List<Difference> all = CatalogDifference.of(histories, dump).differences();
        return all.stream()
                .filter(each -> !ToolTables.has(each.object()) && !isPart(each, all) && isCertain(each.object()))
                .map(each -> recommendation(each, all))
                .toList();
    }

    /** With a table that only one side has goes all that is on it. */
    private static boolean isPart(Difference difference, List<Difference> all) {
        return all.stream()
                .filter(each -> isOnOneSide(each) && !each.equals(difference))
                .anyMatch(each -> isOf(difference.object(), each.object()));
    }

    private static boolean isOnOneSide(Difference difference) {
        return difference.first() == null || difference.second() == null;
    }

    private static boolean isOf(String part, String whole) {
        String name = whole.substring(whole.indexOf(' ') + 1);
        String owner = whole.startsWith("table ") || whole.contains("view ") ? name : "";
        return !owner.isEmpty()
                        && (part.endsWith(" of " + owner)
                                || part.endsWith(" on " + owner)
                                || part.startsWith("column " + owner + "."))
                || part.startsWith("comment on ") && part.contains(name);
    }

    /** Names of parts are the last word of what is told of. */
    private boolean isCertain(String object) {
        String name = object.replaceFirst(" (?:of|on) .*", "")
                .replaceFirst(".*[ .]", "")
                .replace("\"", "");
        QualifiedName bare = new QualifiedName("", name);
        return Stream.concat(histories.stream(), Stream.of(dump))
                .map(state -> state.run().certainty())
                .allMatch(certainty -> isCertain(certainty, type(object), bare));
    }

    private static boolean isCertain(Certainty certainty, @Nullable ObjectType type, QualifiedName name) {
        return type == null || certainty.isOf(type, name);
    }

    private static @Nullable ObjectType type(String object) {
        return switch (object.replaceFirst(" .*", "")) {
            case "table", "view", "materialized" -> ObjectType.TABLE;
            case "column" -> ObjectType.COLUMN;
            case "index" -> ObjectType.INDEX;
            case "constraint" -> ObjectType.CONSTRAINT;
            case "trigger" -> ObjectType.TRIGGER;
            case "policy" -> ObjectType.POLICY;
            case "type", "domain" -> ObjectType.TYPE;
            case "sequence" -> ObjectType.SEQUENCE;
            case "function", "procedure", "aggregate" -> ObjectType.FUNCTION;
            default -> null;
        };
    }

    private Recommendation recommendation(Difference difference, List<Difference> all) {
        String object = difference.object();
        Level level = object.startsWith("comment on ") ? Level.NOTE : Level.YELLOW;
        if (difference.first() == null) {
            String hint = nearest(object, all, each -> each.second() == null);
            String remedy = "write the migration that makes it" + hint;
            String message = path + " has it, and no migration makes it";
            return new Recommendation(Sides.CHECK, level, object, difference.secondOrigin(), message, remedy);
        }
        if (difference.second() == null) {
            String hint = nearest(object, all, each -> each.first() == null);
            String remedy = "make a new dump, or write the migration that drops it" + hint;
            String message = "the migrations leave it, and " + path + " does not have it";
            return new Recommendation(Sides.CHECK, level, object, difference.firstOrigin(), message, remedy);
        }
        return differs(difference, level);
    }

    private Recommendation differs(Difference difference, Level level) {
        Origin shown = difference.secondOrigin();
        String message = "the migrations leave it " + Sides.line(String.valueOf(difference.first())) + ", and it is "
                + Sides.line(String.valueOf(difference.second())) + " in " + (shown == null ? path : shown.toString());
        return new Recommendation(
                Sides.CHECK,
                level,
                difference.object(),
                difference.firstOrigin(),
                message,
                "write the migration that changes it, or make a new dump");
    }

    private static String nearest(String object, List<Difference> all, Predicate<Difference> missing) {
        String kind = object.substring(0, object.indexOf(' ') + 1);
        return Nearest.question(
                object.substring(kind.length()),
                all.stream()
                        .filter(missing)
                        .map(Difference::object)
                        .filter(other -> other.startsWith(kind))
                        .map(other -> other.substring(kind.length()))
                        .toList());
    }
}
