package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.Unreadable;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what types queries and expressions have at one moment: exactly, or not at all. Whatever they are, it never fails. */
public final class Typing {
    private final Rules rules;
    private final Scope around;

    public Typing(Knowledge knowledge) {
        this.rules = new Rules(knowledge);
        this.around = around(knowledge);
    }

    /** Rows that code holds are seen behind their names; what else it has is not known. */
    private static Scope around(Knowledge knowledge) {
        List<Scope.Item> rows = new ArrayList<>();
        knowledge
                .rows()
                .forEach((name, relation) ->
                        rows.addAll(FromItems.of(relation, name).items()));
        return knowledge.mayBeVariable()
                ? new Scope(new Scope.Source(rows, List.of(), false), null, Map.of())
                : Scope.NONE;
    }

    /** Whether a statement is read in full, for what is wrong in it. */
    public boolean reads(List<Token> tokens) {
        try {
            new Queries(rules).columns(tokens, around);
            return true;
        } catch (Unreadable unreadable) {
            return false;
        }
    }

    /** The columns of a query; empty where it is not known which there are. */
    public Optional<List<Column>> query(List<Token> tokens) {
        try {
            return Optional.ofNullable(new Queries(rules).settled(tokens, around));
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /** The type of an expression; of a constant in quotes it is {@code unknown}, which becomes any type. */
    public DataType expression(List<Token> tokens) {
        try {
            return Expressions.whole(tokens, rules, around).type();
        } catch (Unreadable unreadable) {
            return DataType.UNKNOWN;
        }
    }

    /** Whether a value of one type may be put where another is wanted, unless that is certainly not so (manual 10.4). */
    public boolean assigns(DataType from, DataType to) {
        return !rules.isUnassignable(from, to);
    }

    /** What was certainly wrong in all that was read. */
    public List<Mistake> mistakes() {
        return rules.mistakes();
    }
}
