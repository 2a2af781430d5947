package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.RoutineStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs statements about roles and privileges. Roles belong to the server and not to the database: any may be there. */
final class PrivilegeReplay {
    private final Execution execution;
    private final Descriptions descriptions;
    private final Roles roles;

    private PrivilegeReplay(Execution execution) {
        this.execution = execution;
        this.descriptions = new Descriptions(execution);
        this.roles = new Roles(execution);
    }

    static void apply(PrivilegeStatement statement, Execution execution) {
        PrivilegeReplay replay = new PrivilegeReplay(execution);
        switch (statement) {
            case PrivilegeStatement.Grant grant -> replay.grant(grant);
            case PrivilegeStatement.GrantRole grant -> replay.describe(grant);
            case PrivilegeStatement.AlterDefaultPrivileges alter -> replay.alterDefaults(alter);
            case PrivilegeStatement.DefineRole define -> {
                replay.roles.define(define);
                replay.describe(define);
            }
            case PrivilegeStatement.Owned owned -> replay.owned(owned);
        }
    }

    private void describe(PrivilegeStatement statement) {
        descriptions.describe(statement, List.of(), statement.span());
    }

    private void grant(PrivilegeStatement.Grant grant) {
        List<Relation> relations = new ArrayList<>();
        if (grant.allInSchema()) {
            grant.objects().forEach(schema -> relations.addAll(within(grant.type(), schema)));
        } else if (!grant.routines().isEmpty()) {
            grant.routines().forEach(routine -> routine(grant.type(), routine));
        } else {
            grant.objects().forEach(name -> relations.addAll(object(grant, name)));
        }
        roles.grant(grant, relations);
        descriptions.describe(grant, grant.allInSchema() ? List.of() : relations, grant.span());
    }

    private List<Relation> within(ObjectType type, ObjectName name) {
        String schema =
                execution.names().schemas().require(name.parts().getLast()).name();
        return execution
                .catalog()
                .relationsIn(schema)
                .filter(relation -> type == (relation instanceof Sequence ? ObjectType.SEQUENCE : ObjectType.TABLE))
                .filter(relation -> !(relation instanceof Index))
                .toList();
    }

    /** FUNCTION stands for aggregates too (manual GRANT). */
    private void routine(ObjectType type, RoutineStatement.RoutineName routine) {
        boolean aggregate = type == ObjectType.FUNCTION
                && new Routines(execution)
                        .find(ObjectType.ROUTINE, routine.name(), routine.parameters(), routine.span())
                        .filter(found -> found.kind().equals("aggregate"))
                        .isPresent();
        if (aggregate) {
            return;
        }
        new Routines(execution).require(type, routine.name(), routine.parameters(), routine.span());
    }

    /** Behind TABLE any relation may stand (manual GRANT). */
    private List<Relation> object(PrivilegeStatement.Grant grant, ObjectName name) {
        if (grant.type() != ObjectType.TABLE) {
            return descriptions.object(grant.type(), name, null, null);
        }
        if (execution.names().isSystem(name)) {
            return List.of();
        }
        Relation relation = execution.names().relation(name, ObjectType.TABLE);
        for (Name column : grant.columns()) {
            descriptions.requireColumn(relation, column);
        }
        return List.of(relation);
    }

    private void alterDefaults(PrivilegeStatement.AlterDefaultPrivileges alter) {
        alter.schemas().forEach(schema -> execution.names().schemas().require(schema));
        roles.alterDefaults(alter);
        describe(alter);
    }

    /** DROP OWNED takes whatever belongs to the role, which is known only where that is nothing. */
    private void owned(PrivilegeStatement.Owned owned) {
        if (owned.drop() && owned.roles().stream().anyMatch(roles::mayOwn)) {
            List<Doubt.Pattern> gone = Stream.of(
                            ObjectType.TABLE,
                            ObjectType.INDEX,
                            ObjectType.SEQUENCE,
                            ObjectType.TYPE,
                            ObjectType.FUNCTION,
                            ObjectType.SCHEMA,
                            ObjectType.TRIGGER,
                            ObjectType.POLICY)
                    .map(Doubt.Pattern::any)
                    .toList();
            execution.doubt(Doubt.ofPatterns(List.of(), gone));
        }
        roles.owned(owned);
        describe(owned);
    }
}
