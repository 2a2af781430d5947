package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.OperatorStatement.Member;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import dev.greenlight.sql.TypeName;
import java.util.List;

/**
 * Runs statements about operators, operator classes and families. The catalog keeps none of them; what they name of it
 * has to be there: schemas, types and functions.
 */
final class OperatorReplay {
    private final Execution execution;

    private OperatorReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(OperatorStatement statement, Execution execution) {
        new OperatorReplay(execution).require(statement);
        new Descriptions(execution).describe(statement, List.of());
    }

    private void require(OperatorStatement statement) {
        switch (statement) {
            case OperatorStatement.CreateOperator create -> operator(create);
            case OperatorStatement.AlterOperator alter -> operands(alter.operands());
            case OperatorStatement.CreateOperatorClass create -> {
                execution.names().schemas().creation(create.name());
                type(create.type());
                create.members().forEach(this::member);
            }
            case OperatorStatement.CreateOperatorFamily create ->
                execution.names().schemas().creation(create.name());
            case OperatorStatement.AddToFamily add -> {
                add.members().forEach(this::requireNoStorage);
                add.members().forEach(this::member);
            }
            case OperatorStatement.DropFromFamily drop ->
                drop.members().forEach(member -> member.operands().forEach(this::type));
        }
    }

    private void operator(OperatorStatement.CreateOperator create) {
        execution.names().schemas().creation(create.name());
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
