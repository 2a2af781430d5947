package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectType;

/** Whether a relation is of the kind that a statement asks for. One that is only assumed is of any kind. */
final class RelationKinds {
    private RelationKinds() {}

    static boolean is(Relation relation, ObjectType type) {
        if (!Names.isCertain(relation)) {
            return true;
        }
        return switch (type) {
            case TABLE -> relation instanceof Table table && table.kind() != Table.Kind.FOREIGN;
            case FOREIGN_TABLE -> relation instanceof Table table && table.kind() == Table.Kind.FOREIGN;
            case VIEW -> relation instanceof View view && !view.materialized();
            case MATERIALIZED_VIEW -> relation instanceof View view && view.materialized();
            case SEQUENCE -> relation instanceof Sequence;
            case INDEX -> relation instanceof Index;
            default -> true;
        };
    }

    /** Fails with 42809: {@code "v" is not a table}. */
    static void require(Relation relation, ObjectType type, Span span, Execution execution) {
        if (!is(relation, type)) {
            String message = "\"" + relation.name().name() + "\" is not " + withArticle(type);
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    private static String withArticle(ObjectType type) {
        return (type == ObjectType.INDEX ? "an " : "a ") + type.lowerCaseWords();
    }
}
