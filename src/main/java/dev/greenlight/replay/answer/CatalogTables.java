package dev.greenlight.replay.answer;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SystemRelations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the relations of the system (manual 36 and 52) that queries name. */
final class CatalogTables {
    private static final String SYSTEM = "pg_catalog";
    private static final String INFORMATION = "information_schema";

    private final Sight sight;
    private final ClassTable classes;
    private final InheritanceTable inheritance;
    private final RelationTables relations;
    private final IndexTables indexes;
    private final ColumnTables columns;
    private final ConstraintTables constraints;
    private final KeyTables keys;
    private final AttachmentTables attachments;
    private final ObjectTables objects;

    CatalogTables(Sight sight) {
        this.sight = sight;
        RelationSearch search = new RelationSearch(sight);
        this.classes = new ClassTable(sight, search);
        this.inheritance = new InheritanceTable(search);
        this.relations = new RelationTables(search);
        this.indexes = new IndexTables(sight, search);
        this.columns = new ColumnTables(sight, search);
        ConstraintSearch constraintSearch = new ConstraintSearch(sight, search);
        this.constraints = new ConstraintTables(sight, constraintSearch);
        this.keys = new KeyTables(sight, constraintSearch);
        this.attachments = new AttachmentTables(sight, search);
        this.objects = new ObjectTables(sight);
    }

    /** Empty where it is none of the system's, or one that holds what no migration shows. */
    Optional<CatalogTable<?>> find(List<String> name) {
        return resolve(name).flatMap(this::table);
    }

    private Optional<QualifiedName> resolve(List<String> name) {
        if (name.size() > 2) {
            return Optional.empty();
        }
        if (name.size() == 2) {
            return Optional.of(new QualifiedName(name.get(0), name.get(1)));
        }
        return sight.searched().stream()
                .map(schema -> new QualifiedName(schema, name.getFirst()))
                .filter(candidate -> SystemRelations.exists(candidate)
                        || sight.catalog().relation(candidate).isPresent())
                .findFirst();
    }

    private Optional<CatalogTable<?>> table(QualifiedName name) {
        return switch (name.schema()) {
            case SYSTEM -> Optional.ofNullable(system(name));
            case INFORMATION -> Optional.ofNullable(information(name));
            default -> Optional.empty();
        };
    }

    private @Nullable CatalogTable<?> system(QualifiedName name) {
        return switch (name.name()) {
            case "pg_class" -> classes.classes(name);
            case "pg_tables" -> relations.tables(name);
            case "pg_views" -> relations.views(name);
            case "pg_matviews" -> relations.materializedViews(name);
            case "pg_sequences" -> relations.sequences(name);
            case "pg_sequence" -> relations.sequence(name);
            case "pg_indexes" -> indexes.indexes(name);
            case "pg_index" -> indexes.index(name);
            case "pg_inherits" -> inheritance.inherits(name);
            case "pg_attribute" -> columns.attributes(name);
            case "pg_constraint" -> constraints.constraints(name);
            case "pg_trigger" -> attachments.triggers(name);
            case "pg_policy" -> attachments.policy(name);
            case "pg_policies" -> attachments.policies(name);
            case "pg_rules" -> attachments.rules(name);
            case "pg_namespace" -> objects.namespaces(name);
            case "pg_type" -> objects.types(name);
            case "pg_enum" -> objects.labels(name);
            case "pg_proc" -> objects.routines(name);
            case "pg_extension" -> objects.extensions(name);
            default -> null;
        };
    }

    private @Nullable CatalogTable<?> information(QualifiedName name) {
        return switch (name.name()) {
            case "tables" -> relations.informationTables(name);
            case "views" -> relations.informationViews(name);
            case "sequences" -> relations.informationSequences(name);
            case "columns" -> columns.columns(name);
            case "table_constraints" -> constraints.tableConstraints(name);
            case "referential_constraints" -> constraints.referentialConstraints(name);
            case "check_constraints" -> constraints.checkConstraints(name);
            case "key_column_usage" -> keys.keyColumns(name);
            case "constraint_column_usage" -> keys.usedColumns(name);
            case "triggers" -> attachments.informationTriggers(name);
            case "schemata" -> objects.schemata(name);
            case "routines" -> objects.informationRoutines(name);
            default -> null;
        };
    }
}
