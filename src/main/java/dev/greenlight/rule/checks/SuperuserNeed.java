package dev.greenlight.rule.checks;

import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TypeStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in a statement PostgreSQL lets only superusers do, or those whom they have let do just that. */
final class SuperuserNeed {
    private static final Set<String> UNTRUSTED =
            Set.of("c", "internal", "plperlu", "plpythonu", "plpython2u", "plpython3u", "pltclu");

    private SuperuserNeed() {}

    static Optional<String> of(Statement statement, StatementText text) {
        return switch (statement) {
            case ObjectStatement.DefineObject define -> ofObject(define);
            case TriggerStatement.CreateEventTrigger ignored -> Optional.of("it makes an event trigger");
            case RoutineStatement.CreateRoutine create
            when UNTRUSTED.contains(create.language()) ->
                Optional.of("its language " + create.language() + " is untrusted");
            case TypeStatement.CreateBaseType ignored -> Optional.of("it makes a base type");
            case PrivilegeStatement.DefineRole define
            when has(define.options(), "superuser") -> Optional.of("it makes a superuser");
            case SessionStatement.SetParameter set
            when set.name().equals("session_replication_role") && !set.reset() ->
                Optional.of("it turns off triggers and foreign keys");
            case DataStatement.Copy ignored -> ofCopy(text);
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofObject(ObjectStatement.DefineObject define) {
        boolean create = define.verb().equals("CREATE");
        return switch (define.type()) {
            case SYSTEM -> Optional.of("it changes the server's configuration");
            case TABLESPACE -> create ? Optional.of("it makes a tablespace") : Optional.empty();
            case LANGUAGE ->
                create
                                && define.name() != null
                                && UNTRUSTED.contains(define.name().name())
                        ? Optional.of("the language is untrusted")
                        : Optional.empty();
            case PUBLICATION ->
                create && hasAllTables(define.definition()) ? Optional.of("it publishes all tables") : Optional.empty();
            case FOREIGN_DATA_WRAPPER -> create ? Optional.of("it makes a foreign-data wrapper") : Optional.empty();
            case ACCESS_METHOD -> Optional.of("it makes an access method");
            case OPERATOR_CLASS, OPERATOR_FAMILY ->
                create ? Optional.of("it makes an operator class") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    private static boolean hasAllTables(List<Token> definition) {
        for (int i = 0; i + 1 < definition.size(); i++) {
            if (definition.get(i).isWord("all") && definition.get(i + 1).isWord("tables")) {
                return true;
            }
        }
        return false;
    }

    /** A file or program stands on the server where it is not STDIN or STDOUT (manual COPY). */
    private static Optional<String> ofCopy(StatementText text) {
        List<Token> tokens = text.tokens();
        int depth = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            depth += tokens.get(i).is(TokenKind.LEFT_PAREN) ? 1 : 0;
            depth -= tokens.get(i).is(TokenKind.RIGHT_PAREN) ? 1 : 0;
            boolean target = depth == 0
                    && i > 1
                    && (tokens.get(i).isWord("from") || tokens.get(i).isWord("to"));
            if (target
                    && !tokens.get(i + 1).isWord("stdin")
                    && !tokens.get(i + 1).isWord("stdout")) {
                return Optional.of(
                        tokens.get(i + 1).isWord("program")
                                ? "COPY runs a program on the server"
                                : "COPY takes a file of the server's");
            }
        }
        return Optional.empty();
    }
}
