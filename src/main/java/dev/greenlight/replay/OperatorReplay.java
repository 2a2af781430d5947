package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.OperatorStatement.Member;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import dev.greenlight.sql.TypeName;
import java.util.List;

/**
 * Runs statements about operators, operator classes and families. The catalog keeps the names of classes and families,
 * and no operators; what they name of it has to be there: schemas, types and functions.
 */
final class OperatorReplay {
    private final Execution execution;
    private final NamedObjects objects;

    private OperatorReplay(Execution execution) {
        this.execution = execution;
        this.objects = new NamedObjects(execution);
    }

    static void apply(OperatorStatement statement, Execution execution) {
        new OperatorReplay(execution).require(statement);
        new Descriptions(execution).describe(statement, List.of());
    }

    private void require(OperatorStatement statement) {
        switch (statement) {
            case OperatorStatement.CreateOperator create -> operator(create);
            case OperatorStatement.AlterOperator alter -> {
                operands(alter.operands());
                new OperatorRules(execution).require(alter);
            }
            case OperatorStatement.CreateOperatorClass create -> operatorClass(create);
            case OperatorStatement.CreateOperatorFamily create ->
                objects.create(
                        made(Kind.OPERATOR_FAMILY, create.name(), create.method()),
                        create.name().span());
            case OperatorStatement.AddToFamily add -> {
                family(add.name(), add.method());
                add.members().forEach(this::requireNoStorage);
                new FamilyRules(execution, add.method().value()).require(add.members());
                add.members().forEach(this::member);
            }
            case OperatorStatement.DropFromFamily drop -> {
                family(drop.name(), drop.method());
                drop.members().forEach(member -> member.operands().forEach(this::type));
            }
        }
    }

    private NamedObject made(Kind kind, ObjectName name, Name method) {
        return objects.made(kind, name, method.value());
    }

    private void family(ObjectName name, Name method) {
        objects.require(Kind.OPERATOR_FAMILY, name, method.value());
    }

    /** Without a family of its name it makes one (manual CREATE OPERATOR CLASS). */
    private void operatorClass(OperatorStatement.CreateOperatorClass create) {
        NamedObject made = made(Kind.OPERATOR_CLASS, create.name(), create.method());
        type(create.type());
        if (create.family() != null) {
            family(create.family(), create.method());
        }
        create.members().forEach(this::member);
        objects.create(made, create.name().span());
        if (create.family() == null) {
            objects.put(made(Kind.OPERATOR_FAMILY, create.name(), create.method()));
        }
    }

    private void operator(OperatorStatement.CreateOperator create) {
        execution.names().schemas().creation(create.name());
        new OperatorRules(execution).require(create);
        operands(create.operands());
        if (create.function() != null) {
            new Routines(execution)
                    .require(
                            ObjectType.FUNCTION,
                            create.function(),
                            create.operands(),
                            create.function().span());
        }
    }

    private void member(Member member) {
        switch (member) {
            case Member.Operator operator -> {
                if (operator.operands() != null) {
                    operands(operator.operands());
                }
            }
            case Member.Function function -> {
                function.operands().forEach(this::type);
                RoutineName name = function.function();
                new Routines(execution).require(ObjectType.FUNCTION, name.name(), name.parameters(), name.span());
            }
            case Member.Storage storage -> type(storage.type());
        }
    }

    /** PostgreSQL's parser takes it, as a class may have it (manual ALTER OPERATOR FAMILY). */
    private void requireNoStorage(Member member) {
        if (member instanceof Member.Storage) {
            String message = "STORAGE cannot be specified in ALTER OPERATOR FAMILY";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, member.span());
        }
    }

    /** A missing one is called {@code none}. */
    private void operands(List<Parameter> operands) {
        operands.stream()
                .map(Parameter::type)
                .filter(type -> !type.name().toString().equals("none"))
                .forEach(this::type);
    }

    private DataType type(TypeName name) {
        return execution.names().type(name);
    }
}
