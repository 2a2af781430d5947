package dev.greenlight.replay.wording;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.LastNames.LastName;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Parts of statements, in which each name is the one that its object has at the end of the history. */
final class LastText {
    private final LastNames names;
    private final StarText stars;

    LastText(LastNames names) {
        this.names = names;
        this.stars = new StarText(names);
    }

    /**
     * @param text with what is gone as it was written
     * @param complete whether all that it names is still there
     */
    record Part(String text, boolean complete) {}

    String of(PastStep past, Span span) {
        return part(past, span, false).text();
    }

    /** In a query a table without an alias is one by its name, which its columns may be qualified by. */
    Part query(PastStep past, Span span) {
        return part(past, span, true);
    }

    /** Empty where something that it names is gone. */
    Optional<String> whole(PastStep past, Span span) {
        return Optional.of(part(past, span, false)).filter(Part::complete).map(Part::text);
    }

    private Part part(PastStep past, Span span, boolean query) {
        StringBuilder text = new StringBuilder();
        boolean complete = true;
        int at = span.start();
        for (Reference reference : within(past, span)) {
            Span name = name(past, reference.span());
            if (name.start() < at) {
                continue;
            }
            if (past.text(name).equals("*")) {
                Optional<String> columns = stars.of(past, name);
                complete &= columns.isPresent();
                text.append(past.text(new Span(at, name.start()))).append(columns.orElse("*"));
                at = name.end();
                continue;
            }
            LastName last = names.of(reference, past);
            complete &= !last.isGone();
            text.append(past.text(new Span(at, name.start()))).append(written(past, name, last));
            if (query && !last.same() && !last.isGone() && isUnnamed(past, reference, name)) {
                text.append(" AS ").append(Identifiers.quote(reference.name().name()));
            }
            at = name.end();
        }
        return new Part(text.append(past.text(new Span(at, span.end()))).toString(), complete);
    }

    private static List<Reference> within(PastStep past, Span span) {
        return past.step().references().stream()
                .filter(reference -> span.contains(reference.span()) && !reference.span().isEmpty())
                .sorted(Comparator.comparing(reference -> reference.span().start()))
                .toList();
    }

    /** The name alone, without what stands around that of a type. */
    private static Span name(PastStep past, Span span) {
        List<Token> tokens = tokens(past.text(span));
        boolean set = tokens.size() > 1
                && tokens.getFirst().isWord("setof")
                && !tokens.get(1).is(TokenKind.DOT);
        int first = set ? 1 : 0;
        int end = first;
        while (end < tokens.size() && isPart(tokens.get(end), end - first)) {
            end++;
        }
        return end == first
                ? span
                : new Span(
                        span.start() + tokens.get(first).start(),
                        span.start() + tokens.get(end - 1).end());
    }

    private static boolean isPart(Token token, int index) {
        return index % 2 == 1
                ? token.is(TokenKind.DOT)
                : token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
    }

    static List<Token> tokens(String text) {
        return Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
    }

    private static String written(PastStep past, Span name, LastName last) {
        String written = past.text(name);
        boolean string = written.startsWith("'");
        boolean qualified = written.contains(".");
        if (last.isGone() || last.same() && (last.visible() || qualified)) {
            return written;
        }
        return string ? "'" + last.name().replace("'", "''") + "'" : last.name();
    }

    /** Whether it is a table in a query that has no alias. */
    private static boolean isUnnamed(PastStep past, Reference reference, Span name) {
        if (reference.column() != null || !LastNames.isRelation(reference.type()) || past.text(name).startsWith("'")) {
            return false;
        }
        Span rest = new Span(name.end(), past.statement().span().end());
        return tokens(past.text(rest)).stream().findFirst().filter(LastText::isAlias).isEmpty();
    }

    private static boolean isAlias(Token token) {
        return token.isWord("as")
                || token.is(TokenKind.QUOTED_IDENTIFIER)
                || token.is(TokenKind.WORD)
                        && Keywords.mayNameColumn(token.value())
                        && Keywords.mayNameTypeOrFunction(token.value());
    }
}
