package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Edit;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The places in a query at which the name of a table stands for the rows that are read of it, not for the table: before
 * the names of columns. A table with another name now takes them along, or where not all of them are certain keeps its
 * old name as an alias.
 */
final class Qualifiers {
    private final LastNames names;
    private final PastStep past;
    private final List<Token> tokens;
    private final List<Reference> references;

    /** @param references those within the span */
    Qualifiers(LastNames names, PastStep past, Span span, List<Reference> references) {
        this.names = names;
        this.past = past;
        this.tokens = Lexer.tokenize(past.step().file().text(), span).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        this.references = references;
    }

    /** Empty where it needs an alias. */
    Optional<List<Edit>> of(Reference table) {
        String old = table.name().name();
        Optional<String> last = LastNames.relation(table.name(), past)
                .flatMap(names::now)
                .map(Relation::name)
                .map(name -> name.name());
        if (last.isEmpty() || last.get().equals(old)) {
            return Optional.of(List.of());
        }
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean name = token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
            boolean behindDot = i > 0 && tokens.get(i - 1).is(TokenKind.DOT);
            if (!name || !token.value().equals(old) || behindDot || isWithinReference(token.span())) {
                continue;
            }
            if (!isBeforeColumn(i, table)) {
                return Optional.empty();
            }
            edits.add(new Edit(token.span(), Identifiers.quote(last.get())));
        }
        return Optional.of(edits);
    }

    private boolean isWithinReference(Span span) {
        return references.stream().anyMatch(reference -> reference.span().contains(span));
    }

    private boolean isBeforeColumn(int at, Reference table) {
        return at + 2 < tokens.size()
                && tokens.get(at + 1).is(TokenKind.DOT)
                && references.stream()
                        .anyMatch(reference -> reference.column() != null
                                && reference.name().equals(table.name())
                                && reference.span().equals(tokens.get(at + 2).span()));
    }
}
