package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Query;
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
import dev.greenlight.sql.query.QueryReader;
import dev.greenlight.sql.query.QueryReferences;
import dev.greenlight.sql.query.RelationReference;
import dev.greenlight.sql.query.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Reads the body of a routine, which PostgreSQL does too when the routine is made (manual 20.11.1,
 * check_function_bodies): it has to parse, and in SQL its relations have to be there. Of a body that is no string it
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
        NeedsBuilder needs = new NeedsBuilder();
        RoutineStatement.Body body = create.body();
        if (body != null && !body.tokens().isEmpty()) {
            SqlBody.statements(body).stream()
                    .filter(DataStatement.class::isInstance)
                    .flatMap(statement -> query((DataStatement) statement).stream())
                    .forEach(query -> needs.all(new QueryNames(execution)
                            .query(query, parameters().scope())
                            .needs()));
        }
        return needs.build();
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
        if (!isPolymorphic() && statements.stream().allMatch(DataStatement.class::isInstance)) {
            within(create, execution, () -> statements.forEach(statement -> check((DataStatement) statement, text)));
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

    /** What a body sees around its statements; names that the tables have come before it (manual 36.5.1). */
    private CodeVariables parameters() {
        return CodeCalls.parameters(create, List.of());
    }

    private void check(DataStatement statement, CodeText text) {
        for (Query query : query(statement)) {
            QueryReferences references = QueryReader.read(query, Scope.unknown());
            if (references.complete()) {
                references.relations().stream()
                        .map(RelationReference::name)
                        .map(name -> inFile(name, text))
                        .filter(name -> !execution.names().isSystem(name))
                        .forEach(name -> execution.names().queried(name));
            }
            requireColumns(query, text);
        }
    }

    /** Whatever a query in a string names is looked for with the places that it has there. */
    private void requireColumns(Query query, CodeText text) {
        CodeLedger nothing = new CodeLedger(new CodeBudget());
        CodeFrame frame = new CodeFrame(execution.withoutCalls(), text, null, null, nothing, null);
        try {
            new QueryNames(frame.execution(new CodeState(execution.database(), parameters()))).query(query);
        } catch (Rejected rejected) {
            throw new Rejected(CodeFrame.moved(rejected.error(), text.file(), execution.file()));
        }
    }

    /** With the places that the body has in the file. */
    private ObjectName inFile(ObjectName name, CodeText text) {
        return new ObjectName(name.parts().stream()
                .map(part -> new Name(part.value(), text.file().in(execution.file(), part.span())))
                .toList());
    }

    private static List<Query> query(DataStatement statement) {
        return switch (statement) {
            case DataStatement.Select select -> List.of(select.query());
            case DataStatement.Insert insert -> List.of(insert.query());
            case DataStatement.Update update -> List.of(update.query());
            case DataStatement.Delete delete -> List.of(delete.query());
            case DataStatement.Merge merge -> List.of(merge.query());
            case DataStatement.Copy ignored -> List.of();
            case DataStatement.Wrapped ignored -> List.of();
        };
    }
}
