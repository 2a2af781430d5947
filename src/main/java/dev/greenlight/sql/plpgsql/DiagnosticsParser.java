package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads GET DIAGNOSTICS (manual 41.5.5 and 41.6.8.1). */
final class DiagnosticsParser {
    private static final List<String> CURRENT = List.of("row_count", "pg_routine_oid");

    private static final List<String> STACKED = List.of(
            "pg_exception_detail",
            "pg_exception_hint",
            "pg_exception_context",
            "column_name",
            "constraint_name",
            "pg_datatype_name",
            "message_text",
            "table_name",
            "schema_name",
            "returned_sqlstate");

    private DiagnosticsParser() {}

    static CodeStatement parse(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        Token get = cursor.next();
        boolean stacked = compilation.acceptKeyword("stacked");
        if (!stacked) {
            compilation.acceptKeyword("current");
        }
        compilation.expectKeyword("diagnostics");
        List<CodeStatement.Target> targets = new ArrayList<>();
        List<String> items = new ArrayList<>();
        do {
            targets.add(target(compilation));
            cursor.expectAssignment();
            items.add(item(compilation));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.needSemicolon();
        check(get, stacked, items);
        return new CodeStatement.GetDiagnostics(targets, cursor.spanFrom(start));
    }

    private static CodeStatement.Target target(Compilation compilation) {
        Reference reference = compilation.variable();
        CodeCursor cursor = compilation.cursor();
        boolean element = cursor.peek(reference.tokens().size()).is(TokenKind.LEFT_BRACKET);
        if (reference.isRecord() || element) {
            throw TargetParser.notScalar(reference);
        }
        compilation.checkAssignable(reference);
        return new CodeStatement.Target(compilation.next(reference).tokens());
    }

    private static String item(Compilation compilation) {
        String word = compilation.cursor().peek().value();
        boolean known = word.equals("pg_context") || CURRENT.contains(word) || STACKED.contains(word);
        if (!known || !compilation.isWord(word)) {
            throw compilation.cursor().fail("unrecognized GET DIAGNOSTICS item");
        }
        return compilation.cursor().next().value();
    }

    private static void check(Token get, boolean stacked, List<String> items) {
        Predicate<String> refused = stacked ? CURRENT::contains : STACKED::contains;
        Optional<String> wrong = items.stream().filter(refused).findFirst();
        wrong.ifPresent(item -> {
            String message = "diagnostics item " + item.toUpperCase(Locale.ROOT) + " is not allowed in GET "
                    + (stacked ? "STACKED" : "CURRENT") + " DIAGNOSTICS";
            throw CodeFailure.at(get.span(), message);
        });
    }
}
