package dev.greenlight.catalog.ddl.script;

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
import dev.greenlight.catalog.ddl.Contents;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is in a catalog, each thing by itself, so that two catalogs can be compared: by its name, with its definition. */
public final class CatalogDefinitions {
    private final Wordings wordings;
    private final Catalog catalog;
    private final Contents contents;
    private final SearchPath path;
    private final SortedMap<String, Definition> all = new TreeMap<>();

    private CatalogDefinitions(Wordings wordings) {
        this.wordings = wordings;
        this.catalog = wordings.catalog();
        this.contents = new Contents(catalog);
        this.path = new SearchPath(catalog, List.of());
    }

    /**
     * @param text for people
     * @param meaning what has to be the same, as far as words do not tell
     * @param origin where it was made; null where that is not known
     */
    public record Definition(
            String text, String meaning, @Nullable Origin origin) {
        static Definition of(String text, @Nullable Origin origin) {
            return new Definition(text, text, origin);
        }
    }

    /** By names such as {@code column public.orders.total}, in their order. */
    public static SortedMap<String, Definition> of(Wordings wordings) {
        CatalogDefinitions definitions = new CatalogDefinitions(wordings);
        definitions.add();
        return definitions.all;
    }

    private void put(Ddl ddl, @Nullable Origin origin) {
        all.put(ddl.object(), Definition.of(ddl.text(), origin));
    }

    private void add() {
        catalog.schemas().stream()
                .filter(schema -> wordings.isMade(schema.origin()))
                .forEach(schema -> schema(Identifiers.quote(schema.name()), schema.origin()));
        catalog.extensions()
                .forEach(name -> all.put(
                        "extension " + Identifiers.quote(name),
                        Definition.of(
                                "CREATE EXTENSION " + Identifiers.quote(name) + " WITH SCHEMA "
                                        + catalog.extension(name)
                                                .map(Identifiers::quote)
                                                .orElse(""),
                                null)));
        catalog.types().stream().filter(type -> wordings.isMade(type.origin())).forEach(this::type);
        contents.routines().stream()
                .filter(routine -> wordings.isMade(routine.origin()))
                .forEach(this::routine);
        contents.sequences().stream()
                .map(Sequence.class::cast)
                .filter(sequence -> wordings.isMade(sequence.origin()) && !sequence.identity())
                .forEach(this::sequence);
        contents.tables().stream()
                .filter(relation -> wordings.isMade(relation.origin()))
                .forEach(this::relation);
        wordings.objects().forEach(made -> put(MadeObjects.ddl(made), null));
        wordings.comments().stream()
                .filter(comment -> !comment.object().startsWith("EXTENSION "))
                .filter(comment -> !comment.object().equals("SCHEMA public"))
                .forEach(comment -> all.put("comment on " + comment.object(), Definition.of(comment.text(), null)));
    }

    private void schema(String name, @Nullable Origin origin) {
        all.put("schema " + name, Definition.of("CREATE SCHEMA " + name, origin));
    }

    private void type(Type type) {
        TypeDdl types = new TypeDdl(wordings, path);
        if (!types.comesWithAnother(type)) {
            types.of(type).ifPresent(ddl -> put(ddl, type.origin()));
            types.afterwards(type).forEach(ddl -> put(ddl, type.origin()));
        }
    }

    private void routine(Routine routine) {
        String returns = routine.returns().isKnown() ? path.write(routine.returns()) : "";
        new RoutineDdl(wordings, path)
                .of(routine)
                .ifPresent(ddl -> all.put(
                        ddl.object(), new Definition(ddl.text(), returns + "\n" + ddl.text(), routine.origin())));
    }

    private void sequence(Sequence sequence) {
        SequenceDdl sequences = new SequenceDdl(wordings, path);
        String owner = sequences.owner(sequence).map(ddl -> ";\n" + ddl.text()).orElse("");
        Ddl made = sequences.of(sequence);
        all.put(made.object(), Definition.of(made.text() + owner, sequence.origin()));
    }

    private void relation(Relation relation) {
        switch (relation) {
            case Table table -> table(table);
            case View view -> view(view);
            case Index ignored -> {}
            case Sequence ignored -> {}
        }
        for (Index index : contents.indexes(relation)) {
            if (!index.constraint() && !index.keys().isEmpty()) {
                put(new IndexDdl(path).of(relation, index), index.origin());
            }
        }
        relation.attachments().stream()
                .filter(attachment -> !attachment.inherited())
                .forEach(attachment -> attachment(relation, attachment));
    }

    /** A query in one is as that of a view: what it reads has to be the same. */
    private void attachment(Relation relation, Table.Attachment attachment) {
        new AttachmentDdl(wordings).of(relation, attachment).ifPresent(ddl -> {
            boolean query = ddl.text().toLowerCase(Locale.ROOT).contains("select");
            String meaning = query ? "reads " + needs(attachment.needs()) : ddl.text();
            all.put(ddl.object(), new Definition(ddl.text(), meaning, attachment.origin()));
        });
    }

    private void table(Table table) {
        TableDdl tables = new TableDdl(wordings, path);
        all.put(
                TableDdl.object(table),
                new Definition(
                        tables.summary(table, true),
                        tables.summary(table, false) + StorageParameters.of(wordings, table),
                        table.origin()));
        ColumnText columns = new ColumnText(wordings, path);
        for (Column column : table.columns()) {
            String text = column.type().isKnown() ? columns.of(table, column) : "?";
            all.put(
                    "column " + Identifiers.quote(table.name()) + "." + Identifiers.quote(column.name()),
                    Definition.of(text, column.origin()));
        }
        ConstraintDdl constraints = new ConstraintDdl(wordings, path);
        for (TableConstraint constraint : table.constraints()) {
            all.put(
                    ConstraintDdl.object(table, constraint),
                    Definition.of(
                            constraints.text(table, constraint)
                                    + wordings.constraint(constraint.origin()).parameters(),
                            constraint.origin()));
        }
    }

    /** One query can be written in many ways: what it gives and what it reads has to be the same. */
    private void view(View view) {
        String columns = view.columns() == null
                ? ""
                : view.columns().stream()
                        .map(column -> Identifiers.quote(column) + " "
                                + (view.type(column).isKnown() ? path.write(view.type(column)) : "?"))
                        .collect(Collectors.joining(", "));
        String text = new ViewDdl(wordings, path).of(view, false).map(Ddl::text).orElse("");
        String meaning = view.kindWords() + " (" + columns + ") reads " + (view.complete() ? needs(view.needs()) : "?");
        all.put(ViewDdl.object(view), new Definition(text, meaning, view.origin()));
    }

    private String needs(Needs needs) {
        TreeSet<String> names = new TreeSet<>();
        for (Needs.Part part : needs.relations()) {
            catalog.relation(part.relation())
                    .filter(relation -> !(relation instanceof Index))
                    .ifPresent(relation -> names.add(relation.name() + column(relation, part.column())));
        }
        needs.routines().forEach(name -> names.add(name + "()"));
        return String.join(", ", names);
    }

    private static String column(Relation relation, int number) {
        return switch (relation) {
            case Table table ->
                table.column(number).map(column -> "." + column.name()).orElse("");
            case View view ->
                view.columns() == null || number < 1 || number > view.columns().size()
                        ? ""
                        : "." + view.columns().get(number - 1);
            case Index ignored -> "";
            case Sequence ignored -> "";
        };
    }
}
