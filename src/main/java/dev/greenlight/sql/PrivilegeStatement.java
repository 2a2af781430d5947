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
     * @param type what the objects are
     * @param allInSchema whether {@code objects} are schemas whose objects of that type are all meant
     * @param grantees in the order written; {@code public} is PUBLIC
     */
    record Grant(
            boolean revoke,
            List<String> privileges,
            ObjectType type,
            boolean allInSchema,
            List<ObjectName> objects,
            List<Name> grantees,
            Span span)
            implements PrivilegeStatement {
        public Grant {
            privileges = List.copyOf(privileges);
            objects = List.copyOf(objects);
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

    record AlterDefaultPrivileges(List<Name> schemas, List<Token> action, Span span) implements PrivilegeStatement {
        public AlterDefaultPrivileges {
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
