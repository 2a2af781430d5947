package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.catalog.ddl.Contents;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the script of a catalog: what others are made of first, then types, routines, tables with their keys and views
 * in the order in which they need each other, and last what only hangs on them. What it names has its schema written.
 */
public final class CatalogScript {
    private final Wordings wordings;
    private final Catalog catalog;
    private final Contents contents;
    private final SearchPath path;
    private final MadeObjects made;
    private final TypeDdl types;
    private final RoutineDdl routines;
    private final SequenceDdl sequences;
    private final TableDdl tables;
    private final ConstraintDdl constraints;
    private final ViewDdl views;
    private final Left left;
    private final List<Ddl> statements = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();

    private CatalogScript(Wordings wordings) {
        this.wordings = wordings;
        this.catalog = wordings.catalog();
        this.contents = new Contents(catalog);
        this.path = new SearchPath(catalog, List.of());
        this.made = new MadeObjects(wordings);
        this.types = new TypeDdl(wordings, path);
        this.routines = new RoutineDdl(wordings, path);
        this.sequences = new SequenceDdl(wordings, path);
        this.tables = new TableDdl(wordings, path);
        this.constraints = new ConstraintDdl(wordings, path);
        this.views = new ViewDdl(wordings, path);
        this.left = new Left(wordings, tables);
    }

    public static Script of(Wordings wordings) {
        return new CatalogScript(wordings).script();
    }

    private Script script() {
        schemas();
        MakingOrder.of(objects(), new Dependencies(wordings)).forEach(this::turn);
        sequences().flatMap(sequence -> sequences.owner(sequence).stream()).forEach(statements::add);
        new LastStatements(wordings, path, left, statements::add, lost::add).add();
        made.last().forEach(statements::add);
        wordings.changes().stream()
                .filter(change -> !left.contains(change.relation()))
                .forEach(change -> statements.add(Ddl.of(change)));
        wordings.comments().stream()
                .filter(comment -> !left.contains(comment.relation()))
                .forEach(this::comment);
        made.veryLast().forEach(statements::add);
        left.reasons().forEach(lost::add);
        lost.addAll(wordings.lost());
        return new Script(statements, lost);
    }

    private void schemas() {
        catalog.schemas().stream()
                .filter(schema -> wordings.isMade(schema.origin()))
                .map(Schema::name)
                .forEach(name -> statements.add(Ddl.ifNotExists(
                        "schema " + Identifiers.quote(name), "CREATE SCHEMA ", Identifiers.quote(name))));
        contents.extensions().stream()
                .flatMap(name -> catalog.extension(name).map(schema -> extension(name, schema)).stream())
                .forEach(statements::add);
    }

    private static Ddl extension(String name, String schema) {
        return Ddl.ifNotExists(
                "extension " + Identifiers.quote(name),
                "CREATE EXTENSION ",
                Identifiers.quote(name) + " WITH SCHEMA " + Identifiers.quote(schema));
    }

    /** Whatever may need another, in the order in which they come if they do not. */
    private List<Object> objects() {
        List<Object> objects = new ArrayList<>();
        made.first().forEach(objects::add);
        catalog.types().stream().filter(type -> wordings.isMade(type.origin())).forEach(objects::add);
        objects.addAll(contents.routines());
        made.ofRoutines().forEach(objects::add);
        sequences().forEach(objects::add);
        contents.tables().stream().filter(Table.class::isInstance).forEach(objects::add);
        contents.tables().stream().filter(View.class::isInstance).forEach(objects::add);
        return objects;
    }

    private Stream<Sequence> sequences() {
        return contents.sequences().stream()
                .map(Sequence.class::cast)
                .filter(sequence -> wordings.isMade(sequence.origin()) && !sequence.identity());
    }

    private void turn(MakingOrder.Turn turn) {
        switch (turn.object()) {
            case Wordings.Made object -> statements.add(MadeObjects.ddl(object));
            case Type type when turn.form() == MakingOrder.Form.FOR_NOW -> statements.add(types.shell(type));
            case Type type -> type(type);
            case Routine routine -> routine(routine);
            case Sequence sequence when isMade(sequence) -> statements.add(sequences.of(sequence));
            case Table table when isMade(table) -> table(table);
            case View view when isMade(view) -> view(view, turn.form());
            default -> {}
        }
    }

    private boolean isMade(Relation relation) {
        return wordings.isMade(relation.origin()) && !left.contains(relation.oid());
    }

    private void type(Type type) {
        if (wordings.isMade(type.origin()) && !types.comesWithAnother(type)) {
            add(types.of(type), "type " + Identifiers.quote(type.name()));
            statements.addAll(types.afterwards(type));
        }
    }

    private void routine(Routine routine) {
        if (wordings.isMade(routine.origin())) {
            add(routines.of(routine), routines.object(routine));
        }
    }

    private void add(Optional<Ddl> statement, String object) {
        statement.ifPresentOrElse(statements::add, () -> lost.add(object + ": its definition is not known"));
    }

    /** With the keys, which views may need (manual SELECT, GROUP BY). */
    private void table(Table table) {
        statements.add(tables.of(table));
        for (TableConstraint constraint : table.constraints()) {
            boolean key =
                    constraint instanceof TableConstraint.Unique || constraint instanceof TableConstraint.Exclusion;
            if (key) {
                statements.add(constraints.of(table, constraint));
                constraints.parameters(table, constraint).ifPresent(statements::add);
            }
        }
    }

    private void view(View view, MakingOrder.Form form) {
        if (form == MakingOrder.Form.FOR_NOW) {
            add(views.forNow(view), ViewDdl.object(view));
        } else {
            add(views.of(view, form == MakingOrder.Form.REPLACING), ViewDdl.object(view));
        }
    }

    private void comment(Wordings.Comment comment) {
        statements.add(Ddl.repeatable("comment", "COMMENT ON " + comment.object() + " IS " + comment.text()));
    }
}
