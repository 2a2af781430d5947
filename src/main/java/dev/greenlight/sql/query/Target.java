package dev.greenlight.sql.query;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * The relation that a statement changes, as written: {@code [ONLY] name [*] [[AS] alias]}.
 *
 * @param next the index of the token behind it
 */
record Target(RelationReference relation, int next) {

    /** Reads it, and reports it; {@code from} is the index of its first token. */
    static Target read(Marks marks, int from, int end, Use use) {
        int i = marks.isWord(from, "only") ? from + 1 : from;
        boolean parenthesis = marks.is(i, TokenKind.LEFT_PAREN);
        i = parenthesis ? i + 1 : i;
        List<Name> parts = new ArrayList<>(List.of(Name.of(marks.token(Math.min(i, end - 1)))));
        i++;
        while (i + 1 < end && marks.is(i, TokenKind.DOT)) {
            parts.add(Name.of(marks.token(i + 1)));
            i += 2;
        }
        i = parenthesis ? i + 1 : i;
        if (marks.is(i, TokenKind.OPERATOR) && marks.token(i).value().equals("*")) {
            i++;
        }
        return alias(marks, i, end, new ObjectName(parts), use);
    }

    private static Target alias(Marks marks, int from, int end, ObjectName name, Use use) {
        int i = marks.isWord(from, "as") ? from + 1 : from;
        Name alias = null;
        if (i < end && (i > from || isAlias(marks, i))) {
            alias = Name.of(marks.token(i++));
        }
        RelationReference relation = new RelationReference(name, alias, use);
        marks.relations.add(relation);
        return new Target(relation, i);
    }

    private static boolean isAlias(Marks marks, int index) {
        String word = marks.token(index).value();
        return switch (marks.token(index).kind()) {
            case QUOTED_IDENTIFIER -> true;
            case WORD -> Keywords.mayNameColumn(word) && !isClause(word);
            default -> false;
        };
    }

    /** Words that may name a column but begin a clause here. */
    private static boolean isClause(String word) {
        return switch (word) {
            case "set", "values", "overriding", "by" -> true;
            default -> false;
        };
    }

    /** The target as a FROM item. */
    FromItem item() {
        return new FromItem.Relation(relation, relation.visibleName(), List.of());
    }

    /** The target's rows under another name. */
    FromItem named(String name) {
        return new FromItem.Relation(
                relation, new Name(name, relation.visibleName().span()), List.of());
    }
}
