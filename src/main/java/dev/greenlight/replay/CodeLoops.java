package dev.greenlight.replay;

import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeStatement.Control;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Loops (manual 41.6.5 to 41.6.7). Where it is known over what they run, they run so often; else their statements may
 * run or not, with variables of which nothing is known.
 */
final class CodeLoops {
    private static final int MOST_ROUNDS = 1_000;

    private final CodeFrame frame;
    private final CodeRun run;
    private final CodeSql sql;
    private final DynamicSql dynamic;

    CodeLoops(CodeFrame frame, CodeRun run, CodeSql sql, DynamicSql dynamic) {
        this.frame = frame;
        this.run = run;
        this.sql = sql;
        this.dynamic = dynamic;
    }

    CodeFlow run(CodeStatement.Loop loop, CodeState state) {
        return switch (loop.control()) {
            case Control.Endless ignored -> repeat(loop, state);
            case Control.While condition -> repeat(loop, condition, state);
            case Control.Range range -> range(loop, range, state);
            case Control.Rows rows -> rows(loop, rows, state);
            case Control.DynamicRows rows ->
                dynamic.execute(rows.text(), rows.using(), List.of(), loop.span(), state)
                        .then(here -> perhaps(loop, CodeTargets.forget(rows.targets(), here)));
            case Control.OfCursor cursor ->
                perhaps(
                        loop,
                        state.with(state.variables().withRow(cursor.variable().value(), unknown("rows of a cursor"))));
            case Control.Elements elements -> elements(loop, elements, state);
        };
    }

    private static Value unknown(String reason) {
        return new Value.Unknown(reason);
    }

    /** LOOP ends only where something in it leaves it; where that may be or not, another round may run or not. */
    private CodeFlow repeat(CodeStatement.Loop loop, CodeState state) {
        Rounds rounds = new Rounds(loop, state);
        for (int i = 0; i < MOST_ROUNDS && rounds.current != null && rounds.left == null; i++) {
            rounds.run(UnaryOperator.identity());
        }
        if (rounds.left != null) {
            rounds.perhaps();
            return rounds.end();
        }
        return rounds.endOfMany();
    }

    private CodeFlow repeat(CodeStatement.Loop loop, Control.While condition, CodeState state) {
        Rounds rounds = new Rounds(loop, state);
        for (int i = 0; i < MOST_ROUNDS && rounds.current != null; i++) {
            CodeFlow asked = sql.evaluate(condition.condition(), rounds.current);
            if (asked.next() == null) {
                return asked;
            }
            switch (Truth.of(frame.value(condition.condition(), asked.next()))) {
                case TRUE -> rounds.run(UnaryOperator.identity());
                case FALSE -> {
                    return rounds.end();
                }
                case UNKNOWN -> {
                    rounds.perhaps();
                    return rounds.end();
                }
            }
        }
        return rounds.endOfMany();
    }

    private CodeFlow range(CodeStatement.Loop loop, Control.Range range, CodeState state) {
        String variable = range.variable().value();
        Optional<List<Value>> values = range(range, state);
        if (values.isEmpty()) {
            return perhaps(loop, with(variable, unknown("the number of a round"), state));
        }
        Rounds rounds = new Rounds(loop, state);
        values.get().forEach(value -> rounds.run(variables -> variables.with(variable, value)));
        return rounds.end(List.of(variable), state.variables());
    }

    private Optional<List<Value>> range(Control.Range range, CodeState state) {
        Value step = range.step() == null ? number(1) : frame.value(range.step(), state);
        return frame.value(range.from(), state) instanceof Value.Number from
                        && frame.value(range.to(), state) instanceof Value.Number to
                        && step instanceof Value.Number by
                        && isFollowed(from.value(), to.value(), by.value())
                ? Optional.of(numbers(from.value(), to.value(), by.value(), range.reverse()))
                : Optional.empty();
    }

    private static boolean isFollowed(BigDecimal from, BigDecimal to, BigDecimal step) {
        return step.signum() > 0
                && from.subtract(to).abs().divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST_ROUNDS)) <= 0;
    }

    private static Value number(long value) {
        return new Value.Number(BigDecimal.valueOf(value));
    }

    private static List<Value> numbers(BigDecimal from, BigDecimal to, BigDecimal step, boolean reverse) {
        List<Value> numbers = new ArrayList<>();
        BigDecimal number = from;
        while (reverse ? number.compareTo(to) >= 0 : number.compareTo(to) <= 0) {
            numbers.add(new Value.Number(number));
            number = reverse ? number.subtract(step) : number.add(step);
        }
        return numbers;
    }

    private CodeFlow rows(CodeStatement.Loop loop, Control.Rows rows, CodeState state) {
        return sql.run(rows.query(), rows.query().span(), List.of(), state).then(here -> {
            Optional<List<Value.Fields>> known = sql.rows(rows.query(), here);
            if (known.isEmpty()) {
                return perhaps(loop, CodeTargets.forget(rows.targets(), here));
            }
            Rounds rounds = new Rounds(loop, here);
            known.get().forEach(row -> rounds.run(variables -> CodeTargets.assigned(rows.targets(), row, variables)));
            return rounds.end();
        });
    }

    private CodeFlow elements(CodeStatement.Loop loop, Control.Elements elements, CodeState state) {
        return sql.evaluate(elements.array(), state).then(here -> {
            if (elements.slice() != 0 || !(frame.value(elements.array(), here) instanceof Value.Elements known)) {
                return perhaps(loop, CodeTargets.forget(elements.targets(), here));
            }
            Rounds rounds = new Rounds(loop, here);
            for (Value value : known.values()) {
                rounds.run(variables -> CodeTargets.assigned(elements.targets(), value, variables));
            }
            return rounds.end();
        });
    }

    private static CodeState with(String variable, Value value, CodeState state) {
        return state.with(state.variables().with(variable, value));
    }

    private CodeFlow perhaps(CodeStatement.Loop loop, CodeState state) {
        Rounds rounds = new Rounds(loop, state);
        rounds.perhaps();
        return rounds.end();
    }

    /** The rounds of a loop, one after the other. */
    private final class Rounds {
        private final CodeStatement.Loop loop;
        private final @Nullable String label;
        private final List<CodeExit> exits = new ArrayList<>();
        private @Nullable CodeState current;
        private @Nullable CodeState left;

        Rounds(CodeStatement.Loop loop, CodeState state) {
            this.loop = loop;
            this.label = loop.label() == null ? null : loop.label().value();
            this.current = state;
        }

        void run(UnaryOperator<CodeVariables> begin) {
            if (current != null) {
                current = round(current, begin);
            }
        }

        /**
         * Rounds of which nobody knows how many there are. What one leaves in a variable the next one begins with: the
         * round that is kept begins with all that may be there.
         */
        void perhaps() {
            CodeState before = current;
            if (before == null) {
                return;
            }
            int ran = frame.ledger().mark();
            int out = exits.size();
            CodeVariables known = before.variables();
            CodeVariables begun;
            do {
                begun = known;
                frame.ledger().rollBackTo(ran);
                exits.subList(out, exits.size()).clear();
                CodeState after = round(before.with(begun), UnaryOperator.identity());
                current = after == null ? before : after.or(before);
                known = current.variables().or(begun);
            } while (!known.equals(begun));
        }

        private @Nullable CodeState round(CodeState from, UnaryOperator<CodeVariables> begin) {
            CodeFlow flow = run.statements(loop.statements(), from.with(begin.apply(from.variables())));
            CodeState next = flow.next();
            for (CodeExit exit : flow.exits()) {
                if (!(exit instanceof CodeExit.Left leaves) || !leaves.isOf(label)) {
                    exits.add(exit);
                } else if (leaves.goesOn()) {
                    next = CodeFlow.join(next, exit.state());
                } else {
                    left = CodeFlow.join(left, exit.state());
                }
            }
            return next;
        }

        CodeFlow end() {
            return new CodeFlow(CodeFlow.join(current, left), exits);
        }

        /** Where it may go on for more rounds than are followed. */
        CodeFlow endOfMany() {
            if (current != null) {
                frame.ledger().notFollowed("a loop of more than " + MOST_ROUNDS + " rounds");
                current = dynamic.doubting(current);
            }
            return end();
        }

        /** Behind the loop its own variable is not seen any more. */
        CodeFlow end(List<String> own, CodeVariables outer) {
            CodeFlow end = end();
            CodeState next = end.next();
            return next == null ? end : new CodeFlow(next.with(next.variables().leaving(outer, own)), end.exits());
        }
    }
}
