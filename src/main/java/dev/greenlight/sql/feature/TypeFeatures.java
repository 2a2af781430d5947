package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.TypeStatement;
import java.util.Map;

/** Forms of statements about types and domains. */
final class TypeFeatures {
    private static final Map<String, Integer> RANGE_OPTIONS = Map.of("multirange_type_name", 14);

    private TypeFeatures() {}

    static void find(TypeStatement statement, Search search) {
        switch (statement) {
            case TypeStatement.CreateEnum create -> {}
            case TypeStatement.CreateComposite create -> {}
            case TypeStatement.CreateRange create ->
                search.options(create.options(), "the attribute", RANGE_OPTIONS, SqlState.SYNTAX_ERROR);
            case TypeStatement.CreateBaseType create -> {}
            case TypeStatement.CreateDomain create -> {}
            case TypeStatement.AddEnumValue add -> {}
            case TypeStatement.RenameEnumValue rename -> {}
            case TypeStatement.AlterComposite alter -> {}
            case TypeStatement.SetTypeOptions set ->
                search.look(search.row(set.span()), Form.of(13, "set (", "ALTER TYPE SET"));
            case TypeStatement.AlterDomain alter -> domain(alter.action(), search);
        }
    }

    private static void domain(TypeStatement.DomainAction action, Search search) {
        if (action instanceof TypeStatement.DomainAction.AddConstraint add
                && add.constraint() instanceof Constraint.NotNull notNull) {
            search.add(17, "ALTER DOMAIN ADD NOT NULL", notNull.span());
        }
    }
}
