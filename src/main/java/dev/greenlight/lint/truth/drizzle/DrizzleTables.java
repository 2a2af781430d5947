package dev.greenlight.lint.truth.drizzle;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.truth.DeclaredScript;
import dev.greenlight.lint.truth.DeclaredScript.Phase;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Snapshots of the versions 5, 6 and 7, which keep things below their tables ({@code pgSchema.ts} of drizzle-kit). */
final class DrizzleTables {
    private final Node snapshot;
    private final DeclaredScript script = new DeclaredScript();

    private DrizzleTables(Node snapshot) {
        this.snapshot = snapshot;
    }

    static DeclaredScript of(Node snapshot) {
        DrizzleTables tables = new DrizzleTables(snapshot);
        tables.write();
        return tables.script;
    }

    private void write() {
        snapshot.entries("schemas")
                .forEach(each -> script.add(
                        Phase.SCHEMA, each.place(), "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(name(each))));
        snapshot.entries("enums").forEach(this::enumeration);
        snapshot.entries("sequences")
                .forEach(each -> script.add(Phase.SEQUENCE, each.place(), DrizzleSql.sequence(each)));
        snapshot.entries("tables").forEach(this::table);
        snapshot.entries("views")
                .filter(view -> !view.isTrue("isExisting"))
                .forEach(view -> script.add(Phase.VIEW, view.place(), DrizzleSql.view(view)));
        snapshot.entries("policies")
                .forEach(policy -> policy.text("on")
                        .ifPresent(on -> script.add(Phase.POLICY, policy.place(), DrizzleSql.policy(policy, on))));
    }

    private static String name(Node schema) {
        return schema.text().isEmpty() ? schema.name() : schema.text();
    }

    private void enumeration(Node type) {
        script.add(
                Phase.TYPE,
                type.place(),
                "CREATE TYPE " + Identifiers.quote(enumName(type)) + " AS ENUM "
                        + DrizzleSql.labels(type.texts("values")));
    }

    private static QualifiedName enumName(Node type) {
        return DrizzleSql.name(type.text("schema"), type.textOr("name", type.name()));
    }

    private void table(Node table) {
        QualifiedName name = DrizzleSql.name(table);
        String quoted = Identifiers.quote(name);
        script.add(Phase.TABLE, table.place(), "CREATE TABLE " + quoted + " ()");
        table.entries("columns").forEach(column -> {
            alter(Phase.COLUMN, column.place(), quoted, "ADD COLUMN " + DrizzleSql.column(column, type(column)));
            if (column.isTrue("primaryKey")) {
                String key = DrizzleSql.columns(List.of(column.textOr("name", column.name())));
                alter(Phase.KEY, column.place(), quoted, "ADD PRIMARY KEY " + key);
            }
        });
        keys(table, quoted);
        table.entries("indexes")
                .forEach(
                        index -> script.add(Phase.KEY, index.place(), DrizzleSql.index(index, name, indexKeys(index))));
        table.entries("foreignKeys").forEach(key -> foreignKey(key, quoted));
        rowSecurity(table, quoted);
    }

    private void alter(Phase phase, Origin place, String table, String action) {
        script.add(phase, place, "ALTER TABLE " + table + " " + action);
    }

    private void keys(Node table, String quoted) {
        table.entries("compositePrimaryKeys")
                .forEach(key -> alter(
                        Phase.KEY,
                        key.place(),
                        quoted,
                        constraint(key) + " PRIMARY KEY " + DrizzleSql.columns(key.texts("columns"))));
        table.entries("uniqueConstraints")
                .forEach(key -> alter(
                        Phase.KEY,
                        key.place(),
                        quoted,
                        constraint(key) + " UNIQUE " + (key.isTrue("nullsNotDistinct") ? "NULLS NOT DISTINCT " : "")
                                + DrizzleSql.columns(key.texts("columns"))));
        table.entries("checkConstraints")
                .forEach(check -> alter(
                        Phase.KEY,
                        check.place(),
                        quoted,
                        constraint(check) + " CHECK (" + check.textOr("value", "") + ")"));
    }

    private static String constraint(Node constraint) {
        return "ADD CONSTRAINT " + Identifiers.quote(constraint.textOr("name", constraint.name()));
    }

    private void foreignKey(Node key, String table) {
        QualifiedName target = DrizzleSql.name(key.text("schemaTo"), key.textOr("tableTo", ""));
        String constraint = DrizzleSql.foreignKey(key, key.texts("columnsFrom"), target, key.texts("columnsTo"));
        alter(Phase.FOREIGN_KEY, key.place(), table, constraint);
    }

    /** Policies switch it on as well. */
    private void rowSecurity(Node table, String quoted) {
        List<Node> policies = table.entries("policies").toList();
        if (table.isTrue("isRLSEnabled") || !policies.isEmpty()) {
            alter(Phase.POLICY, table.place(), quoted, "ENABLE ROW LEVEL SECURITY");
        }
        policies.forEach(policy -> script.add(Phase.POLICY, policy.place(), DrizzleSql.policy(policy, quoted)));
    }

    /** An enum by its name, which may have capitals; all else is written as SQL. */
    private String type(Node column) {
        String written = column.textOr("type", "");
        int brackets = written.indexOf('[');
        String element = brackets < 0 ? written : written.substring(0, brackets);
        String rest = written.substring(element.length());
        return column.text("typeSchema")
                        .map(schema -> new QualifiedName(schema, element))
                        .or(() -> enumNames()
                                .filter(name -> name.name().equals(element))
                                .findFirst())
                        .map(Identifiers::quote)
                        .orElse(element)
                + rest;
    }

    private Stream<QualifiedName> enumNames() {
        return snapshot.entries("enums").map(DrizzleTables::enumName);
    }

    /** Before version 7 they are names. */
    private static List<String> indexKeys(Node index) {
        return index.entries("columns")
                .map(key -> key.text().isEmpty() ? indexKey(key) : Identifiers.quote(key.text()))
                .collect(Collectors.toList());
    }

    private static String indexKey(Node key) {
        String expression = key.textOr("expression", "");
        boolean ascending = !key.text("asc").equals(Optional.of("false"));
        String nulls = key.textOr("nulls", "last");
        return (key.isTrue("isExpression") ? expression : Identifiers.quote(expression))
                + key.text("opclass").map(each -> " " + each).orElse("")
                + (ascending ? "" : " DESC")
                + (ascending && nulls.equals("last") ? "" : " NULLS " + nulls);
    }
}
