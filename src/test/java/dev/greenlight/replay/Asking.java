package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what expressions are worth after some statements, and writes the values as a server's client gets them. */
final class Asking {
    static final String UNKNOWN = "unknown: ";

    private final Premises premises;
    private final Database database;
    private final Map<String, Value> variables;

    private Asking(Premises premises, Database database, Map<String, Value> variables) {
        this.premises = premises;
        this.database = database;
        this.variables = variables;
    }

    static Asking after(List<String> statements) {
        return after(statements, Doubt.NONE);
    }

    static Asking after(List<String> statements, Doubt doubt) {
        return after(statements, doubt, ReplayOptions.Openness.CLOSED);
    }

    /** After statements on a database of which they do not show all. */
    static Asking open(List<String> statements) {
        return after(statements, Doubt.NONE, ReplayOptions.Openness.OPEN);
    }

    private static Asking after(List<String> statements, Doubt doubt, ReplayOptions.Openness openness) {
        return after(PostgresVersion.NEWEST, statements, doubt, openness);
    }

    static Asking on(PostgresVersion version, List<String> statements) {
        return after(version, statements, Doubt.NONE, ReplayOptions.Openness.CLOSED);
    }

    private static Asking after(
            PostgresVersion version, List<String> statements, Doubt doubt, ReplayOptions.Openness openness) {
        Replaying replaying = Replaying.plain().version(version.major()).openness(openness);
        String text = String.join(";\n", statements);
        Script script = replaying.script("V1.sql", text, Direction.UP);
        Catalog catalog = replaying.run(text).result();
        ReplayOptions options = ReplayOptions.of(version, openness);
        Foreknowledge foreknowledge = Foreknowledge.of(List.of(script));
        Premises premises = openness == ReplayOptions.Openness.OPEN
                ? Premises.open(options, foreknowledge, made(catalog))
                : Premises.closed(options, foreknowledge);
        Database database =
                Database.fresh(ReplayOptions.DEFAULT_SEARCH_PATH).with(catalog).with(doubt);
        return new Asking(premises, database, Map.of());
    }

    private static Set<QualifiedName> made(Catalog catalog) {
        return catalog.relations().stream()
                .filter(Names::isCertain)
                .map(Relation::name)
                .collect(Collectors.toSet());
    }

    Asking with(Map<String, Value> values) {
        return new Asking(premises, database, values);
    }

    /** The value of an expression, or {@link #UNKNOWN} and why. */
    String value(String question) {
        return written(answers(question).value(new Expression(tokens(question))), false);
    }

    /** The rows of a query, or {@link #UNKNOWN}. */
    String rows(String question) {
        Optional<List<Value.Fields>> rows = answers(question).rows(new Query(tokens(question)));
        return rows.map(Asking::written).orElse(UNKNOWN + "rows");
    }

    Value valueOf(String question) {
        return answers(question).value(new Expression(tokens(question)));
    }

    private Answers answers(String question) {
        Execution execution = new Execution(premises, SourceFile.of("code.sql", question), database, null, 1);
        return new Answers(execution, this::variable);
    }

    private @Nullable Value variable(String name) {
        return variables.get(name);
    }

    private static List<Token> tokens(String text) {
        return Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
    }

    private static String written(List<Value.Fields> rows) {
        List<String> written = new ArrayList<>();
        for (Value.Fields row : rows) {
            written.add(String.join(
                    " | ",
                    row.values().values().stream()
                            .map(value -> written(value, false))
                            .toList()));
        }
        return String.join("; ", written);
    }

    private static String written(Value value, boolean inArray) {
        return switch (value) {
            case Value.Unknown unknown -> UNKNOWN + unknown.reason();
            case Value.Null none -> inArray ? "NULL" : "null";
            case Value.Truth truth -> truth.value() ? "t" : "f";
            case Value.Number number -> number.value().toPlainString();
            case Value.Text text -> text.value();
            case Value.Elements elements ->
                "{"
                        + String.join(
                                ",",
                                elements.values().stream()
                                        .map(each -> written(each, true))
                                        .toList()) + "}";
            case Value.Fields fields -> fields.values().toString();
        };
    }
}
