package dev.greenlight.rule.checks;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The examples below one heading of a rule's page: a small history, and where the rule is expected to speak.
 *
 * @param heading such as {@code Unsafe} or {@code Safe: partition by partition}
 * @param files in the order of running
 * @param version the server's: the newest, unless a fence of the example says {@code postgres=14}
 * @param expected the finding marks
 */
record PageExample(String heading, List<Migration> files, PostgresVersion version, List<Mark> expected) {
    private static final Pattern FENCE = Pattern.compile("```sql ?([^\\n]*)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern FINDING = Pattern.compile(" *-- finding: (.*)$", Pattern.MULTILINE);

    /**
     * {@code -- finding: words} at the end of a line: the message on that line has these words. It is no part of the
     * file, so that it can stand behind a comment that is.
     */
    record Mark(String path, int line, String words) {}

    /** Whether no rule at all may have a finding here. */
    boolean isSafe() {
        return heading.startsWith("Safe");
    }

    MigrationHistory history() {
        return new MigrationHistory(".", "page", files, false, List.of());
    }

    static List<PageExample> of(String body) {
        List<PageExample> examples = new ArrayList<>();
        String[] sections = body.split("(?m)^## ");
        for (int i = 1; i < sections.length; i++) {
            String heading = sections[i].lines().findFirst().orElse("");
            PageExample example = read(heading, sections[i]);
            if (!example.files().isEmpty()) {
                examples.add(example);
            }
        }
        return examples;
    }

    private static PageExample read(String heading, String section) {
        List<Migration> files = new ArrayList<>();
        List<Mark> expected = new ArrayList<>();
        PostgresVersion version = PostgresVersion.NEWEST;
        Matcher fence = FENCE.matcher(section);
        while (fence.find()) {
            SourceFile marked = SourceFile.of(attribute(fence.group(1), "file", "V1.sql"), fence.group(2));
            SourceFile file =
                    SourceFile.of(marked.path(), FINDING.matcher(marked.text()).replaceAll(""));
            String mode = attribute(fence.group(1), "transaction", "migration");
            version = version(attribute(fence.group(1), "postgres", version.toString()));
            files.add(migration(file, TransactionMode.valueOf(mode.toUpperCase(Locale.ROOT))));
            Matcher finding = FINDING.matcher(marked.text());
            while (finding.find()) {
                expected.add(new Mark(
                        marked.path(),
                        marked.position(finding.start()).line(),
                        finding.group(1).strip()));
            }
        }
        return new PageExample(heading, files, version, expected);
    }

    private static PostgresVersion version(String text) {
        return PostgresVersion.parse(text).orElseThrow();
    }

    private static String attribute(String info, String name, String otherwise) {
        Matcher matcher = Pattern.compile("\\b" + name + "=(\\S+)").matcher(info);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static Migration migration(SourceFile file, TransactionMode mode) {
        Section whole = new Section(null, new Span(0, file.text().length()), mode);
        return new Migration(file, ".", file.path(), "", Direction.UP, mode, List.of(whole));
    }
}
