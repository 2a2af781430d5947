package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes columns of their definitions, in two steps as PostgreSQL does: first the column itself, and once its table is
 * there its default, identity or generation expression. Its constraints are not made here.
 */
final class NewColumns {
    /** Manual 8.1.4. */
    private static final Map<String, String> SERIAL = Map.of(
            "smallserial", "int2",
            "serial2", "int2",
            "serial", "int4",
            "serial4", "int4",
            "bigserial", "int8",
            "serial8", "int8");

    private static final Set<String> COLLATABLE = Set.of("text", "varchar", "bpchar", "name");

    private final Execution execution;

    NewColumns(Execution execution) {
        this.execution = execution;
    }

    /** The column as far as it can be told before its table is there. */
    Column declare(ColumnDefinition definition, int number) {
        String name = definition.name().value();
        TypeName written = definition.type();
        DataType type = written == null
                ? DataType.UNKNOWN
                : serial(written).map(DataType::builtIn).orElseGet(() -> columnType(name, written));
        requireInteger(definition, type);
        if (definition.collation() != null) {
            requireCollatable(type, definition.collation().span(), execution);
        }
        return new Column(
                number, name, type, isNotNull(definition), null, null, null, execution.origin(definition.span()));
    }

    private static Optional<String> serial(TypeName type) {
        boolean plain = type.name().parts().size() == 1 && !type.isArray() && !type.percentType();
        return plain ? Optional.ofNullable(SERIAL.get(type.name().name())) : Optional.empty();
    }

    /** What a column may be of (manual 8.21, Pseudo-Types). */
    DataType columnType(String column, TypeName written) {
        DataType type = execution.names().type(written);
        boolean pseudo = !type.array() && BuiltInTypes.isPseudo(type);
        if (pseudo) {
            String message =
                    "column \"" + column + "\" has pseudo-type " + type.name().name();
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, written.span());
        }
        return type;
    }

    /** Texts are compared by a collation, and arrays of them (manual 23.2). */
    static void requireCollatable(DataType type, Span span, Execution execution) {
        if (type.isBuiltIn() && !COLLATABLE.contains(type.name().name())) {
            String message = "collations are not supported by type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, span);
        }
    }

    private void requireInteger(ColumnDefinition definition, DataType type) {
        ColumnDefinition.Identity identity = definition.identity();
        if (identity != null) {
            requireInteger(type, identity.span());
        }
    }

    void requireInteger(DataType type, Span span) {
        boolean integer = type.is("int2") || type.is("int4") || type.is("int8");
        if (!integer && type.isBuiltIn()) {
            String message = "identity column type must be smallint, integer, or bigint";
            throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, span);
        }
    }

    private static boolean isNotNull(ColumnDefinition definition) {
        boolean primaryKey = definition.constraints().stream()
                .anyMatch(constraint -> constraint instanceof Constraint.Unique unique && unique.primaryKey());
        boolean serial = definition.type() != null && serial(definition.type()).isPresent();
        return definition.notNull() || primaryKey || serial || definition.identity() != null;
    }

    static boolean isSerial(TypeName type) {
        return serial(type).isPresent();
    }

    /**
     * Gives a column of the table its default, identity or generation expression; the table as it is then.
     *
     * @param alike the columns that are generated too, by this statement
     */
    Table complete(Table table, ColumnDefinition definition, List<String> alike) {
        if (isPlain(definition)) {
            return execution.current(table);
        }
        Column column = table.column(definition.name().value()).orElseThrow();
        Column.Value value = column.defaultValue();
        if (definition.type() != null && serial(definition.type()).isPresent()) {
            value = nextValue(ownedSequence(table, column, false, definition.span()));
        }
        if (definition.defaultValue() != null) {
            value = TableExpressions.defaultValue(definition.defaultValue(), table, column, execution);
        }
        Column completed = column.withDefault(value);
        ColumnDefinition.Generated generated = definition.generated();
        if (generated != null) {
            completed = completed.withGenerated(
                    generated.stored() ? Column.Generated.STORED : Column.Generated.VIRTUAL,
                    generation(table, column, generated, alike));
        }
        ColumnDefinition.Identity identity = definition.identity();
        if (identity != null) {
            completed = completed.withIdentity(identity.always() ? Column.Identity.ALWAYS : Column.Identity.BY_DEFAULT);
            new SequenceRules(execution, identity.options())
                    .requireNew(column.type().isKnown() ? column.type().name().name() : "int8");
            ownedSequence(table, column, true, identity.span());
        }
        return replace(table, completed);
    }

    private static boolean isPlain(ColumnDefinition definition) {
        boolean serial = definition.type() != null && serial(definition.type()).isPresent();
        return !serial
                && definition.defaultValue() == null
                && definition.generated() == null
                && definition.identity() == null;
    }

    private Column.Value generation(
            Table table, Column column, ColumnDefinition.Generated generated, List<String> alike) {
        TableExpressions.Reading reading =
                TableExpressions.read(generated.expression(), table, ExpressionPlace.GENERATION, execution);
        reading.columns().stream()
                .flatMap(number -> table.column(number).stream())
                .filter(other -> alike.contains(other.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw usesGenerated(other, generated.span());
                });
        new ExpressionTypes(execution, table)
                .requireFits(reading.type(), column, generated.expression(), ExpressionPlace.GENERATION);
        return generation(table, reading, execution.text(generated.expression().span()), generated.span());
    }

    /** It may name any columns but generated ones (manual 5.4). */
    Column.Value generation(Table table, TableExpressions.Reading reading, String text, Span span) {
        NeedsBuilder needs = new NeedsBuilder();
        needs.all(reading.needs());
        for (int number : reading.columns()) {
            Column column = table.column(number).orElseThrow();
            if (column.generated() != null) {
                throw usesGenerated(column, span);
            }
            needs.column(table.oid(), number);
        }
        return new Column.Value(text, reading.volatility(), needs.build());
    }

    private Rejected usesGenerated(Column column, Span span) {
        String message = "cannot use generated column \"" + column.name() + "\" in column generation expression";
        return execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
    }

    /** A sequence that goes with its column; PostgreSQL chooses its name. */
    Sequence ownedSequence(Table table, Column column, boolean identity, Span span) {
        QualifiedName name = new FreeNames(execution.catalog(), table.name()).sequence(column.name());
        String type = column.type().name().name();
        Sequence.Limits limits = identity ? null : new SequenceRules(execution, List.of()).requireNew(type);
        Sequence sequence = new Sequence(
                execution.nextOid(), name, table.oid(), column.number(), identity, limits, execution.origin(span));
        execution.put(sequence);
        return sequence;
    }

    static Column.Value nextValue(Sequence sequence) {
        QualifiedName name = sequence.name();
        String written = name.schema().equals("public") ? Identifiers.quote(name.name()) : Identifiers.quote(name);
        NeedsBuilder needs = new NeedsBuilder();
        needs.relation(sequence.oid());
        return new Column.Value("nextval('" + written + "'::regclass)", Volatility.VOLATILE, needs.build());
    }

    /** Puts a column in the place of the one with its number. */
    Table replace(Table table, Column column) {
        Table current = execution.current(table);
        List<Column> columns = new ArrayList<>();
        current.columns().forEach(other -> columns.add(other.number() == column.number() ? column : other));
        Table changed = current.withColumns(columns);
        execution.put(changed);
        return changed;
    }

    /** Whether a new column of the type is looked at row by row (manual CREATE DOMAIN). */
    boolean isConstrainedDomain(DataType type) {
        return !type.array()
                && execution.catalog().type(type.name()).orElse(null) instanceof Type.Domain domain
                && (domain.constrained() || isConstrainedDomain(domain.base()));
    }
}
