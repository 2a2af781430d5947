package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
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

    private PrivilegeReplay(Execution execution) {
        this.execution = execution;
        this.descriptions = new Descriptions(execution);
    }

    static void apply(PrivilegeStatement statement, Execution execution) {
        PrivilegeReplay replay = new PrivilegeReplay(execution);
        switch (statement) {
            case PrivilegeStatement.Grant grant -> replay.grant(grant);
            case PrivilegeStatement.GrantRole grant -> replay.describe(grant);
            case PrivilegeStatement.AlterDefaultPrivileges alter -> replay.alterDefaults(alter);
            case PrivilegeStatement.DefineRole define -> replay.describe(define);
            case PrivilegeStatement.Owned owned -> replay.owned(owned);
        }
    }

    private void describe(PrivilegeStatement statement) {
        descriptions.describe(statement, List.of(), statement.span());
    }

    private void grant(PrivilegeStatement.Grant grant) {
        List<Relation> relations = new ArrayList<>();
        if (grant.allInSchema()) {
            grant.objects().forEach(this::schema);
        } else if (!grant.routines().isEmpty()) {
            grant.routines().forEach(routine -> routine(grant.type(), routine));
        } else {
            grant.objects().forEach(name -> relations.addAll(object(grant, name)));
        }
        descriptions.describe(grant, relations, grant.span());
    }

    private void schema(ObjectName name) {
        execution.names().schemas().require(name.parts().getLast());
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
        describe(alter);
    }

    /** DROP OWNED takes whatever belongs to the role, which is not known. */
    private void owned(PrivilegeStatement.Owned owned) {
        if (owned.drop()) {
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
        describe(owned);
    }
}
