package dev.greenlight.rule.checks;

import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.DatabaseStatement;
import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.LanguageStatement;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.ReplicationStatement.PublicationAction;
import dev.greenlight.sql.ReplicationStatement.PublishedObjects;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.TextSearchStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TypeStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What in a statement PostgreSQL lets only superusers do, or those whom they have let do just that. */
final class SuperuserNeed {
    private static final Set<String> UNTRUSTED =
            Set.of("c", "internal", "plperlu", "plpythonu", "plpython2u", "plpython3u", "pltclu");

    private SuperuserNeed() {}

    static Optional<String> of(Statement statement, StatementText text) {
        return switch (statement) {
            case DatabaseStatement database -> Optional.ofNullable(ofDatabase(database));
            case ReplicationStatement replication -> Optional.ofNullable(ofReplication(replication));
            case OperatorStatement operator -> Optional.ofNullable(ofOperator(operator));
            case LanguageStatement language -> Optional.ofNullable(ofLanguage(language));
            case ForeignDataStatement foreign -> Optional.ofNullable(ofForeignData(foreign));
            case CastStatement cast -> Optional.ofNullable(ofCast(cast));
            case TextSearchStatement textSearch -> Optional.ofNullable(ofTextSearch(textSearch));
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
            case SessionStatement.Checkpoint ignored -> Optional.of("it makes the server write a checkpoint");
            case DataStatement.Copy ignored -> ofCopy(text);
            default -> Optional.empty();
        };
    }

    private static @Nullable String ofDatabase(DatabaseStatement statement) {
        return switch (statement) {
            case DatabaseStatement.CreateDatabase ignored -> null;
            case DatabaseStatement.AlterDatabase ignored -> null;
            case DatabaseStatement.CreateTablespace ignored -> "it makes a tablespace";
            case DatabaseStatement.AlterTablespace ignored -> null;
            case DatabaseStatement.AlterSystem ignored -> "it changes the server's configuration";
        };
    }

    private static @Nullable String ofReplication(ReplicationStatement statement) {
        return switch (statement) {
            case ReplicationStatement.CreatePublication create ->
                create.allTables() ? "it publishes all tables" : ofPublished(create.objects());
            case ReplicationStatement.AlterPublication alter -> ofPublication(alter.action());
            case ReplicationStatement.CreateSubscription ignored -> "it makes a subscription";
            case ReplicationStatement.AlterSubscription ignored -> null;
        };
    }

    private static @Nullable String ofPublication(PublicationAction action) {
        return switch (action) {
            case PublicationAction.Add add -> ofPublished(add.objects());
            case PublicationAction.Drop ignored -> null;
            case PublicationAction.Replace replace -> ofPublished(replace.objects());
            case PublicationAction.SetOptions ignored -> null;
        };
    }

    private static @Nullable String ofPublished(PublishedObjects objects) {
        return objects.schemas().isEmpty() ? null : "it publishes all tables of a schema";
    }

    private static @Nullable String ofOperator(OperatorStatement statement) {
        return switch (statement) {
            case OperatorStatement.CreateOperator ignored -> null;
            case OperatorStatement.AlterOperator ignored -> null;
            case OperatorStatement.CreateOperatorClass ignored -> "it makes an operator class";
            case OperatorStatement.CreateOperatorFamily ignored -> "it makes an operator family";
            case OperatorStatement.AddToFamily ignored -> "it changes an operator family";
            case OperatorStatement.DropFromFamily ignored -> "it changes an operator family";
        };
    }

    private static @Nullable String ofLanguage(LanguageStatement statement) {
        return switch (statement) {
            case LanguageStatement.CreateLanguage create -> ofLanguage(create);
            case LanguageStatement.CreateAccessMethod ignored -> "it makes an access method";
        };
    }

    /** Without a handler it is an extension that brings it, and those that are trusted need no superuser. */
    private static @Nullable String ofLanguage(LanguageStatement.CreateLanguage create) {
        if (UNTRUSTED.contains(create.name().value())) {
            return "the language is untrusted";
        }
        return create.handler() == null ? null : "it makes a language";
    }

    private static @Nullable String ofCast(CastStatement statement) {
        return switch (statement) {
            case CastStatement.CreateCast create ->
                create.method().equals("without function") ? "it makes a cast without a function" : null;
            case CastStatement.CreateTransform ignored -> null;
            case CastStatement.CreateConversion ignored -> null;
        };
    }

    private static @Nullable String ofTextSearch(TextSearchStatement statement) {
        return switch (statement) {
            case TextSearchStatement.CreateConfiguration ignored -> null;
            case TextSearchStatement.CreateDictionary ignored -> null;
            case TextSearchStatement.CreateParser ignored -> "it makes a text search parser";
            case TextSearchStatement.CreateTemplate ignored -> "it makes a text search template";
            case TextSearchStatement.AlterConfiguration ignored -> null;
            case TextSearchStatement.AlterDictionary ignored -> null;
        };
    }

    private static @Nullable String ofForeignData(ForeignDataStatement statement) {
        return switch (statement) {
            case ForeignDataStatement.CreateWrapper ignored -> "it makes a foreign-data wrapper";
            case ForeignDataStatement.AlterWrapper ignored -> "it changes a foreign-data wrapper";
            case ForeignDataStatement.CreateServer ignored -> null;
            case ForeignDataStatement.AlterServer ignored -> null;
            case ForeignDataStatement.CreateUserMapping ignored -> null;
            case ForeignDataStatement.AlterUserMapping ignored -> null;
            case ForeignDataStatement.ImportSchema ignored -> null;
        };
    }

    private static boolean has(List<Token> tokens, String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
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
