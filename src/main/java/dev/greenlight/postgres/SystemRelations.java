package dev.greenlight.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogs and views of {@code pg_catalog} and {@code information_schema}, with their columns' names. */
public final class SystemRelations {
    private static final class Loaded {
        static final Map<String, String> RELATIONS = DataFile.index("relations.txt", 1);
    }

    /** @param columns those of all modelled versions, in the order of the newest */
    public record SystemRelation(QualifiedName name, List<String> columns, VersionRange versions) {
        public SystemRelation {
            columns = List.copyOf(columns);
        }
    }

    private SystemRelations() {}

    public static Optional<SystemRelation> find(QualifiedName name) {
        return Optional.ofNullable(Loaded.RELATIONS.get(name.toString())).map(line -> parse(name, line));
    }

    public static boolean exists(QualifiedName name) {
        return isSystemSchema(name.schema()) && Loaded.RELATIONS.containsKey(name.toString());
    }

    /** Whether it is one of the schemas that PostgreSQL keeps for itself. */
    public static boolean isSystemSchema(String schema) {
        return schema.equals("information_schema") || schema.startsWith("pg_");
    }

    private static SystemRelation parse(QualifiedName name, String line) {
        String[] row = line.split(" ");
        boolean some = Character.isDigit(row[1].charAt(0));
        List<String> columns = Arrays.asList(row).subList(some ? 2 : 1, row.length);
        return new SystemRelation(name, columns, some ? VersionRange.parse(row[1]) : VersionRange.ALL);
    }
}
