package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.truth.DeclaredScript;
import dev.greenlight.lint.truth.DeclaredScript.Phase;
import dev.greenlight.lint.truth.prisma.PrismaPairs.Pair;
import dev.greenlight.lint.truth.prisma.PrismaPairs.Side;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code prisma migrate diff --from-empty} makes of a schema. Views it does not make: here they have their columns. */
final class PrismaDdl {
    private final PrismaSchema schema;
    private final PrismaTypes types;
    private final PrismaDefaults defaults;
    private final DeclaredScript script = new DeclaredScript();

    private PrismaDdl(PrismaSchema schema) {
        this.schema = schema;
        this.types = new PrismaTypes(schema);
        this.defaults = new PrismaDefaults(schema);
    }

    static DeclaredScript of(PrismaSchema schema) {
        PrismaDdl ddl = new PrismaDdl(schema);
        schema.datasource().ifPresent(ddl::datasource);
        schema.blocks("enum").forEach(ddl::enumeration);
        schema.blocks("model").forEach(ddl::model);
        schema.blocks("view").forEach(ddl::view);
        new PrismaPairs(schema).all().forEach(ddl::pair);
        return ddl.script;
    }

    private void datasource(PrismaBlock datasource) {
        schema.schemas()
                .forEach(name -> script.add(
                        Phase.SCHEMA, datasource.place(), "CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(name)));
        datasource
                .attribute("extensions")
                .ifPresent(attribute -> attribute.first().stream()
                        .flatMap(value -> value.asList().stream())
                        .flatMap(value -> extension(value, attribute.place()).stream())
                        .forEach(statement -> script.add(Phase.SCHEMA, attribute.place(), statement)));
    }

    private static Optional<String> extension(PrismaValue value, Origin place) {
        if (!(value instanceof PrismaValue.Call call)) {
            return value.asText().map(name -> extension(name, Optional.empty()));
        }
        PrismaAttribute options = new PrismaAttribute(call.name(), call.arguments(), place);
        return Optional.of(extension(options.text("map").orElse(call.name()), options.text("schema")));
    }

    private static String extension(String name, Optional<String> schema) {
        return "CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(name)
                + schema.map(each -> " WITH SCHEMA " + Identifiers.quote(each)).orElse("");
    }

    private void enumeration(PrismaBlock block) {
        String labels = block.fields().stream()
                .map(PrismaField::stored)
                .map(PrismaDefaults::quoted)
                .collect(Collectors.joining(", ", "(", ")"));
        script.add(
                Phase.TYPE,
                block.place(),
                "CREATE TYPE " + Identifiers.quote(schema.stored(block)) + " AS ENUM " + labels);
    }

    private void model(PrismaBlock model) {
        String table = Identifiers.quote(schema.stored(model));
        script.add(Phase.TABLE, model.place(), "CREATE TABLE " + table + " ()");
        for (PrismaField field : model.fields()) {
            if (schema.isColumn(field)) {
                alter(Phase.COLUMN, field.place(), table, "ADD COLUMN " + column(field));
            }
            keys(model, field, table);
            if (schema.hasForeignKeys()) {
                PrismaRelation.of(schema, model, field)
                        .ifPresent(
                                it -> alter(Phase.FOREIGN_KEY, it.attribute().place(), table, it.constraint(schema)));
            }
        }
        model.attributes("id").forEach(id -> primaryKey(PrismaKey.of(model, id), table));
        model.attributes("unique").forEach(each -> index(PrismaKey.of(model, each), table, true));
        model.attributes("index").forEach(each -> index(PrismaKey.of(model, each), table, false));
    }

    private void alter(Phase phase, Origin place, String table, String action) {
        script.add(phase, place, "ALTER TABLE " + table + " " + action);
    }

    private String column(PrismaField field) {
        String type = defaults.isNumbered(field) ? types.serial(field) : types.of(field);
        return Identifiers.quote(field.stored()) + " " + type
                + defaults.of(field).map(value -> " DEFAULT " + value).orElse("")
                + (field.arity() == PrismaField.Arity.REQUIRED ? " NOT NULL" : "");
    }

    private void keys(PrismaBlock model, PrismaField field, String table) {
        field.attribute("id").ifPresent(id -> primaryKey(PrismaKey.of(model, field, id), table));
        field.attribute("unique").ifPresent(each -> index(PrismaKey.of(model, field, each), table, true));
    }

    private void primaryKey(PrismaKey key, String table) {
        String name = key.attribute()
                .text("map")
                .orElseGet(() -> PrismaNames.of(key.model().stored(), List.of(), "pkey"));
        alter(
                Phase.KEY,
                key.attribute().place(),
                table,
                "ADD CONSTRAINT " + Identifiers.quote(name) + " PRIMARY KEY " + key.names());
    }

    private void index(PrismaKey key, String table, boolean unique) {
        String method = key.attribute()
                .text("type")
                .map(type -> " USING " + type.toLowerCase(Locale.ROOT))
                .orElse("");
        script.add(
                Phase.KEY,
                key.attribute().place(),
                "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + Identifiers.quote(key.name(unique ? "key" : "idx"))
                        + " ON " + table + method + " " + key.keys() + where(key));
    }

    private static String where(PrismaKey key) {
        return key.attribute()
                .named("where")
                .filter(PrismaValue.Call.class::isInstance)
                .map(PrismaValue.Call.class::cast)
                .flatMap(raw -> raw.arguments().stream().findFirst())
                .flatMap(argument -> argument.value().asText())
                .map(condition -> " WHERE (" + condition + ")")
                .orElse("");
    }

    private void view(PrismaBlock view) {
        String columns = view.fields().stream()
                .filter(schema::isColumn)
                .map(field -> "NULL::" + types.of(field) + " AS " + Identifiers.quote(field.stored()))
                .collect(Collectors.joining(", "));
        script.add(
                Phase.VIEW,
                view.place(),
                "CREATE VIEW " + Identifiers.quote(schema.stored(view)) + " AS SELECT " + columns);
    }

    private void pair(Pair pair) {
        String table = Identifiers.quote(pair.table());
        String name = pair.table().name();
        script.add(Phase.TABLE, pair.place(), "CREATE TABLE " + table + " ()");
        side(pair, "A", pair.first());
        side(pair, "B", pair.second());
        String key = Identifiers.quote(name + "_AB_pkey");
        alter(Phase.KEY, pair.place(), table, "ADD CONSTRAINT " + key + " PRIMARY KEY (\"A\", \"B\")");
        script.add(
                Phase.KEY,
                pair.place(),
                "CREATE INDEX " + Identifiers.quote(name + "_B_index") + " ON " + table + " (\"B\")");
    }

    private void side(Pair pair, String column, Side side) {
        String table = Identifiers.quote(pair.table());
        QualifiedName target = schema.stored(side.model());
        alter(Phase.COLUMN, pair.place(), table, "ADD COLUMN \"" + column + "\" " + types.of(side.id()) + " NOT NULL");
        if (schema.hasForeignKeys()) {
            alter(
                    Phase.FOREIGN_KEY,
                    pair.place(),
                    table,
                    "ADD CONSTRAINT " + Identifiers.quote(pair.table().name() + "_" + column + "_fkey")
                            + " FOREIGN KEY (\"" + column + "\") REFERENCES " + Identifiers.quote(target) + " ("
                            + Identifiers.quote(side.id().stored()) + ") ON DELETE CASCADE ON UPDATE CASCADE");
        }
    }
}
