package dev.greenlight.lint;

import java.util.List;

/** A folder judged; {@code layout} is the id of what it was taken for. */
public record HistoryReview(String folder, String layout, boolean open, List<MigrationReview> migrations) {
    public HistoryReview {
        migrations = List.copyOf(migrations);
    }
}
