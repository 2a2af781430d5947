package dev.greenlight.replay.wording;

import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.Query;

/** A view's query, in which {@code *} stands for the columns that there were when it was made (manual CREATE VIEW). */
final class StarText {
    private final LastNames names;
    private final LastText texts;

    StarText(LastNames names, LastText texts) {
        this.names = names;
        this.texts = texts;
    }

    String of(PastStep past, Query query) {
        return texts.query(past, query.span());
    }
}
