package dev.greenlight.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where code gets to from one of its statements, or may get to.
 *
 * @param next the state behind the statement; null where it is never reached
 */
record CodeFlow(@Nullable CodeState next, List<CodeExit> exits) {
    CodeFlow {
        exits = List.copyOf(exits);
    }

    static CodeFlow on(CodeState next) {
        return new CodeFlow(next, List.of());
    }

    static CodeFlow out(CodeExit exit) {
        return new CodeFlow(null, List.of(exit));
    }

    /** Where it may get to if it takes either way. */
    CodeFlow or(CodeFlow other) {
        return new CodeFlow(
                join(next, other.next),
                Stream.concat(exits.stream(), other.exits.stream()).toList());
    }

    /** On from the state behind it, where that is reached. */
    CodeFlow then(Function<CodeState, CodeFlow> further) {
        return next == null ? this : further.apply(next).after(exits);
    }

    /** With what left before. */
    CodeFlow after(List<CodeExit> earlier) {
        return earlier.isEmpty()
                ? this
                : new CodeFlow(
                        next, Stream.concat(earlier.stream(), exits.stream()).toList());
    }

    static @Nullable CodeState join(@Nullable CodeState one, @Nullable CodeState other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }

    /** Where the code is when all of it has run: at its end or where it returned; null if it always fails. */
    @Nullable
    CodeState end() {
        CodeState end = next;
        for (CodeExit exit : exits) {
            if (!(exit instanceof CodeExit.Raised)) {
                end = join(end, exit.state());
            }
        }
        return end;
    }

    /** The errors that leave the code, in the order in which they come up. */
    List<CodeExit.Raised> errors() {
        List<CodeExit.Raised> errors = new ArrayList<>();
        for (CodeExit exit : exits) {
            if (exit instanceof CodeExit.Raised raised) {
                errors.add(raised);
            }
        }
        return errors;
    }
}
