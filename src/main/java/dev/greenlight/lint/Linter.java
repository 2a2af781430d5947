package dev.greenlight.lint;

import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Server;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.lint.Breakages.Breakage;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Judge;
import dev.greenlight.rule.Judged;
import dev.greenlight.rule.RulePage;
import dev.greenlight.rule.RulePages;
import dev.greenlight.rule.checks.Checks;
import dev.greenlight.source.SourceRead;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lints a project: reads it, replays it, judges it. Bad input is part of the review; nothing throws but bugs. */
public final class Linter {
    private static final int ENOUGH_FOR_THREADS = 200;

    private final LintRequest request;
    private final Judge judge;
    private final List<Finding> findings = new ArrayList<>();

    /** Those of them that stand at what goes up and tell of what goes down. */
    private final List<Finding> aboutDowns = new ArrayList<>();

    private final List<MigrationRun> runs = new ArrayList<>();
    private final List<SourceRead.Unreadable> unreadable = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Those that were asked for: a page is read once for all findings of its rule. */
    private final Map<String, RulePage> pages = new ConcurrentHashMap<>();

    private Linter(LintRequest request) {
        this.request = request;
        Server server =
                new Server(request.database().version(), request.database().timezone());
        this.judge = new Judge(
                Checks.STATEMENTS,
                this::page,
                request.rules(),
                new Effects(server, request.database().sizes()));
    }

    private RulePage page(String id) {
        return pages.computeIfAbsent(id, RulePages::page);
    }

    public static Review lint(LintRequest request) {
        return new Linter(request).review();
    }

    private Review review() {
        ReplaySettings settings = new ReplaySettings(request, unreadable);
        Histories.Inputs inputs = Histories.find(request.tree(), request.paths(), request.folders());
        unreadable.addAll(inputs.unreadable());
        notes.addAll(inputs.notes());
        List<HistoryReview> histories = new ArrayList<>();
        Optional<EarlierState> earlier = request.scope().map(scope -> new EarlierState(request, scope, settings));
        for (MigrationHistory history : inputs.histories()) {
            if (isTouched(history, settings)) {
                histories.add(review(history, settings.of(history), earlier));
            }
        }
        Selection selection = new Selection(request, runs);
        List<Finding> shown = selection.of(findings);
        selection.note().ifPresent(notes::add);
        List<Finding> goingUp = new GoingUp(runs)
                .of(shown).stream()
                        .filter(finding -> !aboutDowns.contains(finding))
                        .toList();
        return new Review(
                Summaries.of(histories, goingUp),
                histories,
                shown,
                unreadable,
                notes(inputs.histories()),
                selection.hidden(),
                selection.gone());
    }

    private boolean isTouched(MigrationHistory history, ReplaySettings settings) {
        return request.scope()
                .map(scope -> scope.touches(history, settings.baselineSchema(history)))
                .orElse(true);
    }

    /** Those that speak of what has changed, behind one that says what that is. */
    private List<String> notes(List<MigrationHistory> histories) {
        if (request.scope().isEmpty()) {
            return notes;
        }
        Scope scope = request.scope().orElseThrow();
        boolean strayed = scope.hasStray(request.tree(), histories);
        List<String> kept = new ArrayList<>(List.of(scope.note(histories)));
        notes.stream().filter(note -> scope.concerns(note, strayed)).forEach(kept::add);
        return kept;
    }

    private HistoryReview review(MigrationHistory found, ReplayOptions options, Optional<EarlierState> earlier) {
        MigrationHistory history = request.scope().isPresent() ? found.withPending(isChanged()) : found;
        TakenFor.note(history).ifPresent(notes::add);
        notes.addAll(history.notes());
        Predicate<Migration> isChanged = isChanged();
        List<Script> scripts = ScriptReader.read(history.migrations());
        HistoryRun run = Replay.run(history, scripts, options);
        notes.addAll(run.assumptions());
        List<Breakage> breakages = earlier.map(state -> Breakages.find(run, scripts, state, isChanged))
                .orElse(List.of());
        return new HistoryReview(history.folder(), history.layout(), run.open(), judge(run, breakages, isChanged));
    }

    private Predicate<Migration> isChanged() {
        return migration ->
                request.scope().map(scope -> scope.covers(migration)).orElse(true);
    }

    private List<MigrationReview> judge(HistoryRun run, List<Breakage> breakages, Predicate<Migration> isChanged) {
        DependencyGraph graph = DependencyGraph.of(run);
        BreakageFindings broken = BreakageFindings.of(breakages, old -> judge.judge(run, graph, old));
        MigrationReviews reviews = new MigrationReviews(graph);
        List<MigrationRun> changed = run.runs().stream()
                .filter(migration -> isChanged.test(migration.migration()))
                .toList();
        Iterator<List<Judged>> answers =
                each(changed, migration -> judge.judge(run, graph, migration)).iterator();
        List<MigrationReview> migrations = new ArrayList<>();
        for (MigrationRun migration : run.runs()) {
            if (isChanged.test(migration.migration())) {
                List<Judged> judged = broken.with(migration, answers.next());
                migrations.add(reviews.of(migration, judged));
                judged.forEach(this::collect);
                runs.add(migration);
                List<Finding> ofDowns = broken.ofDowns(migration);
                aboutDowns.addAll(ofDowns);
                findings.addAll(ofDowns);
            } else {
                findings.addAll(broken.atOld(migration));
            }
        }
        return migrations;
    }

    /** Migrations are judged one by one whatever the others are; starting threads pays for itself from some hundreds on. */
    private static <T> List<T> each(List<MigrationRun> migrations, Function<MigrationRun, T> question) {
        Stream<MigrationRun> one = migrations.stream();
        return (migrations.size() < ENOUGH_FOR_THREADS ? one : one.parallel())
                .map(question)
                .toList();
    }

    private void collect(Judged statement) {
        findings.addAll(statement.findings());
        Misunderstandings.note(statement).ifPresent(notes::add);
    }
}
