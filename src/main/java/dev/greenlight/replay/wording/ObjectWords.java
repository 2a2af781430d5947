package dev.greenlight.replay.wording;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements that made what the catalog keeps by its name alone, or not at all: operators, casts and their kin. Of
 * what got another name later only that is known.
 */
final class ObjectWords {
    /** What belongs to the whole server, and what a script cannot make by itself: a subscription connects. */
    private static final Set<String> ELSEWHERE = Set.of("ROLE", "SUBSCRIPTION");

    private final PastSteps steps;
    private final LastText texts;
    private final LastNames names;
    private final Map<String, Wordings.Made> made = new LinkedHashMap<>();
    private final List<String> lost = new ArrayList<>();

    ObjectWords(PastSteps steps, LastText texts, LastNames names) {
        this.steps = steps;
        this.texts = texts;
        this.names = names;
        steps.all().forEach(this::add);
        names.catalog().objects().forEach(this::requireFound);
    }

    List<Wordings.Made> made() {
        return List.copyOf(made.values());
    }

    List<String> lost() {
        return lost;
    }

    private void add(PastStep past) {
        switch (past.statement()) {
            case OperatorStatement.CreateOperator create ->
                nameless(
                        past,
                        "operator " + past.text(create.name().span()) + " " + operand(create, "leftarg") + " "
                                + operand(create, "rightarg"));
            case CastStatement.CreateCast create ->
                nameless(
                        past,
                        "cast "
                                + past.text(create.source()
                                        .span()
                                        .cover(create.target().span())));
            case CastStatement.CreateTransform create ->
                nameless(
                        past,
                        "transform for "
                                + past.text(create.type()
                                        .span()
                                        .cover(create.language().span())));
            case ObjectStatement.Drop drop -> dropped(past, drop);
            case Statement ignored -> newObjects(past).forEach(object -> put(past, object));
        }
    }

    /** Of what is not in the catalog it is not known whether it fails. */
    private void nameless(PastStep past, String object) {
        if (!past.step().operations().isEmpty()) {
            String key = key(object);
            made.remove(key);
            made.put(
                    key,
                    new Wordings.Made(key, null, texts.of(past, past.statement().span())));
        }
    }

    private static String operand(OperatorStatement.CreateOperator create, String side) {
        return Setting.find(create.options(), side).map(Setting::text).orElse("none");
    }

    /** Where it is not certain which one goes, all go that may, and that is said. */
    private void dropped(PastStep past, ObjectStatement.Drop drop) {
        String type = drop.type().words().toLowerCase(Locale.ROOT) + " ";
        for (ObjectStatement.DropTarget target : drop.targets()) {
            String key = key(type + past.text(target.name().span()));
            if (drop.type() == ObjectType.OPERATOR && made.remove(key) == null) {
                String name = key.split(" ", 3)[1];
                boolean several = made.keySet().removeIf(other -> other.startsWith("operator " + name + " "));
                if (several) {
                    lost.add("operator " + name + ": it was not certain which one of them was dropped");
                }
            }
            made.remove(key);
        }
    }

    /** However it is written. */
    private static String key(String object) {
        return object.toLowerCase(Locale.ROOT).replaceAll("[()\\s,.]+", " ").strip();
    }

    private static List<NamedObject> newObjects(PastStep past) {
        if (past.step().before().objects() == past.step().after().objects()) {
            return List.of();
        }
        return past.step().after().objects().stream()
                .filter(object -> !past.step().before().objects().contains(object))
                .toList();
    }

    private void put(PastStep past, NamedObject object) {
        if (!names.catalog().objects().contains(object)
                || ELSEWHERE.contains(object.kind().name())) {
            return;
        }
        Span span = past.statement().span();
        Optional<String> text = texts.whole(past, span);
        made.remove(words(object));
        if (past.statement() instanceof ObjectStatement || text.isEmpty()) {
            return;
        }
        made.put(words(object), new Wordings.Made(words(object), missing(object), text.get()));
    }

    private void requireFound(NamedObject object) {
        if (!made.containsKey(words(object)) && !object.kind().name().equals("ROLE")) {
            lost.add(words(object) + ": its definition could not be followed to the end");
        }
    }

    static String words(NamedObject object) {
        QualifiedName name = object.name();
        String written = name.schema().isEmpty() ? Identifiers.quote(name.name()) : Identifiers.quote(name);
        String within = object.within().isEmpty() ? "" : " (" + object.within() + ")";
        return object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + written + within;
    }

    /** Where it is in the system's catalogs (manual 53); null where a name alone does not tell. */
    private static @Nullable String missing(NamedObject object) {
        return switch (object.kind().name()) {
            case "COLLATION" -> inSchema(object, "pg_collation", "coll");
            case "CONVERSION" -> inSchema(object, "pg_conversion", "con");
            case "STATISTICS" -> inSchema(object, "pg_statistic_ext", "stx");
            case "TEXT_SEARCH_CONFIGURATION" -> inSchema(object, "pg_ts_config", "cfg");
            case "TEXT_SEARCH_DICTIONARY" -> inSchema(object, "pg_ts_dict", "dict");
            case "TEXT_SEARCH_PARSER" -> inSchema(object, "pg_ts_parser", "prs");
            case "TEXT_SEARCH_TEMPLATE" -> inSchema(object, "pg_ts_template", "tmpl");
            case "ACCESS_METHOD" -> named(object, "pg_am", "amname");
            case "EVENT_TRIGGER" -> named(object, "pg_event_trigger", "evtname");
            case "FOREIGN_DATA_WRAPPER" -> named(object, "pg_foreign_data_wrapper", "fdwname");
            case "LANGUAGE" -> named(object, "pg_language", "lanname");
            case "PUBLICATION" -> named(object, "pg_publication", "pubname");
            case "SERVER" -> named(object, "pg_foreign_server", "srvname");
            default -> null;
        };
    }

    private static String named(NamedObject object, String catalog, String column) {
        return "NOT EXISTS (SELECT FROM pg_catalog." + catalog + " WHERE " + column + " = "
                + literal(object.name().name()) + ")";
    }

    private static String inSchema(NamedObject object, String catalog, String prefix) {
        return "NOT EXISTS (SELECT FROM pg_catalog." + catalog + " WHERE " + prefix + "name = "
                + literal(object.name().name()) + " AND " + prefix + "namespace = "
                + literal(Identifiers.quote(object.name().schema())) + "::regnamespace)";
    }

    private static String literal(String text) {
        return Wordings.literal(text);
    }
}
