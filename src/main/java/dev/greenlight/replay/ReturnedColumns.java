package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.CreateRoutine;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a routine says it returns (manual 36.5.4 to 36.5.9).
 *
 * @param types without modifiers; null where it is not known which there are
 * @param row whether they are those of a row, which may also be given as one value
 */
record ReturnedColumns(@Nullable List<DataType> types, boolean row) {
    private static final ReturnedColumns UNKNOWN = new ReturnedColumns(null, true);

    /** Whether a call gives nothing, whatever the code comes to. */
    static boolean areNone(CreateRoutine create) {
        TypeName returns = create.returns();
        return returns == null
                ? create.returnsTable().isEmpty() && outputs(create).isEmpty()
                : returns.name().name().equals("void");
    }

    static ReturnedColumns of(CreateRoutine create, Execution execution) {
        List<Parameter> columns = create.returnsTable().isEmpty() ? outputs(create) : create.returnsTable();
        if (!columns.isEmpty()) {
            return new ReturnedColumns(
                    types(columns, execution), columns.size() > 1 || create.type() == ObjectType.PROCEDURE);
        }
        return create.returns() == null ? UNKNOWN : of(create.returns(), execution);
    }

    private static List<Parameter> outputs(CreateRoutine create) {
        return create.parameters().stream().filter(Parameter::isOutput).toList();
    }

    private static List<DataType> types(List<Parameter> columns, Execution execution) {
        return columns.stream()
                .map(column -> Routines.withoutModifiers(execution.names().type(column.type())))
                .toList();
    }

    private static ReturnedColumns of(TypeName name, Execution execution) {
        if (name.percentType()) {
            return UNKNOWN;
        }
        DataType type = Routines.withoutModifiers(execution.names().type(name));
        if (type.array() || type.isBuiltIn()) {
            return type.is("record") ? UNKNOWN : value(type);
        }
        return execution
                .catalog()
                .type(type.name())
                .map(own -> of(own, type, execution))
                .or(() -> execution.catalog().relation(type.name()).map(ReturnedColumns::of))
                .orElse(UNKNOWN);
    }

    private static ReturnedColumns value(DataType type) {
        return new ReturnedColumns(List.of(type), false);
    }

    private static ReturnedColumns of(Type own, DataType type, Execution execution) {
        return switch (own) {
            case Type.Composite composite ->
                row(composite.attributes().stream().map(Column::type).toList());
            case Type.Domain domain -> domain.base().isBuiltIn() ? value(type) : UNKNOWN;
            case Type.Enum ignored -> value(type);
            case Type.Other ignored -> UNKNOWN;
        };
    }

    private static ReturnedColumns of(Relation relation) {
        return relation instanceof Table table && table.columnsKnown()
                ? row(table.columns().stream().map(Column::type).toList())
                : UNKNOWN;
    }

    private static ReturnedColumns row(List<DataType> types) {
        return new ReturnedColumns(
                types.stream().map(Routines::withoutModifiers).toList(), true);
    }
}
