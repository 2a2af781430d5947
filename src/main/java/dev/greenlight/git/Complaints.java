package dev.greenlight.git;

import java.util.List;
import java.util.Optional;

/** What git complains of, in one line with its remedy. */
final class Complaints {
    private static final String FATAL = "fatal: ";

    private Complaints() {}

    /** Whether it gave up; else it only says why the answer is no. */
    static boolean isFatal(String errors) {
        return errors.lines().anyMatch(line -> line.startsWith(FATAL));
    }

    /** @param errors what it wrote to standard error, in its own language */
    static String line(String errors) {
        List<String> lines = errors.lines().map(String::strip).toList();
        String fatal = lines.stream()
                .filter(line -> line.startsWith(FATAL))
                .map(line -> line.substring(FATAL.length()))
                .findFirst()
                .orElseGet(() -> lines.stream().findFirst().orElse("it failed and did not say why"));
        return remedy(fatal, lines)
                .map(remedy -> "git: " + fatal + ": " + remedy)
                .orElse("git: " + fatal);
    }

    private static Optional<String> remedy(String fatal, List<String> lines) {
        if (fatal.contains("dubious ownership") || fatal.contains("unsafe repository")) {
            return lines.stream().filter(line -> line.startsWith("git config ")).findFirst();
        }
        return fatal.startsWith("not a git repository")
                ? Optional.of("what changed is known only in one")
                : Optional.empty();
    }
}
