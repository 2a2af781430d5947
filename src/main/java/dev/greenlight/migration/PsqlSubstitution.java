package dev.greenlight.migration;

import dev.greenlight.source.Edit;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of psql: {@code :name}, as a literal {@code :'name'} and as an identifier {@code :"name"}; not in quotes,
 * dollar quotes and comments (manual psql, "SQL Interpolation").
 */
record PsqlSubstitution(Map<String, String> byName) implements Substitution {
    @Override
    public List<Edit> values(String text) {
        if (byName.isEmpty() || text.indexOf(':') < 0) {
            return List.of();
        }
        return Splitter.statements(text, new Span(0, text.length()))
                .flatMap(statement -> statement.tokens().stream())
                .filter(token -> token.is(TokenKind.PLACEHOLDER) && text.charAt(token.start()) == ':')
                .flatMap(token -> value(token, text.charAt(token.start() + 1)).stream())
                .toList();
    }

    private Optional<Edit> value(Token token, char mark) {
        String value = byName.get(token.value());
        if (value == null || mark == '{') {
            return Optional.empty();
        }
        String filledIn = switch (mark) {
            case '\'' -> literal(value);
            case '"' -> '"' + value.replace("\"", "\"\"") + '"';
            default -> value;
        };
        return Optional.of(new Edit(token.span(), filledIn));
    }

    /** As libpq's PQescapeLiteral writes it. */
    private static String literal(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : " E" + quoted.replace("\\", "\\\\");
    }
}
