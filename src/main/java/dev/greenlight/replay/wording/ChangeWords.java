package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatisticsStatement;
import dev.greenlight.sql.TextSearchStatement;
import dev.greenlight.sql.TriggerStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements that changed what is still there, in a way that the catalog does not keep; each is said once. */
final class ChangeWords {
    private final LastText texts;
    private final LastNames names;
    /** By what is changed, so that of two that say the same the last one counts. */
    private final Map<String, Wordings.Change> changes = new LinkedHashMap<>();

    ChangeWords(PastSteps steps, LastText texts, LastNames names) {
        this.texts = texts;
        this.names = names;
        steps.all().forEach(past -> past.operations().forEach(operation -> add(past, operation)));
    }

    List<Wordings.Change> all() {
        return List.copyOf(changes.values());
    }

    private void add(PastStep past, Operation operation) {
        if (operation instanceof TableOperation.ChangeTable change) {
            names.now(change.relation()).ifPresent(relation -> action(past, relation, change));
        } else if (operation instanceof ObjectOperation.ChangeSequence change) {
            names.now(change.sequence())
                    .filter(now -> now instanceof Sequence sequence && sequence.identity())
                    .ifPresent(sequence -> sequence(past, sequence));
        } else if (operation instanceof ColumnOperation.ChangeIdentity change) {
            names.now(change.table()).ifPresent(table -> identity(past, table, change));
        } else if (operation instanceof ObjectOperation.ChangeAttachment change) {
            texts.whole(past, change.span())
                    .filter(text -> isPolicy(past))
                    .ifPresent(text -> put(change.relation().oid(), text));
        } else if (operation instanceof ObjectOperation.Describe describe) {
            describe(past, describe.statement());
        }
    }

    private static boolean isPolicy(PastStep past) {
        return past.statement() instanceof TriggerStatement.AlterPolicy;
    }

    private void put(long relation, String text) {
        put(text, new Wordings.Change(relation, text, true));
    }

    private void put(String key, Wordings.Change change) {
        changes.remove(key);
        changes.put(key, change);
    }

    private void action(PastStep past, Relation relation, TableOperation.ChangeTable change) {
        if (!isKept(change.action())) {
            return;
        }
        String only = change.only() ? "ONLY " : "";
        words(past, change.action()).ifPresent(action -> {
            String text = "ALTER " + kind(relation) + " " + only + Identifiers.quote(relation.name()) + " " + action;
            if (change.action() instanceof AlterTableAction.SwitchTrigger trigger) {
                trigger(relation, trigger, text);
            } else {
                put(relation.oid(), text);
            }
        });
    }

    /** Of indexes that belong to the table the bare name is written. */
    private Optional<String> words(PastStep past, AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.ClusterOn cluster ->
                index(past, cluster.index()).map("CLUSTER ON "::concat);
            case AlterTableAction.ReplicaIdentity identity
            when identity.index() != null -> index(past, identity.index()).map("REPLICA IDENTITY USING INDEX "::concat);
            case AlterTableAction other -> texts.whole(past, other.span());
        };
    }

    private Optional<String> index(PastStep past, Name written) {
        return past.step().references().stream()
                .filter(reference -> reference.span().equals(written.span()))
                .flatMap(reference -> LastNames.relation(reference.name(), past).stream())
                .flatMap(relation -> names.now(relation).stream())
                .map(relation -> Identifiers.quote(relation.name().name()))
                .findFirst();
    }

    /** Triggers are switched off while rows are changed, and on again. */
    private void trigger(Relation relation, AlterTableAction.SwitchTrigger action, String text) {
        String name = action.trigger() == null ? "" : action.trigger().value();
        String key = relation.oid() + " trigger " + name;
        changes.remove(key);
        if (action.state() != AlterTableAction.Switch.ENABLE) {
            put(key, new Wordings.Change(relation.oid(), text, true));
        }
    }

    /** What the catalog does not keep and a script may say. */
    private static boolean isKept(AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.SetStatistics ignored -> true;
            case AlterTableAction.SetColumnOptions ignored -> true;
            case AlterTableAction.SetStorage ignored -> true;
            case AlterTableAction.SetCompression ignored -> true;
            case AlterTableAction.SwitchTrigger ignored -> true;
            case AlterTableAction.SwitchRule ignored -> true;
            case AlterTableAction.SwitchRowSecurity set ->
                set.state() == AlterTableAction.RowSecurity.FORCE
                        || set.state() == AlterTableAction.RowSecurity.NO_FORCE;
            case AlterTableAction.ClusterOn ignored -> true;
            case AlterTableAction.SetWithoutCluster ignored -> true;
            case AlterTableAction.SetAccessMethod ignored -> true;
            case AlterTableAction.SetParameters ignored -> true;
            case AlterTableAction.ReplicaIdentity ignored -> true;
            case AlterTableAction.SetForeignOptions ignored -> true;
            case AlterTableAction ignored -> false;
        };
    }

    static String kind(Relation relation) {
        return switch (relation) {
            case Table table -> table.kind() == Table.Kind.FOREIGN ? "FOREIGN TABLE" : "TABLE";
            case View view -> view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
            case Index ignored -> "INDEX";
            case Sequence ignored -> "SEQUENCE";
        };
    }

    private void sequence(PastStep past, Relation sequence) {
        List<Setting> options =
                past.statement() instanceof SequenceStatement.AlterSequence alter ? alter.options() : List.of();
        String text = SequenceWords.options(past, options);
        if (!text.isEmpty()) {
            put(sequence.oid(), "ALTER SEQUENCE " + Identifiers.quote(sequence.name()) + " " + text);
        }
    }

    /** Each setting but the kind of identity, which is the column's, and where it stands. */
    private void identity(PastStep past, Relation now, ColumnOperation.ChangeIdentity change) {
        Optional<String> column = now instanceof Table table
                ? table.column(change.column().number())
                        .filter(found -> found.identity() != null)
                        .map(found -> Identifiers.quote(found.name()))
                : Optional.empty();
        TableWords.actions(past)
                .filter(action -> action.span().equals(change.span()))
                .filter(AlterTableAction.SetIdentity.class::isInstance)
                .flatMap(action -> ((AlterTableAction.SetIdentity) action).settings().stream())
                .filter(setting ->
                        !setting.name().startsWith("restart") && !setting.name().contains("generated"))
                .map(setting -> past.text(setting.span()))
                .forEach(setting -> column.ifPresent(name -> put(
                        now.oid(),
                        "ALTER TABLE " + Identifiers.quote(now.name()) + " ALTER COLUMN " + name + " "
                                + (startsWithSet(setting) ? "" : "SET ") + setting)));
    }

    private static boolean startsWithSet(String setting) {
        return setting.regionMatches(true, 0, "set ", 0, 4);
    }

    private void describe(PastStep past, Statement statement) {
        boolean kept = switch (statement) {
            case RoutineStatement.AlterRoutine ignored -> isOfLast(past);
            case StatisticsStatement.SetTarget set ->
                isThere(NamedObject.Kind.STATISTICS, set.name().name());
            case TextSearchStatement.AlterConfiguration alter ->
                isThere(NamedObject.Kind.TEXT_SEARCH_CONFIGURATION, alter.name().name());
            case TextSearchStatement.AlterDictionary alter ->
                isThere(NamedObject.Kind.TEXT_SEARCH_DICTIONARY, alter.name().name());
            case ReplicationStatement.AlterPublication alter ->
                isThere(NamedObject.Kind.PUBLICATION, alter.name().value());
            case ForeignDataStatement.AlterServer alter ->
                isThere(NamedObject.Kind.SERVER, alter.name().value());
            case ForeignDataStatement.AlterWrapper alter ->
                isThere(NamedObject.Kind.FOREIGN_DATA_WRAPPER, alter.name().value());
            case TriggerStatement.SwitchEventTrigger alter ->
                isThere(NamedObject.Kind.EVENT_TRIGGER, alter.name().value());
            case Statement ignored -> false;
        };
        if (kept) {
            boolean repeatable = statement instanceof RoutineStatement;
            texts.whole(past, statement.span()).ifPresent(text -> put(text, new Wordings.Change(0, text, repeatable)));
        }
    }

    private boolean isThere(NamedObject.Kind kind, String name) {
        return names.catalog()
                .objects(kind)
                .anyMatch(object -> object.name().name().equals(name));
    }

    /** Whether the routine that it names has not been made anew since. */
    private boolean isOfLast(PastStep past) {
        return past.step().references().stream()
                .map(Reference::origin)
                .filter(origin -> origin != null)
                .anyMatch(origin ->
                        names.catalog().routines().map(Routine::origin).anyMatch(origin::equals));
    }
}
