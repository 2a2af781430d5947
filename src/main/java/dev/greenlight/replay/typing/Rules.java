package dev.greenlight.replay.typing;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.BuiltInFunction;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How types are reckoned on one database, and what has been found wrong. */
final class Rules {
    private final Knowledge knowledge;
    private final Types types;
    private final Coercion coercion;
    private final CommonType common;
    private final Operators operators;
    private final Functions functions;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<Long> keys = new LinkedHashSet<>();

    Rules(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.types = new Types(knowledge);
        this.coercion = new Coercion(types, knowledge.version());
        this.common = new CommonType(types, coercion);
        Selection selection = new Selection(types, coercion, new Polymorphism(types, common));
        this.operators = new Operators(knowledge, types, selection);
        this.functions = new Functions(knowledge, types, selection);
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Types types() {
        return types;
    }

    List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** What was found in something that was not understood in full is nothing. */
    void forget() {
        mistakes.clear();
    }

    /** The operator that is meant; empty where it is not known or there is none, which is kept. */
    Optional<Choice.One> operator(String name, List<DataType> operands, Span span) {
        String words = operands.size() == 1
                ? name + " " + display(operands.getFirst())
                : display(operands.getFirst()) + " " + name + " " + display(operands.getLast());
        return one(operators.choose(name, operands), "operator", words, span);
    }

    /** As {@link #operator}, for a function. */
    Optional<Choice.One> function(
            List<String> name, List<DataType> arguments, List<@Nullable String> labels, boolean array, Span span) {
        String words = arguments.stream().map(Rules::display).collect(Collectors.joining(", ", "(", ")"));
        return one(functions.choose(name, arguments, labels, array), "function", String.join(".", name) + words, span);
    }

    private Optional<Choice.One> one(Choice choice, String what, String words, Span span) {
        switch (choice) {
            case Choice.One one -> {
                return Optional.of(one);
            }
            case Choice.None ignored -> mistake(SqlState.UNDEFINED_FUNCTION, what + " does not exist: " + words, span);
            case Choice.Several ignored ->
                mistake(SqlState.AMBIGUOUS_FUNCTION, what + " is not unique: " + words, span);
            case Choice.Doubtful ignored -> {}
        }
        return Optional.empty();
    }

    /** Whether a call of this name may group rows; what is known to be no aggregate does not. */
    boolean mayAggregate(List<String> name) {
        String function = name.getLast();
        Optional<BuiltInFunction> builtIn = BuiltInFunctions.find(function);
        boolean own = knowledge
                .catalog()
                .routines()
                .anyMatch(routine ->
                        routine.name().name().equals(function) && routine.kind().equals("aggregate"));
        boolean unknown = builtIn.isEmpty()
                && knowledge
                        .catalog()
                        .routines()
                        .noneMatch(routine -> routine.name().name().equals(function));
        return own
                || unknown
                || builtIn.filter(it -> it.is(BuiltInFunction.Kind.AGGREGATE)).isPresent();
    }

    /** Whether a call of this name certainly groups rows. */
    boolean isAggregate(List<String> name) {
        return name.size() == 1
                && BuiltInFunctions.find(name.getFirst())
                        .filter(it -> it.kinds().equals(Set.of(BuiltInFunction.Kind.AGGREGATE)))
                        .isPresent();
    }

    void needKey(TableConstraint.Unique key) {
        keys.add(key.index());
    }

    /** The indexes of the primary keys because of which columns need not be grouped by. */
    Set<Long> keys() {
        return keys;
    }

    void mistake(SqlState state, String message, Span span) {
        if (knowledge.isClosed()) {
            mistakes.add(new Mistake(state, message, span));
        }
    }

    /** The one type of all of these (manual 10.5). */
    DataType common(List<DataType> all, Span span) {
        if (all.stream().allMatch(this::isCertain) && common.isMismatch(all)) {
            String words = all.stream()
                    .filter(type -> !Types.isLiteral(type))
                    .map(Rules::display)
                    .distinct()
                    .collect(Collectors.joining(" and "));
            mistake(SqlState.DATATYPE_MISMATCH, "types " + words + " cannot be matched", span);
        }
        return common.of(all);
    }

    /** What a condition has to be. */
    void requireBoolean(DataType type, Span span) {
        if (isCertain(type) && !coercion.implicit(type.withoutModifiers(), Types.BOOLEAN)) {
            mistake(SqlState.DATATYPE_MISMATCH, "a condition must be boolean, not " + display(type), span);
        }
    }

    void requireCast(DataType from, DataType to, Span span) {
        if (isCertain(from) && isCertain(to) && !coercion.explicit(from, to)) {
            mistake(SqlState.CANNOT_COERCE, "cannot cast type " + display(from) + " to " + display(to), span);
        }
    }

    /** Keeps it where a value cannot be put into a column of a type (manual 10.4). */
    void requireAssignable(DataType from, DataType to, List<Token> value) {
        if (isUnassignable(from, to)) {
            String message = "expression is of type " + display(from) + ", the column of type " + display(to);
            mistake(SqlState.DATATYPE_MISMATCH, message, Token.span(value));
        }
    }

    boolean isUnassignable(DataType from, DataType to) {
        return isCertain(from) && isCertain(to) && !coercion.assignment(from, to);
    }

    /** Whether a function in SQL cannot return it as a type. */
    boolean isUnreturnable(DataType from, DataType to) {
        return isCertain(from) && isCertain(to) && !coercion.returned(from, to.withoutModifiers());
    }

    /** Of rows and of domains over them it is not said. */
    private boolean isCertain(DataType type) {
        return types.isClear(type)
                && !Polymorphism.isPolymorphic(type)
                && !types.isComposite(type)
                && !type.is("record")
                && !knowledge.mayHaveCast();
    }

    private static String display(DataType type) {
        return type.withoutModifiers().display();
    }
}
