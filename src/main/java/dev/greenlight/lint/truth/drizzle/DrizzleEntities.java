package dev.greenlight.lint.truth.drizzle;

import dev.greenlight.lint.truth.DeclaredScript;
import dev.greenlight.lint.truth.DeclaredScript.Phase;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Snapshots of drizzle-kit 1.0, which are one list of all that there is: {@code ddl}, each with its {@code entityType}. */
final class DrizzleEntities {
    private final DeclaredScript script = new DeclaredScript();

    private DrizzleEntities() {}

    static DeclaredScript of(Node snapshot) {
        DrizzleEntities entities = new DrizzleEntities();
        snapshot.entries("ddl").forEach(entities::add);
        return entities.script;
    }

    private void add(Node entity) {
        switch (entity.textOr("entityType", "")) {
            case "schemas" ->
                add(
                        entity,
                        Phase.SCHEMA,
                        "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(entity.textOr("name", "")));
            case "enums" ->
                add(
                        entity,
                        Phase.TYPE,
                        "CREATE TYPE " + Identifiers.quote(DrizzleSql.name(entity)) + " AS ENUM "
                                + DrizzleSql.labels(entity.texts("values")));
            case "sequences" -> add(entity, Phase.SEQUENCE, DrizzleSql.sequence(entity));
            case "tables" -> table(entity);
            case "views" -> add(entity, Phase.VIEW, DrizzleSql.view(entity));
            case "policies" ->
                add(entity, Phase.POLICY, DrizzleSql.policy(entity, Identifiers.quote(table(entity, "table"))));
            default -> ofTable(entity);
        }
    }

    private void add(Node entity, Phase phase, String statement) {
        script.add(phase, entity.place(), statement);
    }

    private void table(Node entity) {
        String name = Identifiers.quote(DrizzleSql.name(entity));
        add(entity, Phase.TABLE, "CREATE TABLE " + name + " ()");
        if (entity.isTrue("isRlsEnabled")) {
            add(entity, Phase.POLICY, "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
        }
    }

    private static QualifiedName table(Node entity, String key) {
        return DrizzleSql.name(entity.text("schema"), entity.textOr(key, ""));
    }

    private void ofTable(Node entity) {
        String columns = DrizzleSql.columns(entity.texts("columns"));
        switch (entity.textOr("entityType", "")) {
            case "columns" -> alter(entity, Phase.COLUMN, "ADD COLUMN " + DrizzleSql.column(entity, type(entity)));
            case "pks" -> alter(entity, Phase.KEY, constraint(entity) + " PRIMARY KEY " + columns);
            case "uniques" ->
                alter(
                        entity,
                        Phase.KEY,
                        constraint(entity) + " UNIQUE "
                                + (entity.isTrue("nullsNotDistinct") ? "NULLS NOT DISTINCT " : "") + columns);
            case "checks" ->
                alter(entity, Phase.KEY, constraint(entity) + " CHECK (" + entity.textOr("value", "") + ")");
            case "indexes" ->
                add(entity, Phase.KEY, DrizzleSql.index(entity, table(entity, "table"), indexKeys(entity)));
            case "fks" -> foreignKey(entity);
            default -> {}
        }
    }

    private void alter(Node entity, Phase phase, String action) {
        add(entity, phase, "ALTER TABLE " + Identifiers.quote(table(entity, "table")) + " " + action);
    }

    private static String constraint(Node entity) {
        return "ADD CONSTRAINT " + Identifiers.quote(entity.textOr("name", ""));
    }

    private void foreignKey(Node key) {
        QualifiedName target = DrizzleSql.name(key.text("schemaTo"), key.textOr("tableTo", ""));
        alter(key, Phase.FOREIGN_KEY, DrizzleSql.foreignKey(key, key.texts("columns"), target, key.texts("columnsTo")));
    }

    private static String type(Node column) {
        String type = column.textOr("type", "");
        String element = column.text("typeSchema")
                .map(schema -> Identifiers.quote(new QualifiedName(schema, type)))
                .orElse(type);
        int dimensions = column.text("dimensions")
                .filter(each -> each.matches("[0-6]"))
                .map(Integer::parseInt)
                .orElse(0);
        return element + "[]".repeat(dimensions);
    }

    private static List<String> indexKeys(Node index) {
        return index.entries("columns").map(DrizzleEntities::indexKey).toList();
    }

    private static String indexKey(Node key) {
        String value = key.textOr("value", "");
        boolean ascending = !key.text("asc").equals(Optional.of("false"));
        boolean first = key.isTrue("nullsFirst");
        return (key.isTrue("isExpression") ? value : Identifiers.quote(value))
                + key.find("opclass")
                        .flatMap(each -> each.text("name"))
                        .map(each -> " " + each)
                        .orElse("")
                + (ascending ? "" : " DESC")
                + (ascending && !first ? "" : first ? " NULLS FIRST" : " NULLS LAST");
    }
}
