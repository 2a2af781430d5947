package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class DropIndex implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(IndexOperation.DropIndex.class)
                .filter(drop -> !drop.cascaded() && !drop.concurrently() && isLive(change, drop))
                .filter(drop -> !MadeAgain.is(change, drop))
                .map(drop -> Observation.at(
                                drop.span(),
                                "%s: reads and writes of %s wait for those under way, and queries lose it"
                                        .formatted(Words.name(drop.index()), table(drop.table())))
                        .because(drop.index().origin(), "the index was made here")
                        .safely(SafeForms.dropConcurrently(drop.index())));
    }

    private static boolean isLive(Change change, IndexOperation.DropIndex drop) {
        return change.isLive(drop.index()) && (drop.table() == null || change.isLive(drop.table()));
    }

    private static String table(@Nullable Table table) {
        return table == null ? "its table" : Words.name(table);
    }
}
