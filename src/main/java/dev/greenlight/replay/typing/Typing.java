package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.Unreadable;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.Optional;

/** Says what types queries and expressions have at one moment: exactly, or not at all. Whatever they are, it never fails. */
public final class Typing {
    private final Rules rules;

    public Typing(Knowledge knowledge) {
        this.rules = new Rules(knowledge);
    }

    /** Whether a statement is read in full, for what is wrong in it. */
    public boolean reads(List<Token> tokens) {
        try {
            new Queries(rules).columns(tokens, Scope.NONE);
            return true;
        } catch (Unreadable unreadable) {
            return false;
        }
    }

    /** The columns of a query; empty where it is not known which there are. */
    public Optional<List<Column>> query(List<Token> tokens) {
        try {
            return Optional.ofNullable(new Queries(rules).settled(tokens, Scope.NONE));
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /** The type of an expression; of a constant in quotes it is {@code unknown}, which becomes any type. */
    public DataType expression(List<Token> tokens) {
        try {
            return Expressions.whole(tokens, rules, Scope.NONE).type();
        } catch (Unreadable unreadable) {
            return DataType.UNKNOWN;
        }
    }

    /** What was certainly wrong in all that was read. */
    public List<Mistake> mistakes() {
        return rules.mistakes();
    }
}
