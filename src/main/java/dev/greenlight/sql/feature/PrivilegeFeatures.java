package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.TokenKind;
import java.util.Set;

/** Forms of statements about roles and privileges. */
final class PrivilegeFeatures {
    static final String CURRENT_ROLE = "CURRENT_ROLE as the name of a role";
    private static final Set<String> MEMBERSHIP = Set.of("inherit", "set");

    private PrivilegeFeatures() {}

    static void find(PrivilegeStatement statement, Search search) {
        Row row = search.row(statement.span()).outer();
        roles(row, search);
        switch (statement) {
            case PrivilegeStatement.Grant grant -> grant(grant, row, search);
            case PrivilegeStatement.GrantRole grant -> membership(grant, row, search);
            case PrivilegeStatement.AlterDefaultPrivileges alter -> {
                search.look(row, Form.of(18, "large objects", "ALTER DEFAULT PRIVILEGES ON LARGE OBJECTS"));
                maintain(row, search);
            }
            case PrivilegeStatement.DefineRole define -> {}
            case PrivilegeStatement.Owned owned -> {}
        }
    }

    /** Where a role is named. */
    static void roles(Row row, Search search) {
        row.places("current_role")
                .forEach(i -> search.add(14, CURRENT_ROLE, row.at(i).span()));
    }

    private static void grant(PrivilegeStatement.Grant grant, Row row, Search search) {
        if (grant.type() == ObjectType.PARAMETER) {
            search.look(row, Form.of(15, "alter system"));
            row.places("on").limit(1).forEach(i -> search.add(15, "privileges on a PARAMETER", row.span(i, i + 2)));
        }
        search.look(row, Form.of(14, "granted by"));
        if (grant.privileges().contains("maintain")) {
            maintain(row, search);
        }
    }

    private static void maintain(Row row, Search search) {
        int on = row.places("on").findFirst().orElse(0);
        row.places("maintain")
                .limit(1)
                .filter(i -> i < on)
                .forEach(i ->
                        search.addParsed(17, "the privilege MAINTAIN", row.at(i).span(), SqlState.SYNTAX_ERROR));
    }

    /** At first {@code WITH ADMIN OPTION} was all that could be said of a membership (release notes of PostgreSQL 16). */
    private static void membership(PrivilegeStatement.GrantRole grant, Row row, Search search) {
        if (grant.revoke()) {
            search.look(row, Form.of(16, "inherit option for"), Form.of(16, "set option for"));
            return;
        }
        int with = row.places("with").findFirst().orElse(row.size());
        for (int i = with + 1; i < row.size(); i++) {
            boolean another = row.isAt(i, TokenKind.COMMA);
            boolean newer =
                    row.isAnyWordAt(i, MEMBERSHIP) || row.isWordAt(i, "admin") && !row.isWordAt(i + 1, "option");
            if (another || i == with + 1 && newer) {
                search.add(16, "WITH INHERIT, SET and ADMIN with a value", row.span(i, i + 1));
            }
        }
    }
}
