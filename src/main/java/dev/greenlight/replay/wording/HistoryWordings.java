package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a history says of the objects that it leaves. The door of this room. */
public final class HistoryWordings {
    private final PastSteps steps;
    private final LastNames names;
    private final LastText texts;

    private HistoryWordings(HistoryRun run, Catalog catalog) {
        this.steps = new PastSteps(run);
        this.names = new LastNames(new SearchPath(catalog, run.searchPath()), new Renames(steps));
        this.texts = new LastText(names);
    }

    /** @param catalog what the run leaves, or what of it is the history's own */
    public static Wordings of(HistoryRun run, Catalog catalog) {
        return new HistoryWordings(run, catalog).of(catalog);
    }

    private Wordings of(Catalog catalog) {
        ObjectWords objects = new ObjectWords(steps, texts, names);
        ViewWords views = new ViewWords(steps, texts, names);
        Map<Long, Wordings.OfView> queries = views.all();
        List<String> lost = new ArrayList<>(objects.lost());
        lost.addAll(views.lost());
        steps.all().stream()
                .filter(past -> past.statement() instanceof Unread)
                .map(HistoryWordings::unread)
                .forEach(lost::add);
        return new Wordings(
                new LastExpressions(steps, texts).of(catalog),
                new TableWords(steps, texts).of(catalog),
                queries,
                new SequenceWords(steps).of(catalog),
                new ConstraintWords(steps, texts).of(catalog),
                new StatementTexts(steps, texts, catalog).of(catalog),
                steps.ofExtensions(),
                new DomainWords(steps, texts, names).all(),
                objects.made(),
                new ChangeWords(steps, texts, names).all(),
                new CommentWords(steps, texts, names).all(),
                lost);
    }

    private static String unread(PastStep past) {
        return past.step().file().path() + ":"
                + past.step().file().position(past.statement().span().start()).line()
                + ": a statement that was not understood";
    }
}
