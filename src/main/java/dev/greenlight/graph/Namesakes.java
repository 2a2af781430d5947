package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Missing;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.stream.Stream;

/** What there is in a catalog that a name could have meant. */
final class Namesakes {
    private Namesakes() {}

    /** The names of all objects that are of a type, or could stand where one of it is due. */
    static Stream<QualifiedName> of(ObjectType type, Catalog catalog) {
        return switch (Makers.kind(type)) {
            case RELATION ->
                catalog.relations().stream()
                        .filter(relation -> suits(type, relation))
                        .map(Relation::name);
            case TYPE -> catalog.types().stream().map(Type::name);
            case ROUTINE -> catalog.routines().map(Routine::name);
            case SCHEMA -> catalog.schemas().stream().map(Schema::name).map(Events::bare);
            case EXTENSION, OTHER -> Stream.of();
        };
    }

    private static boolean suits(ObjectType type, Relation relation) {
        return switch (relation) {
            case Index ignored -> type == ObjectType.INDEX;
            case Sequence ignored -> type == ObjectType.SEQUENCE;
            case Table ignored -> type != ObjectType.INDEX && type != ObjectType.SEQUENCE;
            case View ignored -> type != ObjectType.INDEX && type != ObjectType.SEQUENCE;
        };
    }

    /** The words that may stand where the missing one does: in the same schema, or parts of the same object. */
    static List<String> near(Missing missing, Catalog catalog) {
        return missing.part() == null
                ? of(missing.type(), catalog)
                        .filter(name -> name.schema().equals(missing.name().schema()))
                        .map(QualifiedName::name)
                        .distinct()
                        .toList()
                : parts(missing, catalog).distinct().toList();
    }

    private static Stream<String> parts(Missing missing, Catalog catalog) {
        return switch (Makers.kind(missing.type())) {
            case RELATION ->
                catalog.relation(missing.name()).map(Namesakes::parts).orElseGet(Stream::of);
            case TYPE -> catalog.type(missing.name()).map(Namesakes::parts).orElseGet(Stream::of);
            case OTHER -> attachments(missing, catalog);
            case ROUTINE, SCHEMA, EXTENSION -> Stream.of();
        };
    }

    private static Stream<String> parts(Relation relation) {
        return switch (relation) {
            case Table table ->
                Stream.concat(
                        table.columns().stream().map(Column::name),
                        table.constraints().stream().map(TableConstraint::name));
            case View view -> view.columns() == null ? Stream.of() : view.columns().stream();
            case Index ignored -> Stream.of();
            case Sequence ignored -> Stream.of();
        };
    }

    private static Stream<String> parts(Type type) {
        return switch (type) {
            case Type.Enum labels -> labels.labels().stream();
            case Type.Composite composite -> composite.attributes().stream().map(Column::name);
            case Type.Domain domain -> domain.constraints().stream();
            case Type.Other ignored -> Stream.of();
        };
    }

    private static Stream<String> attachments(Missing missing, Catalog catalog) {
        return catalog.relation(missing.name())
                .filter(Table.class::isInstance)
                .map(table -> ((Table) table).attachments().stream().map(Table.Attachment::name))
                .orElseGet(Stream::of);
    }
}
