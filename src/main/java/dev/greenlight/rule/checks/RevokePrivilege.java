package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.PrivilegeStatement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class RevokePrivilege implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.Describe.class)
                .filter(describe -> revokes(change, describe))
                .map(describe -> Observation.at(
                        describe.span(), "running code that needs the privilege is refused at once (42501)"));
    }

    private static boolean revokes(Change change, ObjectOperation.Describe describe) {
        return switch (describe.statement()) {
            case PrivilegeStatement.Grant grant -> grant.revoke() && !isOfNew(change, describe, grant);
            case PrivilegeStatement.GrantRole grant -> grant.revoke();
            default -> false;
        };
    }

    /** Nobody has used yet what is made in the same transaction. */
    private static boolean isOfNew(Change change, ObjectOperation.Describe describe, PrivilegeStatement.Grant grant) {
        if (!describe.relations().isEmpty()) {
            return describe.relations().stream().noneMatch(change::isLive);
        }
        Set<String> made = change.transaction().stream()
                .flatMap(step -> step.operations().stream())
                .flatMap(operation -> name(operation).stream())
                .collect(Collectors.toSet());
        return grant.objects().stream().map(ObjectName::name).allMatch(made::contains);
    }

    private static Optional<String> name(Operation operation) {
        return switch (operation) {
            case ObjectOperation.CreateRoutine create
            when create.replaced() == null ->
                Optional.of(create.routine().name().name());
            case ObjectOperation.CreateType create ->
                Optional.of(create.type().name().name());
            case ObjectOperation.CreateSchema create ->
                Optional.of(create.schema().name());
            default -> Optional.empty();
        };
    }
}
