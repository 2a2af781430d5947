package dev.greenlight.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often a server and the prediction agree, for each kind of mistake. */
final class MutationTally {
    private static final String ROW = "| %-17s | %7s | %5s | %6s | %5s | %12s | %14s | %13s | %7s |%n";

    private final Map<MutationKind, Row> rows = new EnumMap<>(MutationKind.class);
    private final List<String> disagreements = new ArrayList<>();

    private static final class Row {
        private int mutants;
        private int notStatic;
        private int failing;
        private int sameVerdict;
        private int sameStatement;
        private int sameState;

        void add(Row other) {
            mutants += other.mutants;
            notStatic += other.notStatic;
            failing += other.failing;
            sameVerdict += other.sameVerdict;
            sameStatement += other.sameStatement;
            sameState += other.sameState;
        }

        int compared() {
            return mutants - notStatic;
        }

        double share() {
            return compared() == 0 ? 1 : (double) sameState / compared();
        }

        String line(String name) {
            return ROW.formatted(
                    name,
                    mutants,
                    notStatic,
                    compared(),
                    failing,
                    sameVerdict,
                    sameStatement,
                    sameState,
                    "%.1f %%".formatted(100 * share()));
        }
    }

    MutationTally() {
        for (MutationKind kind : MutationKind.values()) {
            rows.put(kind, new Row());
        }
    }

    synchronized void add(Mutant mutant, Optional<Verdict> server, Optional<Verdict> predicted) {
        Row row = rows.get(mutant.kind());
        row.mutants++;
        if (isNotStatic(mutant, server, predicted)) {
            row.notStatic++;
            return;
        }
        row.failing += server.isPresent() ? 1 : 0;
        boolean verdict = server.isPresent() == predicted.isPresent();
        boolean statement =
                verdict && server.map(one -> one.isAt(predicted.get())).orElse(true);
        boolean state = statement
                && server.map(one -> one.sqlState().equals(predicted.get().sqlState()))
                        .orElse(true);
        row.sameVerdict += verdict ? 1 : 0;
        row.sameStatement += statement ? 1 : 0;
        row.sameState += state ? 1 : 0;
        if (!state) {
            disagreements.add("%s, %s%n    server:    %s%n    predicted: %s"
                    .formatted(mutant.kind().words(), mutant.what(), words(server), words(predicted)));
        }
    }

    /** What fails here before that is a prediction all the same. */
    private static boolean isNotStatic(Mutant mutant, Optional<Verdict> server, Optional<Verdict> predicted) {
        return mutant.assumed()
                || server.filter(Verdict::isNotStatic)
                        .filter(failure ->
                                predicted.isEmpty() || !predicted.get().isBefore(failure))
                        .isPresent();
    }

    private static String words(Optional<Verdict> verdict) {
        return verdict.map(Verdict::toString).orElse("nothing fails");
    }

    private Row total() {
        Row total = new Row();
        rows.values().forEach(total::add);
        return total;
    }

    double share() {
        return total().share();
    }

    private List<String> disagreements() {
        return disagreements.stream().sorted().toList();
    }

    /** What differs, and how often how much does. */
    String table() {
        StringBuilder table = new StringBuilder();
        disagreements().forEach(line -> table.append(line).append(System.lineSeparator()));
        table.append(ROW.formatted(
                "mistake",
                "mutants",
                "apart",
                "static",
                "fail",
                "same verdict",
                "same statement",
                "same SQLSTATE",
                "agree"));
        rows.forEach((kind, row) -> table.append(row.line(kind.words())));
        return table.append(total().line("all")).toString();
    }
}
