package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * goose: {@code 00001_title.sql} in one folder, by number, with {@code -- +goose Up} and perhaps {@code -- +goose Down}
 * in it (goose's documentation, "SQL Migrations"). A file runs in a transaction unless {@code -- +goose NO TRANSACTION}
 * stands anywhere in it; capitals and small letters are the same (its {@code sqlparser.extractAnnotation}).
 * What {@code ENVSUB} fills in is a placeholder unless the project gives a value for it.
 */
final class GooseLayout implements MarkedLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern NOT_SQL = Pattern.compile("[0-9]+_.*(?<!_test)\\.go");
    private static final Pattern MARK = Pattern.compile("(?mdi)^--[ \\t]*\\+goose[ \\t]+(\\S.*?)[ \\t\\r]*$");
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(
                    (PlannedMigration it) -> Version.of(it.version()))
            .thenComparing(it -> it.file().path());

    @Override
    public String id() {
        return "goose";
    }

    @Override
    public String mark() {
        return "-- +goose Up";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        return new MarkedFolders(this, NAME, ORDER)
                .plans(files).stream().map(plan -> noted(plan, files)).toList();
    }

    private static Plan noted(Plan plan, FoundFiles files) {
        List<String> notes =
                new ArrayList<>(Notes.sameVersion(plan.migrations(), it -> Version.of(it.version()), "goose"));
        List<Entry> inside = files.all().stream()
                .filter(entry -> entry.folder().equals(plan.folder()))
                .toList();
        Notes.notSql(inside, NOT_SQL).ifPresent(notes::add);
        return new Plan(plan.folder(), plan.layout(), plan.migrations(), notes);
    }

    @Override
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return new GooseSubstitution(given);
    }

    @Override
    public List<MarkedPart> parts(SourceFile file) {
        Marks marks = Marks.of(file, MARK);
        boolean none = marks.any(GooseLayout::isNoTransaction);
        TransactionMode mode = none ? TransactionMode.NONE : TransactionMode.MIGRATION;
        return marks.parts(mark -> mode).stream()
                .flatMap(part -> marks.divided(part).stream())
                .toList();
    }

    private static boolean isNoTransaction(Mark mark) {
        return mark.is("NO") && String.join(" ", mark.words()).equalsIgnoreCase("NO TRANSACTION");
    }
}
