package dev.greenlight.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.ConstraintText;
import dev.greenlight.catalog.ddl.DefaultText;
import dev.greenlight.catalog.ddl.IndexText;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Persistence;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table or view as JSON, with all that belongs to it. Short codes are those of PostgreSQL's catalogs (manual 52). */
final class JsonRelation {
    private final JsonGenerator json;
    private final SearchPath path;

    JsonRelation(JsonGenerator json, SearchPath path) {
        this.json = json;
        this.path = path;
    }

    void write(Table table, List<Index> indexes) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("rls", table.rowSecurity());
        name(kind(table.kind()), table);
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            column(column);
        }
        json.writeEndArray();
        indexes(
                table,
                indexes,
                table.primaryKey().map(TableConstraint.Unique::index).orElse(0L));
        Json.strings(json, "triggers", triggers(table));
        constraints(table);
        json.writeStringField("persistence", persistence(table.persistence()));
        json.writeBooleanField("is_partition", table.partition());
        json.writeEndObject();
    }

    void write(View view, List<Index> indexes) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("rls", false);
        name(view.materialized() ? "matview" : "view", view);
        json.writeArrayFieldStart("columns");
        for (String column : view.columns() == null ? List.<String>of() : view.columns()) {
            column(column, view.type(column));
        }
        json.writeEndArray();
        indexes(view, indexes, 0);
        Json.strings(json, "triggers", triggers(view));
        json.writeArrayFieldStart("constraints");
        json.writeEndArray();
        json.writeStringField("persistence", persistence(Persistence.PERMANENT));
        json.writeBooleanField("is_partition", false);
        json.writeEndObject();
    }

    private void name(String kind, Relation relation) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("name", relation.name().name());
        json.writeStringField("schema", relation.name().schema());
    }

    private static String kind(Table.Kind kind) {
        return switch (kind) {
            case ORDINARY -> "table";
            case PARTITIONED -> "partitioned";
            case FOREIGN -> "foreign";
        };
    }

    private static String persistence(Persistence persistence) {
        return switch (persistence) {
            case PERMANENT -> "p";
            case UNLOGGED -> "u";
            case TEMPORARY -> "t";
        };
    }

    private void column(Column column) throws IOException {
        Column.Value value = column.defaultValue();
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", type(column.type()));
        json.writeStringField("default", value == null ? null : new DefaultText(path).of(column, value));
        json.writeStringField("identity", identity(column.identity()));
        json.writeBooleanField("nullable", !column.notNull());
        json.writeStringField("generated", generated(column.generated()));
        json.writeEndObject();
    }

    /** One of a view, which has no more than a name and a type. */
    private void column(String name, DataType type) throws IOException {
        column(new Column(0, name, type, false, null, null, null, null));
    }

    private @Nullable String type(DataType type) {
        return type.isKnown() ? path.write(type) : null;
    }

    private static @Nullable String identity(Column.@Nullable Identity identity) {
        return switch (identity) {
            case null -> null;
            case ALWAYS -> "a";
            case BY_DEFAULT -> "d";
        };
    }

    private static @Nullable String generated(Column.@Nullable Generated generated) {
        return switch (generated) {
            case null -> null;
            case STORED -> "s";
            case VIRTUAL -> "v";
        };
    }

    private void indexes(Relation table, List<Index> indexes, long primaryKey) throws IOException {
        IndexText text = new IndexText(table, path);
        json.writeArrayFieldStart("indexes");
        for (Index index : indexes) {
            json.writeStartObject();
            json.writeStringField("def", text.of(index));
            json.writeStringField("name", index.name().name());
            json.writeBooleanField("valid", index.valid());
            json.writeBooleanField("unique", index.unique());
            json.writeBooleanField("primary", index.oid() == primaryKey);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> triggers(Relation relation) {
        return relation.attachments().stream()
                .filter(attachment -> attachment.type() == Table.Attachment.Type.TRIGGER)
                .map(Table.Attachment::name)
                .sorted()
                .toList();
    }

    private void constraints(Table table) throws IOException {
        ConstraintText text = new ConstraintText(table, path);
        json.writeArrayFieldStart("constraints");
        for (TableConstraint constraint : table.constraints().stream()
                .sorted(Comparator.comparing(TableConstraint::name))
                .toList()) {
            json.writeStartObject();
            json.writeStringField("def", text.of(constraint));
            json.writeStringField("name", constraint.name());
            json.writeStringField("type", type(constraint));
            json.writeBooleanField("validated", constraint.validated());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String type(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Check check -> "c";
            case TableConstraint.Unique unique -> unique.primaryKey() ? "p" : "u";
            case TableConstraint.Exclusion exclusion -> "x";
            case TableConstraint.ForeignKey key -> "f";
        };
    }
}
