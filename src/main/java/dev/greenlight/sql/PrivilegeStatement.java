package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about roles and what they may do. */
public sealed interface PrivilegeStatement extends Statement {
    /**
     * {@code GRANT} and {@code REVOKE} of privileges on objects.
     *
     * @param privileges in lower case, {@code all} as the single word
     * @param columns those that the privileges are limited to; empty where they are for the whole objects
     * @param type what the objects are
     * @param allInSchema whether {@code objects} are schemas whose objects of that type are all meant
     * @param routines the objects again with their parameters, where they are routines
     * @param grantees in the order written; {@code public} is PUBLIC
     */
    record Grant(
            boolean revoke,
            List<String> privileges,
            List<Name> columns,
            ObjectType type,
            boolean allInSchema,
            List<ObjectName> objects,
            List<RoutineStatement.RoutineName> routines,
            List<Name> grantees,
            Span span)
            implements PrivilegeStatement {
        public Grant {
            privileges = List.copyOf(privileges);
            columns = List.copyOf(columns);
            objects = List.copyOf(objects);
            routines = List.copyOf(routines);
            grantees = List.copyOf(grantees);
        }

        @Override
        public String kind() {
            return revoke ? "REVOKE" : "GRANT";
        }
    }

    /** Membership in roles. */
    record GrantRole(boolean revoke, List<Name> roles, List<Name> grantees, Span span) implements PrivilegeStatement {
        public GrantRole {
            roles = List.copyOf(roles);
            grantees = List.copyOf(grantees);
        }

        @Override
        public String kind() {
            return revoke ? "REVOKE ROLE" : "GRANT ROLE";
        }
    }

    /**
     * @param roles those whose future objects are meant; empty for the current role
     * @param schemas those in which they are made; empty for all
     * @param action the GRANT or REVOKE
     */
    record AlterDefaultPrivileges(List<Name> roles, List<Name> schemas, List<Token> action, Span span)
            implements PrivilegeStatement {
        public AlterDefaultPrivileges {
            roles = List.copyOf(roles);
            schemas = List.copyOf(schemas);
            action = List.copyOf(action);
        }

        @Override
        public String kind() {
            return "ALTER DEFAULT PRIVILEGES";
        }
    }

    /** {@code CREATE | ALTER ROLE | USER | GROUP}; {@code name} is null for {@code ALTER ROLE ALL}. */
    record DefineRole(String verb, @Nullable Name name, List<Token> options, Span span) implements PrivilegeStatement {
        public DefineRole {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return verb + " ROLE";
        }
    }

    /** {@code DROP OWNED} and {@code REASSIGN OWNED}. */
    record Owned(boolean drop, List<Name> roles, DropBehavior behavior, Span span) implements PrivilegeStatement {
        public Owned {
            roles = List.copyOf(roles);
        }

        @Override
        public String kind() {
            return drop ? "DROP OWNED" : "REASSIGN OWNED";
        }
    }
}
