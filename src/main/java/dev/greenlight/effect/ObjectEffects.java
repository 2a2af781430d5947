package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table.Attachment;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.TypeStatement.DomainAction;
import java.util.stream.Stream;

/** What operations on views, types, sequences, routines, triggers and the rest do. */
final class ObjectEffects {
    private final Neighbours near;
    private final Server server;

    ObjectEffects(Step step, Server server) {
        this.near = new Neighbours(step);
        this.server = server;
    }

    Facts of(ObjectOperation operation) {
        return switch (operation) {
            case ObjectOperation.CreateView create -> createView(create);
            case ObjectOperation.DropView drop -> Facts.locking(drop.view(), ACCESS_EXCLUSIVE);
            case ObjectOperation.RefreshMaterializedView refresh ->
                Facts.locking(refresh.view(), refresh.concurrently() ? EXCLUSIVE : ACCESS_EXCLUSIVE)
                        .lock(read(refresh.view()), ACCESS_SHARE)
                        .works(Work.REWRITE);
            case ObjectOperation.CreateSequence create ->
                Facts.CATALOG.lock(near.relation(create.sequence().ownerTable()), ACCESS_SHARE);
            case ObjectOperation.ChangeSequence change -> Facts.locking(change.sequence(), SHARE_ROW_EXCLUSIVE);
            case ObjectOperation.DropSequence drop ->
                Facts.locking(drop.sequence(), ACCESS_EXCLUSIVE).losesData();
            case ObjectOperation.CreateType ignored -> Facts.CATALOG;
            case ObjectOperation.DropType ignored -> Facts.CATALOG;
            case ObjectOperation.RenameType ignored -> Facts.CATALOG;
            // An enum's label can be renamed but never removed (manual 8.7.2).
            case ObjectOperation.AddEnumValue ignored -> Facts.CATALOG.cannotBeUndone();
            case ObjectOperation.RenameEnumValue ignored -> Facts.CATALOG;
            case ObjectOperation.ChangeDomain change -> changeDomain(change);
            case ObjectOperation.ChangeComposite change ->
                Facts.CATALOG.lock(change.users().stream(), ACCESS_EXCLUSIVE);
            case ObjectOperation.CreateRoutine ignored -> Facts.CATALOG;
            case ObjectOperation.RenameRoutine ignored -> Facts.CATALOG;
            case ObjectOperation.DropRoutine ignored -> Facts.CATALOG;
            case ObjectOperation.CreateAttachment create -> createAttachment(create);
            case ObjectOperation.ChangeAttachment change -> Facts.locking(change.relation(), ACCESS_EXCLUSIVE);
            case ObjectOperation.DropAttachment drop -> Facts.locking(drop.relation(), ACCESS_EXCLUSIVE);
            case ObjectOperation.CreateSchema ignored -> Facts.CATALOG;
            case ObjectOperation.DropSchema ignored -> Facts.CATALOG;
            case ObjectOperation.RenameSchema ignored -> Facts.CATALOG;
            case ObjectOperation.CreateExtension ignored -> Facts.CATALOG;
            case ObjectOperation.DropExtension ignored -> Facts.CATALOG;
            case ObjectOperation.Describe describe -> describe(describe);
        };
    }

    private Facts createView(ObjectOperation.CreateView create) {
        return Facts.CATALOG
                .lock(read(create.view()), ACCESS_SHARE)
                .lock(Stream.ofNullable(create.replaced()), ACCESS_EXCLUSIVE)
                .worksIf(create.view().materialized(), Work.SCAN);
    }

    private Stream<Relation> read(View view) {
        return view.needs().relations().stream()
                .map(Needs.Part::relation)
                .distinct()
                .flatMap(near::relation);
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
        return verifies && !change.users().isEmpty()
                ? Facts.CATALOG.lock(change.users().stream(), SHARE).works(Work.SCAN)
                : Facts.CATALOG;
    }

    /** A new trigger stops writes for a moment; rules and policies change how queries are read, so those stop too. */
    private static Facts createAttachment(ObjectOperation.CreateAttachment create) {
        LockMode mode = switch (create.attachment().type()) {
            case TRIGGER -> SHARE_ROW_EXCLUSIVE;
            case RULE, POLICY -> ACCESS_EXCLUSIVE;
        };
        boolean constraintTrigger = create.attachment().type() == Attachment.Type.TRIGGER;
        return Facts.locking(create.relation(), mode)
                .lock(constraintTrigger ? Stream.ofNullable(create.referenced()) : Stream.empty(), ACCESS_SHARE);
    }

    /** Privileges take no lock before PostgreSQL 18; what else names a table keeps its definition from changing. */
    private Facts describe(ObjectOperation.Describe describe) {
        if (!(describe.statement() instanceof PrivilegeStatement)) {
            return Facts.CATALOG.lock(describe.relations().stream(), SHARE_UPDATE_EXCLUSIVE);
        }
        return server.version().isAtLeast(18)
                ? Facts.CATALOG.lock(describe.relations().stream(), ACCESS_SHARE)
                : Facts.CATALOG;
    }
}
