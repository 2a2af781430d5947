package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The server's lexer rejects what this one rejects. */
@Tag("postgres")
class LexerOnServerProperties {

    /** Where the parser gives up first it says nothing of an error that the lexer would find behind that place. */
    @Property
    void the_server_rejects_what_the_lexer_rejects(@ForAll("plain") String text) {
        String sql = "SELECT " + text;
        boolean error = Tokens.of(sql).stream().anyMatch(token -> token.is(TokenKind.ERROR));

        assertThat(error && Oracle.postgres().syntax(sql).isEmpty()).as(sql).isFalse();
    }

    @Property
    void the_lexer_rejects_what_the_servers_lexer_rejects(@ForAll("plain") String text) {
        String sql = "SELECT " + text;
        Optional<ServerError> error = Oracle.postgres().syntax(sql).filter(LexerOnServerProperties::isLexical);

        error.ifPresent(
                found -> assertThat(Tokens.of(sql)).as(sql + found).anyMatch(token -> token.is(TokenKind.ERROR)));
    }

    @Provide
    Arbitrary<String> plain() {
        return Fragments.plainTexts();
    }

    private static boolean isLexical(ServerError error) {
        return error.message()
                .matches("(?s)(unterminated|trailing junk|zero-length|invalid (Unicode|hex|oct|bin|byte)).*");
    }
}
