package dev.greenlight.lint.difference;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a routine does, however the parts of its statement are ordered and its types are written. */
final class RoutineMeaning {
    /** What holds where nothing is said (manual CREATE FUNCTION). */
    private static final Set<String> UNSAID =
            Set.of("volatile", "called on null input", "security invoker", "not leakproof");

    private RoutineMeaning() {}

    /** @param definition what it returns in a line of its own, then its statement */
    static String of(String definition) {
        int end = definition.indexOf('\n') + 1;
        String text = definition.substring(end);
        List<StatementText> statements = Splitter.split(text, new Span(0, text.length()));
        return statements.size() == 1
                        && Parser.parse(statements.getFirst()) instanceof RoutineStatement.CreateRoutine create
                        && create.body() != null
                ? definition.substring(0, end) + of(text, create, create.body())
                : Meaning.plain(text);
    }

    private static String of(String text, RoutineStatement.CreateRoutine create, RoutineStatement.Body body) {
        String attributes = create.attributes().stream()
                .filter(setting -> !UNSAID.contains(setting.name()))
                .sorted(Comparator.comparing(Setting::name))
                .map(setting -> attribute(text, setting))
                .collect(Collectors.joining(", "));
        String code = body.token() == null ? Meaning.plain(text(text, body.tokens())) : body.text();
        return create.language() + " " + attributes + "\n" + code;
    }

    private static String attribute(String text, Setting setting) {
        String name = setting.name().equals("returns null on null input") ? "strict" : setting.name();
        return name + " "
                + Meaning.plain(text(text, setting.value()))
                        .replace(" to ", " = ")
                        .replace("'", "");
    }

    private static String text(String text, List<Token> tokens) {
        return tokens.isEmpty()
                ? ""
                : text.substring(Token.span(tokens).start(), Token.span(tokens).end());
    }
}
