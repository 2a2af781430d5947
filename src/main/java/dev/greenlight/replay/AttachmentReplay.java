package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.query.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs statements about triggers, rules and policies. */
final class AttachmentReplay {
    private final Execution execution;
    private final Attachments attachments;

    private AttachmentReplay(Execution execution) {
        this.execution = execution;
        this.attachments = new Attachments(execution);
    }

    static void apply(TriggerStatement statement, Execution execution) {
        AttachmentReplay replay = new AttachmentReplay(execution);
        switch (statement) {
            case TriggerStatement.CreateTrigger create -> replay.create(create);
            case TriggerStatement.CreateEventTrigger create -> replay.create(create);
            case TriggerStatement.SwitchEventTrigger enabled -> {
                new NamedObjects(execution).require(NamedObject.Kind.EVENT_TRIGGER, enabled.name());
                execution.add(new ObjectOperation.Describe(enabled, List.of(), enabled.span()));
            }
            case TriggerStatement.CreateRule create -> replay.create(create);
            case TriggerStatement.CreatePolicy create -> replay.create(create);
            case TriggerStatement.AlterPolicy alter -> replay.alter(alter);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TriggerStatement statement, Execution execution) {
        switch (statement) {
            case TriggerStatement.CreateTrigger create -> assume(create.name(), execution);
            case TriggerStatement.CreateRule create -> assume(create.name(), execution);
            case TriggerStatement.CreatePolicy create -> assume(create.name(), execution);
            case TriggerStatement.AlterPolicy alter -> assume(alter.name(), execution);
            case TriggerStatement.CreateEventTrigger ignored -> {}
            case TriggerStatement.SwitchEventTrigger ignored -> {}
        }
    }

    private static void assume(Name name, Execution execution) {
        List<String> names = List.of(name.value());
        execution.doubt(Doubt.ofMade(names).and(Doubt.ofGone(names)));
    }

    /** The checks come in PostgreSQL's order: kind of relation, condition, function, name, columns. */
    private void create(TriggerStatement.CreateTrigger create) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        requireTriggersAllowed(relation, create);
        TriggerRules rules = new TriggerRules(create, execution);
        rules.requireForm(relation);
        Optional<Relation> referenced = Optional.ofNullable(create.referenced())
                .map(name -> execution.names().relation(name, ObjectType.TABLE));
        NeedsBuilder needs = new NeedsBuilder();
        if (create.when() != null) {
            ExpressionTypes types = ExpressionTypes.ofRows(List.of("old", "new"), relation, execution);
            needs.all(condition(create.when(), rows(create.table(), create.span()), types, "WHEN"));
        }
        rules.requireCondition(relation);
        QualifiedName function = function(create.function(), "trigger");
        requireOwn(relation, create);
        if (!create.orReplace() || create.constraint()) {
            attachments.requireNew(relation, Table.Attachment.Type.TRIGGER, create.name());
        }
        if (relation instanceof Table table) {
            create.columns().forEach(column -> column(table, column, needs));
            rules.requireDistinctColumns();
        }
        Table.Attachment trigger = new Table.Attachment(
                Table.Attachment.Type.TRIGGER,
                create.name().value(),
                create.forEachRow(),
                false,
                function,
                needs.build(),
                execution.origin(create.span()));
        attachments.putTrigger(relation, trigger, create, referenced);
    }

    /** What a partition has of its parent is replaced with that alone. */
    private void requireOwn(Relation relation, TriggerStatement.CreateTrigger create) {
        boolean inherited = create.orReplace()
                && Attachments.find(
                                relation,
                                Table.Attachment.Type.TRIGGER,
                                create.name().value())
                        .filter(Table.Attachment::inherited)
                        .isPresent();
        if (inherited) {
            String message = "trigger \"" + create.name().value() + "\" for relation \""
                    + relation.name().name() + "\" is an internal or a child trigger";
            throw execution.reject(
                    SqlState.DUPLICATE_OBJECT, message, create.name().span());
        }
    }

    private void column(Table table, Name name, NeedsBuilder needs) {
        execution
                .names()
                .column(table, name)
                .map(Column::number)
                .ifPresent(number -> needs.column(table.oid(), number));
    }

    private void requireTriggersAllowed(Relation relation, TriggerStatement.CreateTrigger create) {
        if (!Names.isCertain(relation)) {
            return;
        }
        boolean insteadOf = create.timing().equals("instead of");
        String name = "\"" + relation.name().name() + "\"";
        if (relation instanceof Table && insteadOf) {
            throw wrongKind(name + " is a table", create.table().span());
        }
        if (relation instanceof Table table && refusesRows(table, create)) {
            throw wrongKind(name + " is a partitioned table", create.table().span());
        }
        if (relation instanceof View view && view.materialized()) {
            throw wrongKind(
                    "relation " + name + " cannot have triggers", create.table().span());
        }
        if (relation instanceof View && !insteadOf && create.forEachRow()) {
            throw wrongKind(name + " is a view", create.table().span());
        }
    }

    /** From 13 on each partition has such a trigger (manual CREATE TRIGGER, Description). */
    private boolean refusesRows(Table table, TriggerStatement.CreateTrigger create) {
        return table.kind() == Table.Kind.PARTITIONED
                && create.timing().equals("before")
                && create.forEachRow()
                && !execution.version().isAtLeast(13);
    }

    private Rejected wrongKind(String message, Span span) {
        return execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
    }

    /** Triggers and rules see the row before and after the change. */
    private static Scope rows(ObjectName table, Span span) {
        return Scope.of(table, List.of(new Name("old", span), new Name("new", span)));
    }

    private Needs condition(Expression expression, Scope scope, ExpressionTypes types, String where) {
        Needs needs = new QueryNames(execution).expression(expression, scope);
        types.condition(expression, where);
        return needs;
    }

    /** A trigger's function has no parameters and a return type of its own (manual 37.1). */
    private QualifiedName function(ObjectName name, String returns) {
        Optional<Routine> found = new Routines(execution).require(ObjectType.FUNCTION, name, List.of(), name.span());
        boolean other = found.map(Routine::returns)
                .filter(type -> type.isKnown() && !type.is(returns))
                .isPresent();
        if (other) {
            String message = "function " + name + " must return type " + returns;
            throw execution.reject(SqlState.INVALID_OBJECT_DEFINITION, message, name.span());
        }
        return found.map(Routine::name)
                .orElseGet(() -> execution.names().schemas().likely(name));
    }

    private void create(TriggerStatement.CreateEventTrigger create) {
        new EventTriggerRules(execution).require(create);
        NamedObject made = NamedObjects.of(NamedObject.Kind.EVENT_TRIGGER, create.name());
        NamedObjects objects = new NamedObjects(execution);
        objects.requireNew(made, create.name().span());
        function(create.function(), "event_trigger");
        objects.put(made);
        execution.add(new ObjectOperation.Describe(create, List.of(), create.span()));
    }

    private void create(TriggerStatement.CreateRule create) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        if (!create.orReplace()) {
            attachments.requireNew(relation, Table.Attachment.Type.RULE, create.name());
        }
        Needs needs = new RuleNames(execution).read(create.body(), rows(create.table(), create.span()));
        put(relation, Table.Attachment.Type.RULE, create.name(), needs, create.span());
    }

    /** A rule or a policy, which call no function. */
    private void put(Relation relation, Table.Attachment.Type type, Name name, Needs needs, Span span) {
        Table.Attachment made =
                new Table.Attachment(type, name.value(), false, false, null, needs, execution.origin(span));
        attachments.put(relation, made, span, Optional.empty());
    }

    private void create(TriggerStatement.CreatePolicy create) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        RelationKinds.require(relation, ObjectType.TABLE, create.table().span(), execution);
        Needs needs = conditions(create.using(), create.withCheck(), create.table(), relation);
        attachments.requireNew(relation, Table.Attachment.Type.POLICY, create.name());
        put(relation, Table.Attachment.Type.POLICY, create.name(), needs, create.span());
    }

    private Needs conditions(
            @Nullable Expression using, @Nullable Expression withCheck, ObjectName table, Relation relation) {
        NeedsBuilder needs = new NeedsBuilder();
        if (relation instanceof Table there) {
            ExpressionTypes types = new ExpressionTypes(execution, there);
            Stream.of(Optional.ofNullable(using), Optional.ofNullable(withCheck))
                    .flatMap(Optional::stream)
                    .forEach(each -> needs.all(condition(each, Scope.of(table), types, "POLICY")));
        }
        return needs.build();
    }

    private void alter(TriggerStatement.AlterPolicy alter) {
        Relation relation = execution.names().relation(alter.table(), ObjectType.TABLE);
        Needs needs = conditions(alter.using(), alter.withCheck(), alter.table(), relation);
        attachments
                .require(relation, Table.Attachment.Type.POLICY, alter.name())
                .ifPresent(policy -> replace(relation, policy, needs, alter));
    }

    /** What the part that is not written needs stays needed, as far as is known: the two are kept together. */
    private void replace(Relation relation, Table.Attachment policy, Needs needs, TriggerStatement.AlterPolicy alter) {
        NeedsBuilder all = new NeedsBuilder();
        if (alter.using() == null || alter.withCheck() == null) {
            all.all(policy.needs());
        }
        all.all(needs);
        execution.add(new ObjectOperation.ChangeAttachment(relation, policy, alter.span()));
        attachments.replace(relation, policy, policy.withNeeds(all.build()));
    }
}
