package dev.greenlight.sql.feature;

import dev.greenlight.sql.SchemaStatement;

/** Forms of CREATE SCHEMA, of the statements in it, and of statements about extensions. */
final class SchemaFeatures {
    private SchemaFeatures() {}

    static void find(SchemaStatement statement, Search search) {
        switch (statement) {
            case SchemaStatement.CreateSchema create -> {
                search.look(
                        search.row(create.span()),
                        Form.of(14, "authorization current_role", PrivilegeFeatures.CURRENT_ROLE));
                create.elements().forEach(element -> Features.find(element, search));
            }
            case SchemaStatement.CreateExtension create -> {}
            case SchemaStatement.UpdateExtension update -> {}
            case SchemaStatement.ChangeExtensionMember change -> {}
        }
    }
}
