package dev.greenlight.replay.answer;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions that ask for the session and for the catalog (manual 9.27). */
final class CatalogFunctions {
    private static final BigDecimal MINORS = BigDecimal.valueOf(10_000);

    private final Sight sight;
    private final ObjectNames names;

    CatalogFunctions(Sight sight, ObjectNames names) {
        this.sight = sight;
        this.names = names;
    }

    Datum call(String function, List<Datum> arguments, Span span) {
        for (Datum argument : arguments) {
            if (argument instanceof Datum.Unknown unknown) {
                return new Datum.Unknown(unknown.reason());
            }
        }
        return switch (function) {
            case "to_regclass" -> find(Datum.Category.RELATION, arguments);
            case "to_regtype" -> find(Datum.Category.TYPE, arguments);
            case "to_regnamespace" -> find(Datum.Category.SCHEMA, arguments);
            case "to_regproc" -> find(Datum.Category.ROUTINE, arguments);
            case "current_schema" -> currentSchema(span);
            case "current_database", "current_catalog" -> database();
            case "current_setting" -> setting(arguments);
            case "pg_get_serial_sequence" -> serialSequence(arguments, span);
            default -> new Datum.Unknown("what " + function + "() gives");
        };
    }

    private Datum find(Datum.Category category, List<Datum> arguments) {
        return switch (arguments.size() == 1 ? arguments.getFirst() : new Datum.Fields(Map.of())) {
            case Datum.Null none -> none;
            case Datum.Text text -> names.find(category, text.value());
            default -> new Datum.Unknown("an object's name");
        };
    }

    private Datum currentSchema(Span span) {
        return sight.currentSchema()
                .<Datum>map(schema -> Datum.Text.at(span, schema, Datum.Kind.NAME))
                .orElseGet(Datum.Null::new);
    }

    /** Its name is not known, but that of the catalog in which all is. */
    static Datum database() {
        return new Datum.Reference(Datum.Category.DATABASE, "", new QualifiedName("", ""), false);
    }

    /** Of a version the minor is not known. */
    private Datum setting(List<Datum> arguments) {
        boolean version = arguments.size() == 1
                && arguments.getFirst() instanceof Datum.Text text
                && text.value().toLowerCase(Locale.ROOT).equals("server_version_num");
        if (!version || sight.toldVersion().isEmpty()) {
            return new Datum.Unknown("a setting");
        }
        BigDecimal first = BigDecimal.valueOf(sight.toldVersion().get().major()).multiply(MINORS);
        return new Datum.Range(first, first.add(MINORS).subtract(BigDecimal.ONE));
    }

    /** The sequence that a column owns; the name of the column is taken as it is written. */
    private Datum serialSequence(List<Datum> arguments, Span span) {
        boolean named = arguments.size() == 2
                && arguments.get(0) instanceof Datum.Text
                && arguments.get(1) instanceof Datum.Text;
        if (!named) {
            return new Datum.Unknown("a sequence");
        }
        Datum found = names.find(Datum.Category.RELATION, ((Datum.Text) arguments.get(0)).value());
        if (!(found instanceof Datum.Reference reference) || !isOid(reference.key())) {
            return new Datum.Unknown("a sequence");
        }
        return sight.catalog()
                .table(Long.parseLong(reference.key()))
                .filter(Table::columnsKnown)
                .flatMap(table -> sequence(table, ((Datum.Text) arguments.get(1)).value()))
                .<Datum>map(name -> Datum.Text.at(span, name, Datum.Kind.TEXT))
                .orElseGet(() -> new Datum.Unknown("a sequence"));
    }

    private static boolean isOid(String key) {
        return key.chars().allMatch(Character::isDigit);
    }

    private Optional<String> sequence(Table table, String columnName) {
        return table.column(columnName).stream()
                .flatMap(column -> sight.catalog()
                        .usersOf(table.oid())
                        .filter(user -> user instanceof Sequence sequence
                                && sequence.ownerTable() == table.oid()
                                && sequence.ownerColumn() == column.number()))
                .findFirst()
                .map(Relation::name)
                .map(Identifiers::quote);
    }
}
