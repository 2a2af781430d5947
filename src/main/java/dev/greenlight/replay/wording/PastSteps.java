package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Origin;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.SchemaStatement;
import dev.greenlight.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All steps that led to the end of a history, in order: those that code ran too, and none of the downs. */
final class PastSteps {
    private final List<PastStep> all = new ArrayList<>();
    private final Map<SourceFile, List<PastStep>> byFile = new HashMap<>();

    PastSteps(HistoryRun run) {
        run.before().forEach(this::add);
        run.ups().stream().flatMap(migration -> migration.steps().stream()).forEach(this::add);
    }

    private void add(Step step) {
        step.all().forEach(one -> {
            PastStep past = new PastStep(all.size(), one);
            all.add(past);
            byFile.computeIfAbsent(one.file(), file -> new ArrayList<>()).add(past);
        });
    }

    /** A step and its place among all. */
    record PastStep(int number, Step step) {
        Statement statement() {
            return step.statement();
        }

        String text(Span span) {
            return step.file().text(span);
        }

        Stream<Operation> operations() {
            return step.operations().stream();
        }
    }

    List<PastStep> all() {
        return all;
    }

    /** The statements that install extensions, from which what these bring has its origin. */
    Set<Origin> ofExtensions() {
        Set<Origin> origins = new HashSet<>();
        all.stream()
                .filter(past -> past.statement() instanceof SchemaStatement.CreateExtension)
                .forEach(past -> origins.add(
                        new Origin(past.step().file(), past.statement().span())));
        return origins;
    }

    /** The last one that stands where an object came from and did something. */
    Optional<PastStep> of(@Nullable Origin origin) {
        if (origin == null) {
            return Optional.empty();
        }
        return byFile.getOrDefault(origin.file(), List.of()).stream()
                .filter(past -> past.statement().span().contains(origin.span()))
                .filter(past -> !past.step().operations().isEmpty())
                .reduce((first, last) -> last);
    }
}
