package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Optional;

/** Runs statements about sequences. */
final class SequenceReplay {
    private final Execution execution;

    private SequenceReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(SequenceStatement statement, Execution execution) {
        SequenceReplay replay = new SequenceReplay(execution);
        switch (statement) {
            case SequenceStatement.CreateSequence create -> replay.create(create);
            case SequenceStatement.AlterSequence alter -> replay.alter(alter);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(SequenceStatement statement, Execution execution) {
        switch (statement) {
            case SequenceStatement.CreateSequence create -> {
                QualifiedName name = execution.names().schemas().creation(create.name(), create.persistence());
                if (execution.catalog().relation(name).isEmpty()) {
                    execution.names().assume(name, ObjectType.SEQUENCE);
                }
            }
            case SequenceStatement.AlterSequence ignored -> {}
        }
    }

    /** The column that owns a sequence, which is dropped with it. */
    private record Owner(long table, int column) {
        static final Owner NONE = new Owner(0, 0);
    }

    private void create(SequenceStatement.CreateSequence create) {
        QualifiedName name = execution.names().schemas().creation(create.name(), create.persistence());
        Optional<Relation> existing = execution.catalog().relation(name);
        if (existing.isPresent() && create.ifNotExists()) {
            execution.skip(existing.get());
            return;
        }
        Sequence.Limits limits = new SequenceRules(execution, create.options()).requireNew("int8");
        new NewNames(execution).requireRelationWithRows(name, create.name().span());
        Owner owner =
                create.ownedBy().map(tokens -> owner(tokens, name.schema())).orElse(Owner.NONE);
        Sequence sequence = new Sequence(
                execution.nextOid(),
                name,
                owner.table(),
                owner.column(),
                false,
                limits,
                execution.origin(create.span()));
        execution.put(sequence);
        execution.add(new ObjectOperation.CreateSequence(sequence, create.span()));
    }

    private void alter(SequenceStatement.AlterSequence alter) {
        Optional<Relation> found = alter.ifExists()
                ? execution.names().relationIfExists(alter.name(), ObjectType.SEQUENCE)
                : Optional.of(execution.names().relation(alter.name(), ObjectType.SEQUENCE));
        if (found.isEmpty()) {
            execution.skip(null);
            return;
        }
        RelationKinds.require(found.get(), ObjectType.SEQUENCE, alter.name().span(), execution);
        Sequence.Limits before = found.get() instanceof Sequence known ? known.limits() : null;
        Sequence.Limits limits = new SequenceRules(execution, alter.options()).requireChange(before);
        if (found.get() instanceof Sequence sequence) {
            alter(sequence.withLimits(limits), alter);
        }
    }

    private void alter(Sequence sequence, SequenceStatement.AlterSequence alter) {
        execution.add(new ObjectOperation.ChangeSequence(sequence, alter.span()));
        boolean changesOwner =
                alter.options().stream().anyMatch(option -> option.name().equals("owned by"));
        if (!changesOwner) {
            execution.put(sequence);
            return;
        }
        if (sequence.identity()) {
            String message = "cannot change ownership of identity sequence";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, alter.span());
        }
        Owner owner = alter.ownedBy()
                .map(tokens -> owner(tokens, sequence.name().schema()))
                .orElse(Owner.NONE);
        execution.put(sequence.ownedBy(owner.table(), owner.column()));
    }

    /** {@code OWNED BY table.column} (manual CREATE SEQUENCE). */
    private Owner owner(List<Token> tokens, String schema) {
        List<Name> parts = tokens.stream()
                .filter(token -> !token.is(TokenKind.DOT))
                .map(Name::of)
                .toList();
        if (parts.size() < 2) {
            return Owner.NONE;
        }
        ObjectName tableName = new ObjectName(parts.subList(0, parts.size() - 1));
        Relation relation = execution.names().relation(tableName, ObjectType.TABLE);
        if (!(relation instanceof Table table)) {
            return otherOwner(relation, tableName);
        }
        if (Names.isCertain(table) && !table.name().schema().equals(schema)) {
            String message = "sequence must be in same schema as table it is linked to";
            throw execution.reject(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message, tableName.span());
        }
        int column = execution
                .names()
                .column(table, parts.getLast())
                .map(Column::number)
                .orElse(0);
        return column == 0 ? Owner.NONE : new Owner(table.oid(), column);
    }

    private Owner otherOwner(Relation relation, ObjectName name) {
        if (Names.isCertain(relation) && !RelationKinds.is(relation, ObjectType.VIEW)) {
            String message =
                    "sequence cannot be owned by relation \"" + relation.name().name() + "\"";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
        }
        return Owner.NONE;
    }
}
