package dev.greenlight.lint.truth.prisma;

import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All blocks of a Prisma schema, whatever files they are in, and what names in them stand for. */
final class PrismaSchema {
    private static final Pattern SCHEMA_OF_URL = Pattern.compile("[?&]schema=([^&#]+)");

    private final List<PrismaBlock> blocks;
    private final Map<String, PrismaBlock> byName = new TreeMap<>();
    private final String defaultSchema;

    /** @param defaultSchema where things are of which nothing else is said */
    PrismaSchema(List<PrismaBlock> blocks, String defaultSchema) {
        this.blocks = List.copyOf(blocks);
        this.defaultSchema = schemaOfUrl(blocks).orElse(defaultSchema);
        for (PrismaBlock block : blocks) {
            if (isType(block.kind())) {
                byName.putIfAbsent(block.name(), block);
            }
        }
    }

    private static boolean isType(String kind) {
        return !kind.equals("datasource") && !kind.equals("generator");
    }

    private static Optional<String> schemaOfUrl(List<PrismaBlock> blocks) {
        return blocks.stream()
                .filter(block -> block.kind().equals("datasource"))
                .flatMap(block -> block.text("url").stream())
                .map(SCHEMA_OF_URL::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    List<PrismaBlock> blocks(String kind) {
        return blocks.stream().filter(block -> block.kind().equals(kind)).toList();
    }

    Optional<PrismaBlock> datasource() {
        return blocks("datasource").stream().findFirst();
    }

    /** The names of all that can be a field's type. */
    List<String> typeNames() {
        return List.copyOf(byName.keySet());
    }

    Optional<PrismaBlock> type(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<PrismaBlock> type(String kind, String name) {
        return type(name).filter(block -> block.kind().equals(kind));
    }

    /** Where a block's table or type is, and what it is called. */
    QualifiedName stored(PrismaBlock block) {
        return new QualifiedName(block.text("schema").orElse(defaultSchema), block.stored());
    }

    /** Those that the datasource names; where it names none, the one that there is. */
    List<String> schemas() {
        List<String> named = new ArrayList<>();
        datasource()
                .flatMap(block -> block.attribute("schemas"))
                .flatMap(PrismaAttribute::first)
                .ifPresent(value -> value.asList().forEach(each -> each.asText().ifPresent(named::add)));
        return named.isEmpty() ? List.of(defaultSchema) : named;
    }

    /** Whether relations are kept by foreign keys, and not by the client alone. */
    boolean hasForeignKeys() {
        return datasource()
                .flatMap(block -> block.text("relationMode").or(() -> block.text("referentialIntegrity")))
                .filter("prisma"::equals)
                .isEmpty();
    }

    /** Whether the field is a column, and not a relation or a part of one. */
    boolean isColumn(PrismaField field) {
        return type(field.type()).filter(block -> !block.kind().equals("enum")).isEmpty();
    }
}
