package dev.greenlight.lint;

import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Server;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Judge;
import dev.greenlight.rule.Judged;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.checks.Checks;
import dev.greenlight.source.SourceRead;
import java.util.ArrayList;
import java.util.List;

/** Lints a project: reads it, replays it, judges it. Bad input is part of the review; nothing throws but bugs. */
public final class Linter {
    private final LintRequest request;
    private final Judge judge;
    private final List<Finding> findings = new ArrayList<>();
    private final List<MigrationRun> runs = new ArrayList<>();
    private final List<SourceRead.Unreadable> unreadable = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Linter(LintRequest request) {
        this.request = request;
        this.judge = new Judge(
                Checks.STATEMENTS, RulePages::page, new Effects(new Server(request.version(), request.timezone())));
    }

    public static Review lint(LintRequest request) {
        return new Linter(request).review();
    }

    private Review review() {
        List<Script> baseline = new BaselineSchema(request.tree(), unreadable).read(request.baselineSchema());
        Histories.Inputs inputs = Histories.find(request.tree(), request.paths(), HistoryOptions.RECOGNISED);
        unreadable.addAll(inputs.unreadable());
        notes.addAll(inputs.notes());
        List<HistoryReview> histories = new ArrayList<>();
        for (MigrationHistory history : inputs.histories()) {
            histories.add(review(history, baseline));
        }
        Selection selection = new Selection(request, runs);
        List<Finding> shown = selection.of(findings);
        selection.note().ifPresent(notes::add);
        Summary summary = Summaries.of(histories, new GoingUp(runs).of(shown));
        return new Review(summary, histories, shown, unreadable, notes, selection.hidden(), selection.gone());
    }

    private HistoryReview review(MigrationHistory history, List<Script> baseline) {
        notes.addAll(history.notes());
        List<Script> scripts = ScriptReader.read(history.migrations());
        HistoryRun run = Replay.run(
                history, scripts, new ReplayOptions(request.version(), request.timezone(), Openness.DETECT, baseline));
        runs.addAll(run.runs());
        notes.addAll(run.assumptions());
        DependencyGraph graph = DependencyGraph.of(run);
        List<List<Judged>> judged = judge.judge(run, graph);
        MigrationReviews reviews = new MigrationReviews(graph);
        List<MigrationReview> migrations = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            MigrationRun migration = run.runs().get(i);
            migrations.add(reviews.of(migration, judged.get(i)));
            judged.get(i).forEach(this::collect);
        }
        return new HistoryReview(history.folder(), history.layout(), run.open(), migrations);
    }

    private void collect(Judged statement) {
        findings.addAll(statement.findings());
        Misunderstandings.note(statement).ifPresent(notes::add);
    }
}
