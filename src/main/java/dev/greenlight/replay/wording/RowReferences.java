package dev.greenlight.replay.wording;

import dev.greenlight.replay.Reference;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TriggerStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns that a rule names by {@code OLD} and {@code NEW} (manual CREATE RULE), which replay does not resolve. */
final class RowReferences {
    private RowReferences() {}

    static Stream<Reference> of(PastStep past) {
        return past.statement() instanceof TriggerStatement.CreateRule rule
                ? past.step().references().stream()
                        .filter(reference ->
                                reference.span().equals(rule.table().span()))
                        .findFirst()
                        .stream()
                        .flatMap(table -> columns(past, table).stream())
                : Stream.empty();
    }

    private static List<Reference> columns(PastStep past, Reference table) {
        List<Reference> columns = new ArrayList<>();
        Span whole = past.statement().span();
        List<Token> tokens = Lexer.tokenize(past.step().file().text(), whole).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token name = tokens.get(i + 2);
            boolean row = tokens.get(i).isWord("old") || tokens.get(i).isWord("new");
            boolean named = name.is(TokenKind.WORD) || name.is(TokenKind.QUOTED_IDENTIFIER);
            if (row && named && tokens.get(i + 1).is(TokenKind.DOT)) {
                columns.add(
                        new Reference(table.type(), table.name(), Name.of(name).value(), name.span(), table.origin()));
            }
        }
        return columns;
    }
}
