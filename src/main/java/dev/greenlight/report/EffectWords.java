package dev.greenlight.report;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.effect.Blocks;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.OperationEffect;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.effect.Work;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a statement does to a live database, and on account of what; each line goes on from "this statement". */
final class EffectWords {
    private final Step step;
    private final Effect effect;
    private final List<String> lines = new ArrayList<>();

    private EffectWords(StatementReview review) {
        this.step = review.step();
        this.effect = review.effect();
    }

    static List<String> of(StatementReview review) {
        EffectWords words = new EffectWords(review);
        words.add(review.step().outcome());
        return words.lines;
    }

    private void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied ignored -> applied();
            case Outcome.Skipped skipped -> lines.add(skipped(skipped.existing()));
            case Outcome.Failed failed ->
                lines.add("is rejected by PostgreSQL: " + failed.error().message() + " ("
                        + failed.error().state().code() + ")");
            case Outcome.Opaque opaque -> lines.add("may do anything: " + opaque.reason());
            case Outcome.NotRead ignored -> lines.add("was not understood");
        }
    }

    private static String skipped(@Nullable Relation existing) {
        return existing == null
                ? "is left with a notice, because what it is about is not there, or there already"
                : "is left with a notice, because there is " + OperationWords.named(existing) + " already";
    }

    private void applied() {
        effect.operations().forEach(one -> {
            lines.add(OperationWords.of(one.operation()));
            decisive(one).forEach(reason -> lines.add("    " + reason));
        });
        if (lines.isEmpty()) {
            lines.add("changes no object");
        }
        locks();
        lines.add(lasts());
        runningCode();
    }

    private void locks() {
        for (RelationLock lock : effect.mainLocks()) {
            Relation relation = lock.relation();
            String blocks = step.isPrivate(relation) ? "nobody, for it is new" : blocks(Blocks.by(lock));
            lines.add("locks " + OperationWords.name(relation) + " in mode "
                    + lock.mode().words() + ", which blocks " + blocks);
        }
    }

    private static String blocks(Blocks blocks) {
        return switch (blocks) {
            case NOTHING -> "neither reads nor writes";
            case WRITES -> "writes";
            case READS_AND_WRITES -> "reads and writes";
        };
    }

    private String lasts() {
        return switch (effect.duration()) {
            case INSTANT -> "lasts no longer on a large table than on a small one";
            case BRIEF -> "lasts a moment, for what it goes through is small";
            case GROWS -> "lasts longer the larger the table is" + estimate();
            case UNBOUNDED -> "lasts as long as others let it wait, or as its code runs";
        };
    }

    private void runningCode() {
        switch (effect.runningCode()) {
            case WORKS -> {}
            case WRITES_REFUSED -> lines.add("keeps code that was written before from writing some rows");
            case FAILS -> lines.add("makes code fail that was written before and names what changes");
        }
    }

    private String estimate() {
        return effect.estimate() == null ? "" : ": " + effect.estimate().words();
    }

    private List<String> decisive(OperationEffect one) {
        List<String> reasons = new ArrayList<>();
        String work = work(one.work());
        if (!work.isEmpty()) {
            reasons.add(work);
        }
        String because = because(one);
        if (!because.isEmpty()) {
            reasons.add(because);
        }
        return reasons;
    }

    private static String work(Work work) {
        return switch (work) {
            case CATALOG -> "";
            case SCAN -> "reads every row";
            case VALIDATION -> "looks up every row in the table that is referred to";
            case INDEX_BUILD -> "reads every row and builds an index";
            case REWRITE -> "writes every row and every index anew";
        };
    }

    /** What spares it work, where something does. */
    private String because(OperationEffect one) {
        return switch (one.operation()) {
            case ColumnOperation column -> one.work() == Work.CATALOG ? because(column) : "";
            case ConstraintOperation constraint -> because(constraint);
            case IndexOperation.CreateIndex create
            when create.concurrently() -> "CONCURRENTLY: writes go on while it is built";
            case IndexOperation ignored -> "";
            case TableOperation ignored -> "";
            case ObjectOperation ignored -> "";
            case DataOperation ignored -> "";
        };
    }

    private String because(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.SetNotNull set ->
                set.proven()
                        ? "a validated check proves that it is never null, so that no row is read"
                        : isNew(set.table());
            case ColumnOperation.AddColumn add ->
                add.column().defaultValue() != null && step.existedBefore(add.table())
                        ? "its default is kept once for all rows that are there, so that none is written"
                        : "";
            case ColumnOperation.ChangeColumnType change ->
                step.isPrivate(change.table())
                        ? isNew(change.table())
                        : "each value is stored the same as both types, so that no row is written";
            case ColumnOperation.DropColumn ignored -> "the values stay in the rows, and are never read again";
            case ColumnOperation.RenameColumn ignored -> "";
            case ColumnOperation.ChangeDefault ignored -> "rows that are there already keep what they have";
            case ColumnOperation.DropNotNull ignored -> "";
            case ColumnOperation.ChangeIdentity ignored -> "";
            case ColumnOperation.ChangeExpression ignored -> "";
        };
    }

    private String because(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add -> because(add);
            case ConstraintOperation.ValidateConstraint validate ->
                validate.constraint().validated() ? "it is validated already, so that no row is read" : "";
            case ConstraintOperation.DropConstraint ignored -> "";
            case ConstraintOperation.RenameConstraint ignored -> "";
            case ConstraintOperation.ChangeConstraint ignored -> "";
        };
    }

    private String because(ConstraintOperation.AddConstraint add) {
        if (!add.constraint().validated()) {
            return "NOT VALID: rows that are there already are not looked at";
        }
        if (add.usingIndex()) {
            return "its index is there already, so that none is built";
        }
        return isNew(add.table());
    }

    private String isNew(Table table) {
        return step.isPrivate(table)
                ? OperationWords.name(table) + " is new, so that there is nobody to keep waiting"
                : "";
    }
}
