package dev.greenlight.graph.map;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.RoutineReferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which object of a catalog needs which other. Indexes and owned sequences count as parts of their tables; what is only
 * assumed to be there is left out.
 */
public final class ObjectMap {
    private final Catalog catalog;
    private final RoutineReferences references;
    private final MapBuilder map;
    private final boolean severalSchemas;
    private final Map<Long, Node> relations = new HashMap<>();
    private final Map<QualifiedName, Node> types = new HashMap<>();
    private final Map<QualifiedName, Node> routines = new HashMap<>();

    private ObjectMap(Catalog catalog, RoutineReferences references, String prefix) {
        this.catalog = catalog;
        this.references = references;
        this.map = new MapBuilder(prefix);
        this.severalSchemas = drawn(catalog)
                        .map(relation -> relation.name().schema())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /**
     * @param references what code names, at the end of the history that leaves the catalog
     * @param prefix what the nodes' ids begin with
     */
    public static DependencyMap of(Catalog catalog, RoutineReferences references, String prefix) {
        return new ObjectMap(catalog, references, prefix).build();
    }

    private DependencyMap build() {
        List<Relation> drawn = drawn(catalog).toList();
        drawn.forEach(relation -> relations.put(relation.oid(), node(kind(relation), relation)));
        catalog.types().stream()
                .filter(type -> type.origin() != null)
                .forEach(type -> types.put(type.name(), node(Node.Kind.TYPE, type.name(), "", type.origin())));
        List<Routine> all =
                catalog.routines().filter(routine -> routine.origin() != null).toList();
        // Where a name has several routines, calls do not say which they mean.
        all.forEach(routine -> routines.computeIfAbsent(
                routine.name(), name -> node(Node.Kind.ROUTINE, name, "()", routine.origin())));
        drawn.forEach(this::link);
        catalog.types().forEach(this::link);
        all.forEach(this::link);
        return map.build();
    }

    private static Stream<Relation> drawn(Catalog catalog) {
        return catalog.relations().stream()
                .filter(relation -> relation.origin() != null)
                .filter(relation -> switch (relation) {
                    case Table table -> true;
                    case View view -> true;
                    case Sequence sequence -> sequence.ownerTable() == 0;
                    case Index index -> false;
                })
                .sorted(Comparator.comparing(Relation::name));
    }

    private static Node.Kind kind(Relation relation) {
        return switch (relation) {
            case Table table -> Node.Kind.TABLE;
            case View view -> Node.Kind.VIEW;
            case Sequence sequence -> Node.Kind.SEQUENCE;
            case Index index -> throw new IllegalArgumentException(index.toString());
        };
    }

    private Node node(Node.Kind kind, Relation relation) {
        return node(kind, relation.name(), "", relation.origin());
    }

    private Node node(Node.Kind kind, QualifiedName name, String behind, @Nullable Origin origin) {
        Set<String> names = new LinkedHashSet<>();
        MigrationMap.addNames(name, names);
        Optional.ofNullable(origin).map(made -> made.file().path()).ifPresent(path -> {
            names.add(path);
            names.add(path.substring(path.lastIndexOf('/') + 1));
        });
        String shown = severalSchemas ? name.name() : name.display();
        return map.node(kind, shown + behind, severalSchemas ? name.schema() : "", new ArrayList<>(names), origin);
    }

    private void link(Relation relation) {
        Node node = Objects.requireNonNull(relations.get(relation.oid()));
        relation.attachments().forEach(attachment -> link(node, attachment));
        switch (relation) {
            case Table table -> link(node, table);
            case View view -> link(node, view.needs(), "reads");
            case Sequence ignored -> {}
            case Index ignored -> {}
        }
    }

    private void link(Node node, Table table) {
        for (long parent : table.parents()) {
            link(node, relations.get(parent), table.partition() ? "partition" : "inherits");
        }
        if (table.ofType() != null) {
            link(node, types.get(table.ofType()), "OF");
        }
        for (Column column : table.columns()) {
            link(node, column.type(), column.name());
            if (column.defaultValue() != null) {
                link(node, column.defaultValue().needs(), column.name());
            }
        }
        table.constraints().forEach(constraint -> link(node, table, constraint));
        catalog.indexesOf(table.oid())
                .forEach(index -> link(node, index.expressions(), index.name().name()));
    }

    private void link(Node node, Table table, TableConstraint constraint) {
        switch (constraint) {
            case TableConstraint.ForeignKey key ->
                Optional.ofNullable(relations.get(key.referencedTable()))
                        .ifPresent(other -> map.link(node, other, Link.When.NOW, columns(table, key)));
            case TableConstraint.Check check -> link(node, check.needs(), check.name());
            case TableConstraint.Unique ignored -> {}
            case TableConstraint.Exclusion ignored -> {}
        }
    }

    private static String columns(Table table, TableConstraint.ForeignKey key) {
        return key.columns().stream()
                .flatMap(number -> table.column(number).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private void link(Node node, Table.Attachment attachment) {
        if (attachment.function() != null) {
            link(node, routines.get(attachment.function()), attachment.name());
        }
        link(node, attachment.needs(), attachment.name());
    }

    private void link(Type type) {
        Node node = types.get(type.name());
        if (node == null) {
            return;
        }
        switch (type) {
            case Type.Domain domain -> link(node, domain.base(), "base");
            case Type.Composite composite ->
                composite.attributes().forEach(attribute -> link(node, attribute.type(), attribute.name()));
            case Type.Enum ignored -> {}
            case Type.Other ignored -> {}
        }
    }

    private void link(Routine routine) {
        Node node = routines.get(routine.name());
        link(node, routine.needs(), "signature");
        for (Reference reference : references.of(routine)) {
            Node named = RoutineReferences.isRelation(reference)
                    ? catalog.relation(reference.name())
                            .map(relation -> relations.get(relation.oid()))
                            .orElse(null)
                    : routines.get(reference.name());
            if (node != null && named != null && !named.equals(node)) {
                map.link(node, named, Link.When.LATER, "code");
            }
        }
    }

    private void link(Node node, DataType type, String what) {
        Node made = types.get(type.name());
        // A table's name is the name of the type of its rows too.
        link(node, made == null ? row(type) : made, what);
    }

    private @Nullable Node row(DataType type) {
        return type.isBuiltIn()
                ? null
                : catalog.relation(type.name())
                        .map(relation -> relations.get(relation.oid()))
                        .orElse(null);
    }

    private void link(@Nullable Node node, Needs needs, String what) {
        needs.relations().forEach(part -> link(node, relations.get(part.relation()), what));
        needs.types().forEach(type -> link(node, types.get(type), what));
        needs.routines().forEach(routine -> link(node, routines.get(routine), what));
    }

    private void link(@Nullable Node from, @Nullable Node to, String what) {
        if (from != null && to != null && !from.equals(to)) {
            map.link(from, to, Link.When.NOW, what);
        }
    }
}
