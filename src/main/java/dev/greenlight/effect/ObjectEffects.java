package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Table.Attachment;
import dev.greenlight.catalog.View;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.TypeStatement.DomainAction;
import java.util.List;
import java.util.stream.Stream;

/** What operations on views, types, sequences, routines, triggers and the rest do. */
final class ObjectEffects {
    private final Neighbours near;
    private final Server server;

    ObjectEffects(Step step, Server server) {
        this.near = new Neighbours(step, server);
        this.server = server;
    }

    Facts of(ObjectOperation operation) {
        return switch (operation) {
            case ObjectOperation.CreateView create -> createView(create);
            case ObjectOperation.DropView drop ->
                Facts.locking(drop.view(), ACCESS_EXCLUSIVE).lock(near.indexes(drop.view()), ACCESS_EXCLUSIVE);
            case ObjectOperation.RefreshMaterializedView refresh -> refresh(refresh);
            case ObjectOperation.CreateSequence create ->
                Facts.CATALOG.lock(near.relation(create.sequence().ownerTable()), ACCESS_SHARE);
            case ObjectOperation.ChangeSequence change -> changeSequence(change.sequence());
            case ObjectOperation.DropSequence drop ->
                Facts.locking(drop.sequence(), ACCESS_EXCLUSIVE).losesData();
            case ObjectOperation.CreateType ignored -> Facts.CATALOG;
            case ObjectOperation.DropType ignored -> Facts.CATALOG;
            case ObjectOperation.RenameType ignored -> Facts.CATALOG;
            // An enum's label can be renamed but never removed (manual 8.7.2).
            case ObjectOperation.AddEnumValue ignored -> Facts.CATALOG.cannotBeUndone();
            case ObjectOperation.RenameEnumValue ignored -> Facts.CATALOG;
            case ObjectOperation.ChangeDomain change -> changeDomain(change);
            case ObjectOperation.ChangeComposite ignored -> Facts.CATALOG;
            case ObjectOperation.CreateRoutine create ->
                Facts.CATALOG.lock(near.relations(create.routine().needs()), ACCESS_SHARE);
            case ObjectOperation.RenameRoutine ignored -> Facts.CATALOG;
            case ObjectOperation.DropRoutine ignored -> Facts.CATALOG;
            case ObjectOperation.CreateAttachment create -> createAttachment(create);
            case ObjectOperation.ChangeAttachment change -> changeAttachment(change);
            case ObjectOperation.DropAttachment drop ->
                Facts.CATALOG.lock(reached(drop.relation(), drop.attachment()), ACCESS_EXCLUSIVE);
            case ObjectOperation.CreateSchema ignored -> Facts.CATALOG;
            case ObjectOperation.DropSchema ignored -> Facts.CATALOG;
            case ObjectOperation.RenameSchema ignored -> Facts.CATALOG;
            case ObjectOperation.CreateExtension ignored -> Facts.CATALOG;
            case ObjectOperation.DropExtension ignored -> Facts.CATALOG;
            case ObjectOperation.Describe describe -> describe(describe);
        };
    }

    private Facts createView(ObjectOperation.CreateView create) {
        Facts facts = Facts.CATALOG.lock(Stream.ofNullable(create.replaced()), ACCESS_EXCLUSIVE);
        return create.filled()
                ? read(create.view(), facts)
                : facts.lock(near.relations(create.view().needs()), ACCESS_SHARE);
    }

    /** All that the view's query names, and what the views among it stand on, is read. */
    private Facts read(View view, Facts facts) {
        List<Relation> read = near.relations(view.needs())
                .flatMap(near::underlying)
                .flatMap(near::family)
                .toList();
        return facts.lock(read.stream(), ACCESS_SHARE)
                .lock(near.plannedIndexes(read.stream()), ACCESS_SHARE)
                .works(Work.SCAN, read.stream());
    }

    /** CONCURRENTLY compares the rows that there are with those that the query gives now (manual, its reference). */
    private Facts refresh(ObjectOperation.RefreshMaterializedView refresh) {
        View view = refresh.view();
        if (refresh.concurrently()) {
            Facts facts = Facts.locking(view, EXCLUSIVE).lock(near.indexes(view), ROW_EXCLUSIVE);
            return read(view, facts).works(Work.SCAN, Stream.of(view));
        }
        Facts facts = Facts.locking(view, ACCESS_EXCLUSIVE).lock(near.indexes(view), ACCESS_EXCLUSIVE);
        return refresh.filled() ? read(view, facts).works(Work.REWRITE, Stream.of(view)) : facts.losesData();
    }

    private Facts changeSequence(Sequence sequence) {
        Facts facts = Facts.locking(sequence, SHARE_ROW_EXCLUSIVE);
        return near.later(sequence).orElse(sequence) instanceof Sequence later
                        && later.ownerTable() != sequence.ownerTable()
                ? facts.lock(near.relation(later.ownerTable()), ACCESS_SHARE)
                : facts;
    }

    /** Every table with a column of the domain is read while nobody may write to it (manual ALTER DOMAIN). */
    private static Facts changeDomain(ObjectOperation.ChangeDomain change) {
        boolean verifies = switch (change.action()) {
            case DomainAction.AddConstraint add ->
                !add.constraint().attributes().notValid();
            case DomainAction.ValidateConstraint ignored -> true;
            case DomainAction.SetNotNull ignored -> true;
            case DomainAction.SetDefault ignored -> false;
            case DomainAction.DropDefault ignored -> false;
            case DomainAction.DropNotNull ignored -> false;
            case DomainAction.DropConstraint ignored -> false;
            case DomainAction.RenameConstraint ignored -> false;
        };
        List<? extends Relation> read =
                change.users().stream().filter(Facts::holdsRows).toList();
        return verifies ? Facts.CATALOG.lock(read.stream(), SHARE).works(Work.SCAN, read.stream()) : Facts.CATALOG;
    }

    /** A new trigger stops writes for a moment; rules and policies change how queries are read, so those stop too. */
    private Facts createAttachment(ObjectOperation.CreateAttachment create) {
        Attachment attachment = create.attachment();
        Stream<? extends Relation> relations = reached(create.relation(), attachment);
        return switch (attachment.type()) {
            case TRIGGER ->
                Facts.CATALOG
                        .lock(relations, SHARE_ROW_EXCLUSIVE)
                        .lock(Stream.ofNullable(create.referenced()), ACCESS_SHARE);
            case RULE -> Facts.CATALOG.lock(relations, ACCESS_EXCLUSIVE);
            case POLICY ->
                Facts.CATALOG.lock(relations, ACCESS_EXCLUSIVE).lock(near.relations(attachment.needs()), ACCESS_SHARE);
        };
    }

    /** Before 15 what partitions have of a trigger is not renamed with it. */
    private Facts changeAttachment(ObjectOperation.ChangeAttachment change) {
        return Facts.CATALOG.lock(
                server.version().isAtLeast(15)
                        ? reached(change.relation(), change.attachment())
                        : Stream.of(change.relation()),
                ACCESS_EXCLUSIVE);
    }

    /** Partitions have their parent's triggers for each row. */
    private Stream<? extends Relation> reached(Relation relation, Attachment attachment) {
        return attachment.forEachRow() && relation instanceof Table table
                ? near.partitions(table)
                : Stream.of(relation);
    }

    /**
     * Privileges take no lock before PostgreSQL 18. What else names a table keeps its definition from changing; not so
     * what is about a part of it.
     */
    private Facts describe(ObjectOperation.Describe describe) {
        return switch (describe.statement()) {
            case PrivilegeStatement ignored ->
                Facts.CATALOG.lockIf(server.version().isAtLeast(18), describe.relations().stream(), ACCESS_SHARE);
            case ObjectStatement.CommentOn comment
            when comment.on() != null -> Facts.CATALOG.lock(describe.relations().stream(), ACCESS_SHARE);
            case ObjectStatement.DependsOnExtension depends ->
                Facts.CATALOG.lock(
                        describe.relations().stream(), depends.on() == null ? ACCESS_EXCLUSIVE : ACCESS_SHARE);
            default -> Facts.CATALOG.lock(describe.relations().stream(), SHARE_UPDATE_EXCLUSIVE);
        };
    }
}
