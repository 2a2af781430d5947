package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.postgres.BuiltInType;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
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
import dev.greenlight.sql.query.QueryReader;
import dev.greenlight.sql.query.QueryReferences;
import dev.greenlight.sql.query.RelationReference;
import dev.greenlight.sql.query.Scope;
import java.util.List;
import java.util.Optional;

/**
 * Checks the body of a routine in SQL, which PostgreSQL reads when the routine is made (manual 20.11.1,
 * check_function_bodies): its relations have to be there. Of a body that is no string it keeps what it needs. Bodies in
 * other languages are only read when they run.
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
                            .query(query, Scope.unknown())
                            .needs()));
        }
        return needs.build();
    }

    /** Fails with 42P01 where a statement in a string names a relation that is not there. */
    void check() {
        RoutineStatement.Body body = create.body();
        if (body == null || !create.language().equals("sql") || body.text().isEmpty() || isPolymorphic()) {
            return;
        }
        List<Statement> statements = SqlBody.statements(body);
        if (statements.stream().allMatch(DataStatement.class::isInstance)) {
            within(() -> statements.forEach(statement -> check((DataStatement) statement, body.span())));
        }
    }

    /** What the parameters are is only known at a call (manual 36.2.5). */
    private boolean isPolymorphic() {
        return create.parameters().stream()
                .map(parameter -> execution.names().type(parameter.type()))
                .anyMatch(RoutineBodies::isPseudo);
    }

    private static boolean isPseudo(DataType type) {
        return BuiltInTypes.describe(type).filter(BuiltInType::isPseudo).isPresent();
    }

    /** The routine's own search path holds for its body. */
    private void within(Runnable check) {
        Settings settings = execution.settings();
        searchPath(create).ifPresent(path -> execution.set(settings.withLocalSearchPath(path)));
        check.run();
        execution.set(settings);
    }

    /** The search path that a routine sets for itself. */
    static Optional<List<String>> searchPath(RoutineStatement.CreateRoutine create) {
        return create.attributes().stream()
                .filter(attribute -> attribute.name().equals("set"))
                .map(Setting::value)
                .filter(value -> value.size() > 2 && value.getFirst().isWord("search_path"))
                .map(RoutineBodies::path)
                .findFirst();
    }

    /** 42601 for a body that does not parse. */
    static Rejected unreadable(Unread problem, CodeText text, Execution execution) {
        Span at = problem instanceof Unread.Unparsed unparsed ? unparsed.at() : problem.span();
        String message = problem instanceof Unread.Unparsed unparsed ? unparsed.message() : "syntax error";
        return execution.reject(SqlState.SYNTAX_ERROR, message, text.file().in(execution.file(), at));
    }

    /** Behind {@code search_path =}. */
    private static List<String> path(List<Token> value) {
        return value.subList(2, value.size()).stream()
                .filter(token -> !token.is(TokenKind.COMMA))
                .map(Token::value)
                .toList();
    }

    /** Places in the body are not places in the file, so that everything is said about the body as a whole. */
    private void check(DataStatement statement, Span body) {
        for (Query query : query(statement)) {
            QueryReferences references = QueryReader.read(query, Scope.unknown());
            if (references.complete()) {
                references.relations().stream()
                        .map(RelationReference::name)
                        .map(name -> at(name, body))
                        .filter(name -> !execution.names().isSystem(name))
                        .forEach(name -> execution.names().queried(name));
            }
        }
    }

    private static ObjectName at(ObjectName name, Span span) {
        return new ObjectName(
                name.parts().stream().map(part -> new Name(part.value(), span)).toList());
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
