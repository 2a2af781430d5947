package dev.greenlight.lint.truth.prisma;

import dev.greenlight.lint.truth.Expressible;
import dev.greenlight.lint.truth.Expressible.ColumnName;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.lint.truth.Truth;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Reads a Prisma schema: one file, or all of a folder (Prisma's documentation, "Multi-file Prisma schema"). */
public final class PrismaReader {
    private static final String EXTENSION = ".prisma";
    private static final Set<String> PROVIDERS = Set.of("postgresql", "postgres");

    private final FileTree tree;
    private final String path;
    private final List<PrismaBlock> blocks = new ArrayList<>();

    private PrismaReader(FileTree tree, String path) {
        this.tree = tree;
        this.path = path;
    }

    public static boolean isOf(FileTree tree, String path) {
        return path.endsWith(EXTENSION) || !files(tree, path).isEmpty();
    }

    /** @param schema where things are of which nothing else is said */
    public static Truth read(FileTree tree, String path, String schema) {
        return new PrismaReader(tree, path).read(schema);
    }

    private static List<String> files(FileTree tree, String path) {
        return tree.list(path).stream()
                .map(FileTree.Entry::path)
                .filter(file -> file.endsWith(EXTENSION))
                .toList();
    }

    private Truth read(String defaultSchema) {
        List<String> files = files(tree, path);
        for (String file : files.isEmpty() ? List.of(path) : files) {
            Optional<Unreadable> problem = parse(file);
            if (problem.isPresent()) {
                return new Truth.Illegible(problem.get());
            }
        }
        return declared(new PrismaSchema(blocks, defaultSchema));
    }

    private Optional<Unreadable> parse(String name) {
        return switch (tree.read(name)) {
            case SourceRead.Unreadable problem -> Optional.of(problem);
            case SourceRead.Text text -> parse(text.file());
        };
    }

    private Optional<Unreadable> parse(SourceFile file) {
        try {
            blocks.addAll(PrismaParser.parse(file));
            return Optional.empty();
        } catch (PrismaFailure failure) {
            return Optional.of(problem(failure));
        }
    }

    private static Unreadable problem(PrismaFailure failure) {
        int line = failure.place().position().line();
        return new Unreadable(failure.place().file().path(), line, failure.getMessage(), "prisma validate says more");
    }

    private Truth declared(PrismaSchema schema) {
        Optional<String> other = schema.datasource()
                .flatMap(block -> block.text("provider"))
                .filter(provider -> !PROVIDERS.contains(provider));
        if (other.isPresent()) {
            return new Truth.Illegible(
                    new Unreadable(path, 1, "it is for " + other.get(), "name a schema for PostgreSQL"));
        }
        try {
            return new Truth.Declared(path, PrismaDdl.of(schema).migrations(), expressible(schema));
        } catch (PrismaFailure failure) {
            return new Truth.Illegible(problem(failure));
        }
    }

    private static Expressible expressible(PrismaSchema schema) {
        Set<Trait> traits = EnumSet.of(Trait.PRIMARY_KEY_NAMES);
        if (schema.hasForeignKeys()) {
            traits.add(Trait.FOREIGN_KEYS);
        }
        PrismaDefaults defaults = new PrismaDefaults(schema);
        return new Expressible(
                Set.copyOf(schema.schemas()),
                traits,
                schema.blocks("model").stream()
                        .filter(model -> model.has("ignore"))
                        .map(schema::stored)
                        .collect(Collectors.toSet()),
                columns(schema, (model, field) -> field.has("ignore")),
                columns(schema, (model, field) -> defaults.isUnsaid(field)),
                new PrismaPairs(schema)
                        .all().stream().map(PrismaPairs.Pair::table).collect(Collectors.toSet()));
    }

    private static Set<ColumnName> columns(PrismaSchema schema, BiPredicate<PrismaBlock, PrismaField> which) {
        return schema.blocks("model").stream()
                .flatMap(model -> model.fields().stream()
                        .filter(field -> which.test(model, field))
                        .map(field -> new ColumnName(schema.stored(model), field.stored())))
                .collect(Collectors.toSet());
    }
}
