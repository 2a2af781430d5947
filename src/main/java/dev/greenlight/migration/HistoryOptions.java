package dev.greenlight.migration;

import java.util.Optional;

/**
 * What a project says about its migrations, instead of leaving it to be recognised.
 *
 * @param transaction how all files are sent, whatever their layout says
 */
public record HistoryOptions(Optional<TransactionMode> transaction) {
    public static final HistoryOptions RECOGNISED = new HistoryOptions(Optional.empty());
}
