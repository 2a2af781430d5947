package dev.greenlight.migration;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SQL as a tool sends it that divides it itself.
 *
 * @param text with semicolons in the place of other delimiters, and as long as before
 * @param strings what is sent at once, in order
 * @param broken where the tool ends a statement that for PostgreSQL goes on, so that it sends no SQL
 */
record SentSql(String text, List<Section> strings, Optional<Span> broken) {
    private static final Set<TokenKind> QUOTED =
            EnumSet.of(TokenKind.STRING, TokenKind.DOLLAR_STRING, TokenKind.QUOTED_IDENTIFIER);

    SentSql {
        strings = List.copyOf(strings);
    }

    /**
     * @param id of the changeset, where there are some
     * @param delimiters where the tool ends a statement
     */
    static SentSql of(@Nullable String id, String sql, List<Span> delimiters) {
        String text = withSemicolons(sql, delimiters);
        List<Span> statements = Splitter.statements(text, new Span(0, text.length()))
                .map(StatementText::span)
                .toList();
        Set<Span> within = inside(delimiters, statements);
        List<Span> ends =
                delimiters.stream().filter(end -> !within.contains(end)).toList();
        return new SentSql(
                text,
                strings(id, ends, statements, text.length()),
                within.stream().findFirst());
    }

    private static String withSemicolons(String sql, List<Span> delimiters) {
        List<Span> others = delimiters.stream()
                .filter(delimiter ->
                        !sql.substring(delimiter.start(), delimiter.end()).equals(";"))
                .toList();
        if (others.isEmpty()) {
            return sql;
        }
        List<Span> quoted = Lexer.tokenize(sql, new Span(0, sql.length())).stream()
                .filter(token -> QUOTED.contains(token.kind()))
                .map(Token::span)
                .toList();
        Set<Span> within = inside(others, quoted);
        StringBuilder text = new StringBuilder(sql);
        for (Span other : others) {
            if (within.contains(other)) {
                continue;
            }
            replace(text, other);
        }
        return text.toString();
    }

    /** Line ends stay, since a comment may be before them. */
    private static void replace(StringBuilder text, Span delimiter) {
        for (int i = delimiter.start(); i < delimiter.end() - 1; i++) {
            text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
        }
        text.setCharAt(delimiter.end() - 1, ';');
    }

    /** Those that begin and end within one of the others. Both are in order. */
    private static Set<Span> inside(List<Span> spans, List<Span> others) {
        Set<Span> inside = new LinkedHashSet<>();
        int i = 0;
        for (Span span : spans) {
            while (i < others.size() && others.get(i).end() <= span.start()) {
                i++;
            }
            if (i < others.size()
                    && others.get(i).start() < span.start()
                    && span.end() < others.get(i).end()) {
                inside.add(span);
            }
        }
        return inside;
    }

    /** Several statements in one string are an implicit transaction, one is none (manual 54.2.2.1). */
    private static List<Section> strings(@Nullable String id, List<Span> ends, List<Span> statements, int length) {
        List<Section> strings = new ArrayList<>();
        int from = 0;
        int statement = 0;
        for (int i = 0; i <= ends.size(); i++) {
            int to = i < ends.size() ? ends.get(i).end() : length;
            int first = statement;
            while (statement < statements.size() && statements.get(statement).start() < to) {
                statement++;
            }
            TransactionMode mode = statement - first > 1 ? TransactionMode.IMPLICIT : TransactionMode.NONE;
            add(strings, new Section(id, new Span(from, to), mode));
            from = to;
        }
        return strings;
    }

    private static void add(List<Section> strings, Section next) {
        boolean joins = !strings.isEmpty()
                && strings.getLast().transaction() == TransactionMode.NONE
                && next.transaction() == TransactionMode.NONE;
        Span span = joins
                ? new Span(strings.removeLast().span().start(), next.span().end())
                : next.span();
        strings.add(new Section(next.id(), span, next.transaction()));
    }
}
