package dev.greenlight.replay.wording;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.StringConstant;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.LastNames.LastName;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Edit;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** In a query a table's name may stand before those of its columns. */
    Part query(PastStep past, Span span) {
        return part(past, span, true);
    }

    /** Empty where something that it names is gone. */
    Optional<String> whole(PastStep past, Span span) {
        return Optional.of(part(past, span, false)).filter(Part::complete).map(Part::text);
    }

    private Part part(PastStep past, Span span, boolean query) {
        List<Reference> references = within(past, span);
        Qualifiers qualifiers = new Qualifiers(names, past, query ? span : new Span(0, 0), references);
        List<Edit> edits = new ArrayList<>();
        boolean complete = true;
        for (Reference reference : references) {
            Span name = name(past, reference.span());
            Optional<String> last = past.text(name).equals("*") ? stars.of(past, name) : last(past, reference, name);
            complete &= last.isPresent();
            String alias = "";
            if (query && isTable(past, reference, name)) {
                Optional<List<Edit>> others = qualifiers.of(reference);
                others.ifPresent(edits::addAll);
                alias = others.isEmpty()
                        ? " AS " + Identifiers.quote(reference.name().name())
                        : "";
            }
            edits.add(new Edit(name, last.orElse(past.text(name)) + alias));
        }
        return new Part(edited(past, span, edits), complete);
    }

    private static List<Reference> within(PastStep past, Span span) {
        return Stream.concat(past.step().references().stream(), RowReferences.of(past))
                .filter(reference ->
                        span.contains(reference.span()) && !reference.span().isEmpty())
                .filter(reference -> !isKeptAsWritten(past, reference.span()))
                .toList();
    }

    /** Of a body that is a string PostgreSQL keeps the string, whatever becomes of what it names. */
    private static boolean isKeptAsWritten(PastStep past, Span span) {
        return past.statement() instanceof RoutineStatement.CreateRoutine create
                && create.body() != null
                && create.body().token() != null
                && create.body().token().span().contains(span);
    }

    /** Some names are resolved more than once. */
    private static String edited(PastStep past, Span span, List<Edit> edits) {
        edits.sort(Comparator.comparing(edit -> edit.span().start()));
        StringBuilder text = new StringBuilder();
        int at = span.start();
        for (Edit edit : edits) {
            if (edit.span().start() >= at) {
                text.append(past.text(new Span(at, edit.span().start()))).append(edit.replacement());
                at = edit.span().end();
            }
        }
        return text.append(past.text(new Span(at, span.end()))).toString();
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

    /** Empty where it is gone. */
    private Optional<String> last(PastStep past, Reference reference, Span name) {
        LastName last = names.of(reference, past);
        String written = past.text(name);
        if (last.isGone()) {
            return Optional.empty();
        }
        if (last.same() && (last.visible() || written.contains("."))) {
            return Optional.of(written);
        }
        return Optional.of(written.startsWith("'") ? StringConstant.of(last.name()) : last.name());
    }

    /** Whether it is a table in a query that has no alias. */
    private static boolean isTable(PastStep past, Reference reference, Span name) {
        if (reference.column() != null
                || !LastNames.isRelation(reference.type())
                || past.text(name).startsWith("'")) {
            return false;
        }
        Span rest = new Span(name.end(), past.statement().span().end());
        return tokens(past.text(rest)).stream()
                .findFirst()
                .filter(LastText::isAlias)
                .isEmpty();
    }

    private static boolean isAlias(Token token) {
        return token.isWord("as")
                || token.is(TokenKind.QUOTED_IDENTIFIER)
                || token.is(TokenKind.WORD)
                        && Keywords.mayNameColumn(token.value())
                        && Keywords.mayNameTypeOrFunction(token.value());
    }
}
