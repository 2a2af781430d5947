package dev.greenlight.sql.feature;

import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TokenKind;

/** Forms of statements that many kinds of objects share. */
final class ObjectFeatures {
    private ObjectFeatures() {}

    static void find(ObjectStatement statement, Search search) {
        switch (statement) {
            case ObjectStatement.Drop drop -> drop(drop, search);
            case ObjectStatement.Rename rename -> {}
            case ObjectStatement.RenameColumn rename -> {
                if (rename.type() == ObjectType.VIEW) {
                    search.add(13, "ALTER VIEW RENAME COLUMN", rename.span());
                }
            }
            case ObjectStatement.RenameConstraint rename -> {}
            case ObjectStatement.SetSchema set -> {}
            case ObjectStatement.ChangeOwner change -> PrivilegeFeatures.roles(search.row(change.span()), search);
            case ObjectStatement.CommentOn comment -> {}
            case ObjectStatement.DependsOnExtension depends -> {
                if (depends.remove()) {
                    search.look(search.row(depends.span()), Form.of(13, "no depends on extension"));
                }
            }
        }
    }

    private static void drop(ObjectStatement.Drop drop, Search search) {
        Row row = search.row(drop.span());
        if (drop.type() == ObjectType.USER_MAPPING) {
            PrivilegeFeatures.roles(row, search);
        }
        int last = row.size() - 1;
        if (drop.type() == ObjectType.DATABASE && row.isAt(last, TokenKind.RIGHT_PAREN)) {
            Span name = drop.targets().getFirst().span();
            search.add(
                    13,
                    "DROP DATABASE WITH (FORCE)",
                    row.within(new Span(name.end(), drop.span().end())).span(0, last));
        }
    }
}
