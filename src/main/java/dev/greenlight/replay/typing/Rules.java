package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Routine;
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
    /** Extensions give these to types of their own and to no others. */
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

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
        boolean sure = knowledge.isWhole() || COMPARISONS.contains(name) && isPlain(operands);
        return one(operators.choose(name, operands), "operator", words, sure, span);
    }

    /** As {@link #operator}, for a function. */
    Optional<Choice.One> function(
            List<String> name, List<DataType> arguments, List<@Nullable String> labels, boolean array, Span span) {
        String words = arguments.stream().map(Rules::display).collect(Collectors.joining(", ", "(", ")"));
        boolean sure = knowledge.isWhole() || isPlain(arguments);
        String call = String.join(".", name) + words;
        Choice choice = functions.choose(name, arguments, labels, array);
        if (choice instanceof Choice.None && knowledge.isClosed() && !functions.isNamed(name)) {
            String message = "function " + call + " does not exist";
            mistakes.add(new Mistake(SqlState.UNDEFINED_FUNCTION, message, span, name));
            return Optional.empty();
        }
        return one(choice, "function", call, sure, span);
    }

    /** @param sure whether nobody else may have made what would fit */
    private Optional<Choice.One> one(Choice choice, String what, String words, boolean sure, Span span) {
        switch (choice) {
            case Choice.One one -> {
                return Optional.of(one);
            }
            case Choice.None ignored ->
                mistake(SqlState.UNDEFINED_FUNCTION, what + " does not exist: " + words, sure, span);
            case Choice.Several ignored ->
                mistake(SqlState.AMBIGUOUS_FUNCTION, what + " is not unique: " + words, sure, span);
            case Choice.Doubtful ignored -> {}
        }
        return Optional.empty();
    }

    /** Whether a call of this name may group rows; what is known to be no aggregate does not. */
    boolean mayAggregate(List<String> name) {
        List<Routine> own = functions.own(name);
        Optional<BuiltInFunction> builtIn = BuiltInFunctions.find(name.getLast());
        return own.isEmpty() && builtIn.isEmpty()
                || own.stream().anyMatch(routine -> routine.kind().equals("aggregate"))
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
        mistake(state, message, true, span);
    }

    private void mistake(SqlState state, String message, boolean sure, Span span) {
        if (sure && knowledge.isClosed()) {
            mistakes.add(new Mistake(state, message, span, null));
        }
    }

    private void mismatch(SqlState state, String message, List<DataType> between, Span span) {
        mistake(state, message, knowledge.isWhole() || isPlain(between), span);
    }

    /** Whether all of them are PostgreSQL's own types or rows, which no extension converts otherwise. */
    private boolean isPlain(List<DataType> all) {
        return all.stream().allMatch(type -> type.isBuiltIn() || types.isComposite(type));
    }

    /** The one type of all of these (manual 10.5). */
    DataType common(List<DataType> all, Span span) {
        if (all.stream().allMatch(this::isCertain) && common.isMismatch(all)) {
            String words = all.stream()
                    .filter(type -> !Types.isLiteral(type))
                    .map(Rules::display)
                    .distinct()
                    .collect(Collectors.joining(" and "));
            mismatch(SqlState.DATATYPE_MISMATCH, "types " + words + " cannot be matched", all, span);
        }
        return common.of(all);
    }

    /** What a condition has to be. */
    void requireBoolean(DataType type, Span span) {
        if (isCertain(type) && !coercion.implicit(type.withoutModifiers(), Types.BOOLEAN)) {
            String message = "a condition must be boolean, not " + display(type);
            mismatch(SqlState.DATATYPE_MISMATCH, message, List.of(type), span);
        }
    }

    void requireCast(DataType from, DataType to, Span span) {
        if (isCertain(from) && isCertain(to) && !coercion.explicit(from, to)) {
            String message = "cannot cast type " + display(from) + " to " + display(to);
            mismatch(SqlState.CANNOT_COERCE, message, List.of(from, to), span);
        }
    }

    /** Keeps it where a value cannot be put into a column of a type (manual 10.4). */
    void requireAssignable(DataType from, DataType to, List<Token> value) {
        if (isUnassignable(from, to)) {
            String message = "expression is of type " + display(from) + ", the column of type " + display(to);
            mismatch(SqlState.DATATYPE_MISMATCH, message, List.of(from, to), Token.span(value));
        }
    }

    boolean isUnassignable(DataType from, DataType to) {
        boolean row = types.isComposite(from) && to.isBuiltIn() && !to.is("record") && !knowledge.mayHaveCast();
        return (row || isCertain(from)) && isCertain(to) && !coercion.assignment(from, to);
    }

    /** Whether a function in SQL cannot return it as a type. */
    boolean isUnreturnable(DataType from, DataType to) {
        DataType kept = to.withoutModifiers();
        return isUnassignable(from, kept) || isCertain(from) && isCertain(kept) && !coercion.returned(from, kept);
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
