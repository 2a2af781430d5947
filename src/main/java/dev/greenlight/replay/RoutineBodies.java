package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.SqlBody;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.plpgsql.Code;
import dev.greenlight.sql.plpgsql.PlpgsqlParser;
import dev.greenlight.sql.plpgsql.Signature;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of a routine, which PostgreSQL does too when the routine is made (manual 20.11.1,
 * check_function_bodies): it has to parse, and in SQL it is read in full. Of a body that is no string it
 * keeps what it needs. Bodies in other languages are only read when they run.
 */
final class RoutineBodies {
    private final Execution execution;
    private final RoutineStatement.CreateRoutine create;

    RoutineBodies(Execution execution, RoutineStatement.CreateRoutine create) {
        this.execution = execution;
        this.create = create;
    }

    /** What a body that is no string needs: such a body is kept as its parsed form. */
    Needs needs() {
        RoutineStatement.Body body = create.body();
        return body == null || body.tokens().isEmpty()
                ? Needs.NOTHING
                : new SqlRoutineBody(execution, create).read(SqlBody.statements(body), execution.file());
    }

    /** Reads a body in a string, and fails where the server would; what is known of its code then. */
    RoutineCode read() {
        RoutineStatement.Body body = create.body();
        if (body == null) {
            return RoutineCode.unknown("code in " + create.language());
        }
        Token constant = body.token();
        if (constant == null) {
            return RoutineCode.KNOWN;
        }
        CodeText text = CodeText.of(execution.file(), constant);
        return switch (create.language()) {
            case "sql" -> {
                sql(text);
                yield RoutineCode.KNOWN;
            }
            case "plpgsql" -> plpgsql(text);
            default -> RoutineCode.unknown("code in " + create.language());
        };
    }

    /** Fails with 42601, or with 42P01 where a statement names a relation that is not there. */
    private void sql(CodeText text) {
        if (!execution.settings().checksBodies()) {
            return;
        }
        List<Statement> statements = SqlBody.statements(text.file().text(), text.span());
        for (Statement statement : statements) {
            if (statement instanceof Unread.Unparsed unparsed) {
                throw unreadable(unparsed, SqlState.SYNTAX_ERROR, text, execution);
            }
        }
        statements.forEach(new CodeVersion(execution, text)::require);
        if (!isPolymorphic()) {
            SqlRoutineBody body = new SqlRoutineBody(execution, create);
            within(create, execution, () -> body.read(statements, text.file()));
        }
    }

    private RoutineCode plpgsql(CodeText text) {
        Code code = PlpgsqlParser.parse(text.file().text(), text.span(), Signature.of(create));
        return switch (code) {
            case Code.Readable readable -> {
                if (execution.settings().checksBodies()) {
                    new CodeVersion(execution, text).require(readable.block());
                }
                yield new CodeCalls(execution).known(create, readable.block(), text);
            }
            case Code.Unreadable unreadable
            when unreadable.problem() instanceof Unread.Unparsed problem
                    && execution.settings().checksBodies() ->
                throw unreadable(problem, unreadable.state(), text, execution);
            case Code.Unreadable ignored -> RoutineCode.unknown("code that does not parse");
        };
    }

    /** What the parameters are is only known at a call (manual 36.2.5). */
    private boolean isPolymorphic() {
        return create.parameters().stream()
                .map(parameter -> execution.names().type(parameter.type()))
                .anyMatch(BuiltInTypes::isPseudo);
    }

    /** A routine's own search path holds for its body, and what the body sets goes with it (manual CREATE FUNCTION). */
    static void within(RoutineStatement.CreateRoutine create, Execution execution, Runnable body) {
        Settings settings = execution.settings();
        Optional<List<String>> path = searchPath(create);
        path.ifPresent(schemas -> execution.set(settings.withLocalSearchPath(schemas)));
        body.run();
        if (path.isPresent()) {
            execution.set(settings);
        }
    }

    /** The search path that a routine sets for itself; FROM CURRENT is the one that there is. */
    static Optional<List<String>> searchPath(RoutineStatement.CreateRoutine create) {
        return create.attributes().stream()
                .filter(attribute -> attribute.name().equals("set"))
                .map(Setting::value)
                .filter(value -> value.size() > 2
                        && value.getFirst().isWord("search_path")
                        && !value.get(1).isWord("from"))
                .map(RoutineBodies::path)
                .findFirst();
    }

    /** A body that does not parse. */
    static Rejected unreadable(Unread.Unparsed problem, SqlState state, CodeText text, Execution execution) {
        Span at = text.file().in(execution.file(), problem.at());
        return execution.reject(state, problem.message(), at);
    }

    /** Behind {@code search_path =}. */
    private static List<String> path(List<Token> value) {
        return value.subList(2, value.size()).stream()
                .filter(token -> !token.is(TokenKind.COMMA))
                .map(Token::value)
                .toList();
    }
}
