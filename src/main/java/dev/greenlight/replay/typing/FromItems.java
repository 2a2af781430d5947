package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.SystemRelations.SystemRelation;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.replay.typing.Scope.Item;
import dev.greenlight.replay.typing.Scope.Source;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind FROM (manual 7.2.1). */
final class FromItems {
    private static final Set<String> JOINS = Set.of("cross", "inner", "left", "right", "full", "natural", "join");

    private final Rules rules;
    private final TermTokens tokens;
    private final Scope around;
    /** What stands to the left, which functions and LATERAL see. */
    private final Source before;

    FromItems(Rules rules, TermTokens tokens, Scope around, Source before) {
        this.rules = rules;
        this.tokens = tokens;
        this.around = around;
        this.before = before;
    }

    /** Nothing where nothing is written. */
    static Source read(Rules rules, List<Token> list, Scope around) {
        if (list.isEmpty()) {
            return Source.NOTHING;
        }
        TermTokens tokens = new TermTokens(list);
        Source all = Source.NOTHING;
        do {
            all = all.with(new FromItems(rules, tokens, around, all).joined());
        } while (tokens.skip(TokenKind.COMMA));
        if (!tokens.atEnd()) {
            throw tokens.unread();
        }
        return all;
    }

    Source joined() {
        Source left = item();
        while (tokens.isAnyWord(JOINS)) {
            left = join(left);
        }
        return left;
    }

    private Source join(Source left) {
        boolean natural = tokens.skipWords("natural");
        boolean cross = tokens.skipWords("cross");
        boolean full = tokens.isWord("full");
        if (!cross && !tokens.isWord("join")) {
            tokens.take();
            tokens.skipWords("outer");
        }
        tokens.expectWord("join");
        FromItems inner = new FromItems(rules, tokens, around, before.with(left));
        Source right = inner.item();
        while (!cross && !natural && !tokens.isWord("on") && !tokens.isWord("using") && tokens.isAnyWord(JOINS)) {
            right = new FromItems(rules, tokens, around, before.with(left)).join(right);
        }
        if (natural) {
            return merged(left, right, left.known() && right.known() ? Scope.shared(left, right) : null);
        }
        return cross ? left.with(right) : conditional(left, right);
    }

    private Source conditional(Source left, Source right) {
        if (tokens.skipWords("using")) {
            List<String> names = new Names(tokens).list();
            Source merged = merged(left, right, names);
            return tokens.skipWords("as") ? aliased(merged, names, tokens.name()) : merged;
        }
        tokens.expectWord("on");
        Source both = left.with(right);
        int start = tokens.position();
        Typed condition = new Expressions(rules, tokens, around.inner(before.with(both))).expression();
        rules.requireBoolean(condition.type(), tokens.since(start));
        return both;
    }

    /** {@code USING (…) AS name} names the merged columns alone. */
    private static Source aliased(Source merged, List<String> names, String alias) {
        List<Item> items = new ArrayList<>(merged.items());
        items.add(new Item(
                alias,
                merged.columns()
                        .subList(0, Math.min(names.size(), merged.columns().size())),
                merged.known(),
                Types.RECORD,
                null));
        return new Source(items, merged.columns(), merged.known());
    }

    /** Columns of USING come first and once (manual 7.2.1.1). */
    private Source merged(Source left, Source right, @Nullable List<String> names) {
        Source both = left.with(right);
        if (names == null) {
            return new Source(both.items(), List.of(), false);
        }
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            List<DataType> types = List.of(Column.type(left.columns(), name), Column.type(right.columns(), name));
            DataType type = rules.common(types, tokens.since(tokens.position() - 1));
            columns.add(new Column(name, type));
        }
        both.columns().stream().filter(column -> !names.contains(column.name())).forEach(columns::add);
        return new Source(both.items(), columns, both.known());
    }

    private Source item() {
        boolean lateral = tokens.skipWords("lateral");
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            return inParentheses(tokens.enclosed(), lateral);
        }
        boolean only = tokens.skipWords("only");
        if (only && tokens.is(TokenKind.LEFT_PAREN)) {
            TermTokens inside = new TermTokens(tokens.enclosed());
            return alias(relation(new Names(inside).qualified()), "", DataType.UNKNOWN);
        }
        if (tokens.isWord("rows", "from") || tokens.isWord("xmltable") || tokens.isWord("json_table")) {
            throw tokens.unread();
        }
        if (tokens.isAnyWord(Operands.VALUES.keySet())) {
            return new FromFunctions(rules, tokens, around).value(tokens.name());
        }
        int start = tokens.position();
        boolean quoted = tokens.is(TokenKind.QUOTED_IDENTIFIER);
        List<String> name = new Names(tokens).qualified();
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            Scope scope = around.inner(before);
            return new FromFunctions(rules, tokens, scope).read(name, !quoted && name.size() == 1, start);
        }
        Source relation = relation(name);
        if (tokens.isOperator("*")) {
            tokens.take();
        }
        Source aliased = alias(relation, name.getLast(), row(relation), table(relation));
        if (tokens.isWord("tablesample")) {
            throw tokens.unread();
        }
        return aliased;
    }

    private static @Nullable Table table(Source source) {
        return source.items().isEmpty() ? null : source.items().getFirst().table();
    }

    private static DataType row(Source source) {
        return source.items().isEmpty()
                ? DataType.UNKNOWN
                : source.items().getFirst().row();
    }

    private Source inParentheses(List<Token> inside, boolean lateral) {
        if (Queries.isQuery(inside)) {
            Scope scope = lateral ? around.inner(before) : around;
            @Nullable List<Column> columns = new Queries(rules).settled(inside, scope);
            Source source = columns == null ? Source.UNKNOWN : new Source(List.of(), columns, true);
            return alias(source, "", Types.RECORD);
        }
        TermTokens rest = new TermTokens(inside);
        Source source = new FromItems(rules, rest, around, before).joined();
        if (!rest.atEnd()) {
            throw rest.unread();
        }
        return isAlias(tokens) ? alias(source, "", DataType.UNKNOWN) : source;
    }

    static boolean isAlias(TermTokens tokens) {
        return tokens.isWord("as") || new Names(tokens).atLabel();
    }

    private Source alias(Source source, String name, DataType row) {
        return alias(source, name, row, null);
    }

    private Source alias(Source source, String name, DataType row, @Nullable Table table) {
        boolean written = isAlias(tokens);
        tokens.skipWords("as");
        String alias = written ? tokens.name() : name;
        return source.as(alias, new Names(tokens).list(), row, table);
    }

    /** What a name behind FROM stands for: a common table, or else what the catalog has. */
    Source relation(List<String> name) {
        @Nullable Source common = name.size() == 1 ? around.tables().get(name.getFirst()) : null;
        if (common != null) {
            return common;
        }
        Optional<SystemRelation> system = rules.knowledge().system(name);
        if (system.isPresent()) {
            return of(system.get());
        }
        Optional<Relation> relation = rules.knowledge().relation(name);
        return relation.map(found -> of(found, name.getLast())).orElse(Source.UNKNOWN);
    }

    private static Source of(SystemRelation relation) {
        List<Column> columns = Types.columns(relation);
        DataType row = new DataType(relation.name(), List.of(), false);
        return Source.of(new Item(relation.name().name(), columns, true, row, null));
    }

    static Source of(Relation relation, String name) {
        @Nullable List<Column> columns = Types.columns(relation);
        DataType row = new DataType(relation.name(), List.of(), false);
        @Nullable Table table = relation instanceof Table found ? found : null;
        return Source.of(new Item(name, columns == null ? List.of() : columns, columns != null, row, table));
    }
}
