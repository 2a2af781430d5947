package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How Supabase's CLI divides a file from its version 2.109 on: what cannot run in a transaction runs by itself, told by
 * first words, and what is between such statements runs together ({@code legacyIsPipelineIncompatible} and {@code
 * execMigrationBatch} of its legacy-migration-apply.ts). A file with a transaction of its own is not divided here.
 */
final class SupabaseBatches {
    /** Without one of these words no statement is on the list, and the file need not be divided. */
    private static final Pattern SUSPECT = Pattern.compile(
            "\\b(?:CONCURRENTLY|FINALIZE|DATABASE|TABLESPACE|SUBSCRIPTION|SYSTEM|REINDEX|VACUUM|CLUSTER|DISCARD)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ALONE = Pattern.compile("(?:create(?: unique)? index concurrently"
            + "|drop index concurrently"
            + "|reindex(?: .*)? concurrently"
            + "|reindex (?:database|system|schema)"
            + "|alter table .* detach partition .*(?:concurrently|finalize)"
            + "|(?:create|drop) (?:database|tablespace|subscription)"
            + "|vacuum|cluster|alter system|discard all)(?: .*)?");
    private static final Pattern CONTROL = Pattern.compile("(?:begin|start transaction)(?: .*)?");
    private static final int FIRST_WORDS = 16;

    private SupabaseBatches() {}

    /** None of a file that runs as a whole. */
    static Optional<List<Section>> of(SourceFile file) {
        if (!SUSPECT.matcher(file.text()).find()) {
            return Optional.empty();
        }
        List<StatementText> statements =
                Splitter.split(file.text(), new Span(0, file.text().length()));
        boolean divided = statements.stream().anyMatch(it -> is(it, ALONE))
                && statements.stream().noneMatch(it -> is(it, CONTROL));
        return divided ? Optional.of(sections(file.text(), statements)) : Optional.empty();
    }

    private static List<Section> sections(String text, List<StatementText> statements) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < statements.size(); i++) {
            boolean alone = is(statements.get(i), ALONE);
            boolean last = i + 1 == statements.size();
            if (last || alone || is(statements.get(i + 1), ALONE)) {
                int end = last ? text.length() : between(text, statements.get(i), statements.get(i + 1));
                TransactionMode mode = alone ? TransactionMode.NONE : TransactionMode.IMPLICIT;
                sections.add(new Section(null, new Span(start, end), mode));
                start = end;
            }
        }
        return sections;
    }

    /** Behind the line of the one, with the comments that belong to it, and before those of the other. */
    private static int between(String text, StatementText one, StatementText other) {
        int line = text.indexOf('\n', one.span().end());
        return line >= 0 && line < other.span().start()
                ? line + 1
                : other.span().start();
    }

    private static boolean is(StatementText statement, Pattern words) {
        String first = statement.tokens().stream()
                .filter(token -> token.is(TokenKind.WORD))
                .limit(FIRST_WORDS)
                .map(token -> token.value())
                .collect(Collectors.joining(" "));
        return statement.kind() != StatementText.Kind.META_COMMAND
                && words.matcher(first).matches();
    }
}
