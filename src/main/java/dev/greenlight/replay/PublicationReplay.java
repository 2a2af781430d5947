package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.ReplicationStatement.PublicationAction;
import dev.greenlight.sql.ReplicationStatement.PublishedObjects;
import dev.greenlight.sql.ReplicationStatement.PublishedTable;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs CREATE and ALTER PUBLICATION in the order of {@code publicationcmds.c}: the options, the schemas, the tables, and
 * of each table whether it may be published. What a publication holds are its object's parts: {@link #ALL}, tables by
 * their oids, schemas by their names.
 */
final class PublicationReplay {
    private static final String ALL = "all tables";
    private static final String SCHEMA = "schema ";
    private static final Set<String> OPTIONS = Set.of("publish", "publish_via_partition_root");
    private static final Set<String> EVENTS = Set.of("insert", "update", "delete", "truncate");

    private final Execution execution;
    private final NamedObjects objects;

    PublicationReplay(Execution execution) {
        this.execution = execution;
        this.objects = new NamedObjects(execution);
    }

    /** A table as it is written and what it is. */
    private record Opened(PublishedTable written, Relation relation) {
        String part() {
            return NamedObjects.part(relation);
        }
    }

    List<Relation> create(ReplicationStatement.CreatePublication create) {
        NamedObject made = NamedObjects.of(Kind.PUBLICATION, create.name());
        objects.requireNew(made, create.name().span());
        requireOptions(create.options());
        NamedObject publication = create.allTables() ? made.withParts(List.of(ALL)) : made;
        create.objects().schemas().forEach(this::requireSchema);
        List<Opened> tables = open(create.objects().tables());
        objects.put(add(publication, tables, create.objects().schemas()));
        return relations(tables);
    }

    List<Relation> alter(ReplicationStatement.AlterPublication alter) {
        Optional<NamedObject> found = objects.require(Kind.PUBLICATION, alter.name());
        NamedObject publication = found.orElseGet(() -> NamedObjects.of(Kind.PUBLICATION, alter.name()));
        boolean known = found.isPresent();
        return switch (alter.action()) {
            case PublicationAction.Add add -> change(publication, known, add.objects(), this::add);
            case PublicationAction.Drop drop ->
                change(
                        publication,
                        known,
                        drop.objects(),
                        (from, tables, schemas) -> drop(from, tables, schemas, known));
            case PublicationAction.Replace replace ->
                change(
                        publication,
                        known,
                        replace.objects(),
                        (old, tables, schemas) -> add(old.withParts(List.of()), tables, schemas));
            case PublicationAction.SetOptions set -> {
                requireOptions(set.options());
                yield List.of();
            }
        };
    }

    private interface Change {
        NamedObject of(NamedObject publication, List<Opened> tables, List<Name> schemas);
    }

    private List<Relation> change(NamedObject before, boolean known, PublishedObjects listed, Change change) {
        listed.schemas().forEach(this::requireSchema);
        requireNotAll(before, listed);
        List<Opened> tables = open(listed.tables());
        NamedObject after = change.of(before, tables, listed.schemas());
        if (known) {
            objects.put(after);
        }
        return relations(tables);
    }

    private static List<Relation> relations(List<Opened> tables) {
        return tables.stream().map(Opened::relation).toList();
    }

    private void requireOptions(List<Setting> settings) {
        DefinitionOptions options = new DefinitionOptions(settings, "publication parameter", execution);
        options.require(OPTIONS, Set.of("publish_via_partition_root"));
        options.option("publish")
                .ifPresent(publish -> Arrays.stream(publish.text().split(","))
                        .map(String::strip)
                        .filter(event -> !event.isEmpty() && !EVENTS.contains(event))
                        .findFirst()
                        .ifPresent(event -> {
                            throw options.rejected(
                                    publish,
                                    "unrecognized value for publication option \"publish\": \"" + event + "\"");
                        }));
    }

    private void requireNotAll(NamedObject publication, PublishedObjects listed) {
        if (publication.parts().contains(ALL)) {
            String message = "publication \"" + publication.name().name() + "\" is defined as FOR ALL TABLES";
            throw execution.reject(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    message,
                    listed.tables().isEmpty()
                            ? listed.schemas().getFirst().span()
                            : listed.tables().getFirst().span());
        }
    }

    private NamedObject add(NamedObject publication, List<Opened> tables, List<Name> schemas) {
        tables.forEach(table -> requireFilter(table.written()));
        requireNoColumnsBesideSchemas(publication, tables, schemas);
        List<String> parts = new ArrayList<>(publication.parts());
        for (Opened table : tables) {
            requireNotPart(publication, table);
            requirePublishable(table);
            parts.add(table.part());
        }
        for (Name schema : schemas) {
            requireNoSuchSchema(publication, schema);
            parts.add(part(schema));
        }
        return publication.withParts(parts);
    }

    /** A table that is named twice counts once, but not with conditions or columns of its own. */
    private List<Opened> open(List<PublishedTable> written) {
        List<Opened> distinct = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        Set<Long> restricted = new HashSet<>();
        for (PublishedTable table : written) {
            Relation relation = opened(table);
            boolean isRestricted = table.where() != null || !table.columns().isEmpty();
            if (!seen.add(relation.oid())) {
                if (isRestricted || restricted.contains(relation.oid())) {
                    throw execution.reject(
                            SqlState.DUPLICATE_OBJECT,
                            "conflicting or redundant WHERE clauses or column lists for table \"" + table.name() + "\"",
                            table.span());
                }
                continue;
            }
            if (isRestricted) {
                restricted.add(relation.oid());
            }
            distinct.add(new Opened(table, relation));
        }
        return distinct;
    }

    private Relation opened(PublishedTable table) {
        if (execution.names().isSystem(table.name())) {
            throw notPublished(table, "This operation is not supported for system tables.");
        }
        return execution.names().relation(table.name(), ObjectType.TABLE);
    }

    /** Subqueries, and what the history itself makes, are not asked about each change that is sent. */
    private void requireFilter(PublishedTable table) {
        if (table.where() == null) {
            return;
        }
        Needs needs = new QueryNames(execution).expression(table.where(), Scope.of(table.name()));
        boolean own = !needs.routines().isEmpty()
                || needs.types().stream()
                        .anyMatch(type -> execution.catalog().type(type).isPresent());
        if (own || table.where().tokens().stream().anyMatch(token -> token.isWord("select"))) {
            throw execution.reject(
                    SqlState.FEATURE_NOT_SUPPORTED, "invalid publication WHERE expression", table.span());
        }
    }

    /** Manual CREATE PUBLICATION: a list of columns and a schema exclude each other. */
    private void requireNoColumnsBesideSchemas(NamedObject publication, List<Opened> tables, List<Name> schemas) {
        boolean hasSchemas =
                !schemas.isEmpty() || publication.parts().stream().anyMatch(part -> part.startsWith(SCHEMA));
        tables.stream()
                .map(Opened::written)
                .filter(table -> hasSchemas && !table.columns().isEmpty())
                .findFirst()
                .ifPresent(table -> {
                    throw execution.reject(
                            SqlState.INVALID_PARAMETER_VALUE,
                            "cannot use column list for relation \"" + table.name() + "\" in publication \""
                                    + publication.name().name() + "\"",
                            table.span());
                });
    }

    private void requireNotPart(NamedObject publication, Opened table) {
        if (publication.parts().contains(table.part())) {
            String message = "relation \"" + table.relation().name().name() + "\" is already member of publication \""
                    + publication.name().name() + "\"";
            throw execution.reject(
                    SqlState.DUPLICATE_OBJECT, message, table.written().span());
        }
    }

    private void requirePublishable(Opened opened) {
        PublishedTable written = opened.written();
        if (!Names.isCertain(opened.relation())) {
            return;
        }
        if (!(opened.relation() instanceof Table table) || table.kind() == Table.Kind.FOREIGN) {
            throw notPublished(written, "This operation is not supported for it.");
        }
        if (table.kind() == Table.Kind.PARTITIONED && !execution.version().isAtLeast(13)) {
            String message = "\"" + written.name() + "\" is a partitioned table";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, written.span());
        }
        if (table.persistence() != Persistence.PERMANENT) {
            throw notPublished(written, "This operation is not supported for temporary and unlogged tables.");
        }
        written.columns().forEach(column -> requireColumn(table, column));
    }

    private Rejected notPublished(PublishedTable table, String why) {
        String message = "cannot add relation \"" + table.name() + "\" to publication: " + why;
        return execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, table.span());
    }

    private void requireColumn(Table table, Name name) {
        if (TableExpressions.SYSTEM_COLUMNS.contains(name.value())) {
            throw notListed("system", name);
        }
        Optional<Column> column = execution.names().column(table, name);
        if (column.filter(it -> it.generated() != null).isPresent()
                && !execution.version().isAtLeast(18)) {
            throw notListed("generated", name);
        }
    }

    private Rejected notListed(String kind, Name column) {
        String message = "cannot use " + kind + " column \"" + column.value() + "\" in publication column list";
        return execution.reject(SqlState.INVALID_COLUMN_REFERENCE, message, column.span());
    }

    private void requireSchema(Name schema) {
        if (!schema.value().equals("current_schema")) {
            execution.names().schemas().require(schema);
        } else if (execution.names().schemas().current().isEmpty()) {
            String message = "no schema has been selected for CURRENT_SCHEMA";
            throw execution.reject(SqlState.INVALID_SCHEMA_NAME, message, schema.span());
        }
    }

    private String part(Name schema) {
        return SCHEMA
                + (schema.value().equals("current_schema")
                        ? execution.names().schemas().current().orElse("")
                        : schema.value());
    }

    private void requireNoSuchSchema(NamedObject publication, Name schema) {
        if (publication.parts().contains(part(schema))) {
            String message = "schema \"" + schema.value() + "\" is already member of publication \""
                    + publication.name().name() + "\"";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, schema.span());
        }
        if (schema.value().equals(Schemas.SYSTEM) || schema.value().equals(Schemas.TEMPORARY)) {
            String message = "cannot add schema \"" + schema.value() + "\" to publication";
            throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, schema.span());
        }
    }

    private NamedObject drop(NamedObject publication, List<Opened> tables, List<Name> schemas, boolean known) {
        List<String> parts = new ArrayList<>(publication.parts());
        for (Opened table : tables) {
            requirePlain(table.written());
            if (!parts.remove(table.part()) && known && Names.isCertain(table.relation())) {
                String message = "relation \"" + table.relation().name().name() + "\" is not part of the publication";
                throw execution.reject(
                        SqlState.UNDEFINED_OBJECT, message, table.written().span());
            }
        }
        for (Name schema : schemas) {
            if (!parts.remove(part(schema)) && known) {
                String message = "tables from schema \"" + schema.value() + "\" are not part of the publication";
                throw execution.reject(SqlState.UNDEFINED_OBJECT, message, schema.span());
            }
        }
        return publication.withParts(parts);
    }

    private void requirePlain(PublishedTable table) {
        if (table.where() != null || !table.columns().isEmpty()) {
            String message = "a condition or column list must not be specified in ALTER PUBLICATION ... DROP";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, table.span());
        }
    }
}
