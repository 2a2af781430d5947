package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.replay.typing.Scope.Source;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads INSERT, UPDATE and DELETE: whether what they put into columns fits, and what RETURNING gives (manual 6). */
final class Modifications {
    private static final Set<String> NO_ALIAS =
            Set.of("set", "using", "where", "values", "select", "returning", "default", "overriding", "with", "table");

    private final Rules rules;
    private final TermTokens tokens;
    private final Scope around;

    Modifications(Rules rules, TermTokens tokens, Scope around) {
        this.rules = rules;
        this.tokens = tokens;
        this.around = around;
    }

    /** The columns of RETURNING; null where they are not known. MERGE is not read. */
    @Nullable
    List<Column> read() {
        boolean insert = tokens.skipWords("insert", "into");
        if (!insert && !tokens.skipWords("update") && !tokens.skipWords("delete", "from")) {
            return null;
        }
        tokens.skipWords("only");
        List<String> name = new Names(tokens).qualified();
        if (tokens.isOperator("*")) {
            tokens.take();
        }
        Source target = target(name);
        return insert ? insert(target) : change(target);
    }

    private Source target(List<String> name) {
        boolean as = tokens.skipWords("as");
        boolean bare = new Names(tokens).atLabel() && !tokens.isAnyWord(NO_ALIAS);
        String shown = as || bare ? tokens.name() : name.getLast();
        Optional<Relation> relation = rules.knowledge().relation(name);
        return relation.map(found -> FromItems.of(found, shown)).orElse(Source.UNKNOWN);
    }

    private @Nullable List<Column> insert(Source target) {
        @Nullable List<DataType> types = target.known() ? types(target, names()) : skipNames();
        if (tokens.skipWords("overriding")) {
            tokens.move(2);
        }
        List<Token> rest = tokens.rest();
        List<Token> source = Clauses.of(rest.subList(0, conflict(rest))).withoutReturning();
        if (!new TermTokens(source).isWord("default")) {
            source(source, types == null ? List.of() : types);
        }
        return output(Clauses.of(rest).behind("returning"), target);
    }

    private @Nullable List<DataType> skipNames() {
        names();
        return null;
    }

    /** The columns that are written behind the table; all where none are. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        boolean list = tokens.is(TokenKind.LEFT_PAREN) && !Queries.isQuery(new TermTokens(tokens.rest()).enclosed());
        if (!list) {
            return names;
        }
        for (List<Token> part : Parts.list(tokens.enclosed())) {
            names.add(part.size() == 1 ? part.getFirst().value() : "");
        }
        return names;
    }

    private static List<DataType> types(Source target, List<String> names) {
        return names.isEmpty()
                ? target.columns().stream().map(Column::type).toList()
                : names.stream()
                        .map(name -> Column.type(target.columns(), name))
                        .toList();
    }

    private static int conflict(List<Token> rest) {
        for (int i = 0; i + 1 < rest.size(); i++) {
            if (rest.get(i).isWord("on") && rest.get(i + 1).isWord("conflict")) {
                return i;
            }
        }
        return rest.size();
    }

    /** Each row of VALUES is put into the columns by itself. */
    private void source(List<Token> source, List<DataType> types) {
        TermTokens rest = new TermTokens(source);
        if (!rest.skipWords("values")) {
            @Nullable List<Column> columns = new Queries(rules).columns(source, around);
            for (int i = 0; columns != null && i < Math.min(columns.size(), types.size()); i++) {
                rules.requireAssignable(columns.get(i).type(), types.get(i), source);
            }
            return;
        }
        do {
            row(rest.enclosed(), types);
        } while (rest.skip(TokenKind.COMMA));
    }

    /** A value may be a row of which each field is put into a column. */
    private void row(List<Token> row, List<DataType> types) {
        @Nullable List<Column> columns = new Outputs(rules, around).read(row);
        List<List<Token>> values = Parts.list(row);
        for (int i = 0; columns != null && i < Math.min(columns.size(), types.size()); i++) {
            List<Token> value = columns.size() == values.size() ? values.get(i) : row;
            rules.requireAssignable(columns.get(i).type(), types.get(i), value);
        }
    }

    /** USING of DELETE is what FROM is of UPDATE. */
    private @Nullable List<Column> change(Source target) {
        boolean using = tokens.skipWords("using");
        Clauses clauses = Clauses.of(tokens.rest());
        Source from = FromItems.read(rules, using ? clauses.first() : clauses.behind("from"), around);
        Scope scope = around.inner(target.with(from));
        for (List<Token> assignment : Parts.list(clauses.behind("set"))) {
            assign(assignment, target, scope);
        }
        new Queries(rules).condition(clauses.behind("where"), scope);
        return output(clauses.behind("returning"), target.with(from));
    }

    private void assign(List<Token> assignment, Source target, Scope scope) {
        boolean plain = assignment.size() > 2 && assignment.get(1).is(TokenKind.OPERATOR);
        if (!plain) {
            return;
        }
        List<Token> value = assignment.subList(2, assignment.size());
        DataType type = Expressions.whole(value, rules, scope).type();
        rules.requireAssignable(
                type, Column.type(target.columns(), assignment.getFirst().value()), value);
    }

    private @Nullable List<Column> output(List<Token> returning, Source source) {
        return returning.isEmpty() ? null : new Outputs(rules, around.inner(source)).read(returning);
    }
}
