package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.OperatorStatement.Member;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What ALTER OPERATOR FAMILY may add ({@code AlterOpFamilyAdd}): known numbers, operands, and nothing twice. */
final class FamilyRules {
    /** The highest strategy and the highest support function of an access method (manual 36.16.2 and 36.16.3). */
    private record Numbers(int operators, int functions) {}

    private static final Map<String, Numbers> METHODS = Map.of("btree", new Numbers(5, 5), "hash", new Numbers(1, 3));
    private static final int SKIP_SUPPORT = 18;

    private final Execution execution;
    private final String method;

    FamilyRules(Execution execution, String method) {
        this.execution = execution;
        this.method = method;
    }

    void require(List<Member> members) {
        Set<String> seen = new HashSet<>();
        members.forEach(member -> require(member, seen));
    }

    private void require(Member member, Set<String> seen) {
        Numbers numbers = METHODS.get(method);
        switch (member) {
            case Member.Operator operator -> {
                if (numbers != null) {
                    requireNumber("operator", operator.strategy(), numbers.operators());
                }
                if (operator.operands() == null) {
                    throw execution.reject(
                            SqlState.SYNTAX_ERROR,
                            "operator argument types must be specified in ALTER OPERATOR FAMILY",
                            operator.span());
                }
                if (numbers != null && operator.sortFamily() != null) {
                    throw rejected(
                            "access method \"" + method + "\" does not support ordering operators", operator.span());
                }
                requireOnce(operator, operator.operands(), seen);
            }
            case Member.Function function -> {
                if (numbers != null) {
                    boolean more = method.equals("btree") && execution.version().isAtLeast(SKIP_SUPPORT);
                    requireNumber("function", function.support(), numbers.functions() + (more ? 1 : 0));
                }
            }
            case Member.Storage ignored -> {}
        }
    }

    private void requireNumber(String what, Token number, int most) {
        boolean known = number.value().matches("[0-9]{1,9}");
        if (known && (Integer.parseInt(number.value()) < 1 || Integer.parseInt(number.value()) > most)) {
            String message = "invalid " + what + " number " + number.value() + ", must be between 1 and " + most;
            throw rejected(message, number.span());
        }
    }

    private void requireOnce(Member.Operator operator, List<Parameter> operands, Set<String> seen) {
        String number = operator.strategy().value();
        List<String> types = operands.stream()
                .map(Parameter::type)
                .map(execution.names()::type)
                .map(DataType::display)
                .toList();
        if (!seen.add(number + types)) {
            String message =
                    "operator number " + number + " for (" + String.join(",", types) + ") appears more than once";
            throw rejected(message, operator.span());
        }
    }

    private Rejected rejected(String message, Span span) {
        return execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, span);
    }
}
