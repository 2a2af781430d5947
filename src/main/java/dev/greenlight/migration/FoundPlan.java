package dev.greenlight.migration;

import java.util.List;

/**
 * A plan with all that its history will say beside its migrations.
 *
 * @param files where its files are read
 * @param options what the project says about it
 */
record FoundPlan(Plan plan, FoundFiles files, HistoryOptions options, boolean partial, List<String> notes) {
    FoundPlan {
        notes = List.copyOf(notes);
    }
}
