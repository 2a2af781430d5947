package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.Unreadable;
import dev.greenlight.sql.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what types queries and expressions have at one moment: exactly, or not at all. Whatever they are, it never fails. */
public final class Typing {
    private final Rules rules;
    private final Scope around;

    public Typing(Knowledge knowledge) {
        this.rules = new Rules(knowledge);
        this.around = new Surroundings(rules).scope();
    }

    /** For an expression that sees the columns of a table, which need not be in the catalog as it is here. */
    public Typing(Knowledge knowledge, Table table) {
        this.rules = new Rules(knowledge);
        this.around = Scope.NONE.inner(FromItems.of(table, table.name().name()));
    }

    /** For an expression that sees the rows of a relation behind names alone. */
    public Typing(Knowledge knowledge, List<String> names, Relation relation) {
        this.rules = new Rules(knowledge);
        List<Scope.Item> rows = names.stream()
                .flatMap(name -> FromItems.of(relation, name).items().stream())
                .toList();
        this.around = Scope.NONE.inner(new Scope.Source(rows, List.of(), true));
    }

    /** The columns of a query; empty where it is not known which there are. */
    public Optional<List<Column>> query(List<Token> tokens) {
        try {
            return Optional.ofNullable(new Queries(rules).settled(tokens, around));
        } catch (Unreadable unreadable) {
            rules.forget();
            return Optional.empty();
        }
    }

    /** The type of an expression; of a constant in quotes it is {@code unknown}, which becomes any type. */
    public DataType expression(List<Token> tokens) {
        try {
            return Expressions.whole(tokens, rules, around).type();
        } catch (Unreadable unreadable) {
            rules.forget();
            return DataType.UNKNOWN;
        }
    }

    /** Whether a value of one type may be put where another is wanted, unless that is certainly not so (manual 10.4). */
    public boolean assigns(DataType from, DataType to) {
        return !rules.isUnassignable(from, to);
    }

    /** As {@link #assigns}, where a function in SQL returns it. */
    public boolean returns(DataType from, DataType to) {
        return !rules.isUnreturnable(from, to);
    }

    /** The indexes of the primary keys that queries need because they group by them; see {@link Grouping}. */
    public Set<Long> keys() {
        return rules.keys();
    }

    /** What was certainly wrong in all that was read in full. */
    public List<Mistake> mistakes() {
        return rules.mistakes();
    }
}
