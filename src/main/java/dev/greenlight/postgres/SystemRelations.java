package dev.greenlight.postgres;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The catalogs and views of {@code pg_catalog} and {@code information_schema}, with their columns. */
public final class SystemRelations {
    private static final class Loaded {
        static final Map<String, List<String>> RELATIONS = DataFile.groups("relations.txt");
        static final Map<String, String> DOMAINS = DataFile.index("domains.txt", 1);
    }

    private static final String CATALOG = "pg_catalog";
    private static final String INFORMATION = "information_schema";

    public record SystemRelation(QualifiedName name, List<SystemColumn> columns) {
        public SystemRelation {
            columns = List.copyOf(columns);
        }
    }

    public record SystemColumn(String name, DataType type) {}

    private SystemRelations() {}

    /** As a version has it. */
    public static Optional<SystemRelation> find(QualifiedName name, PostgresVersion version) {
        for (String line : lines(name)) {
            String[] row = line.split(" ");
            if (DataFile.versions(row, 2).contains(version)) {
                return Optional.of(new SystemRelation(name, columns(row[1])));
            }
        }
        return Optional.empty();
    }

    /** Those that it has in any modelled version, the newest one's first. */
    public static Set<String> columnNames(QualifiedName name) {
        Set<String> names = new LinkedHashSet<>();
        for (int major = PostgresVersion.NEWEST.major(); major >= PostgresVersion.OLDEST.major(); major--) {
            find(name, new PostgresVersion(major))
                    .ifPresent(relation -> relation.columns().forEach(column -> names.add(column.name())));
        }
        return names;
    }

    /** Whether any modelled version has it. */
    public static boolean exists(QualifiedName name) {
        return !lines(name).isEmpty();
    }

    /** Whether it is one of the schemas that PostgreSQL keeps for itself. */
    public static boolean isSystemSchema(String schema) {
        return schema.equals(INFORMATION) || schema.startsWith("pg_");
    }

    /** What a domain of {@code information_schema} is over; empty where the name is not one's. */
    public static Optional<DataType> domain(QualifiedName name) {
        return name.schema().equals(INFORMATION)
                ? Optional.ofNullable(Loaded.DOMAINS.get(name.name())).map(SystemRelations::base)
                : Optional.empty();
    }

    /** The names of other tables are not worth to read the file for. */
    private static List<String> lines(QualifiedName name) {
        boolean likely = name.schema().equals(INFORMATION)
                || name.schema().equals(CATALOG) && name.name().startsWith("pg_");
        return likely ? Loaded.RELATIONS.getOrDefault(name.toString(), List.of()) : List.of();
    }

    private static DataType base(String line) {
        String written = line.substring(line.indexOf(' ') + 1);
        int open = written.indexOf('(');
        return open < 0
                ? DataType.builtIn(written)
                : DataType.builtIn(written.substring(0, open), written.substring(open + 1, written.length() - 1));
    }

    private static List<SystemColumn> columns(String written) {
        List<SystemColumn> columns = new ArrayList<>();
        for (String column : written.split(",")) {
            int colon = column.indexOf(':');
            columns.add(new SystemColumn(column.substring(0, colon), type(column.substring(colon + 1))));
        }
        return columns;
    }

    private static DataType type(String name) {
        return BuiltInTypes.find(name)
                .orElseGet(() -> new DataType(new QualifiedName(INFORMATION, name), List.of(), false));
    }
}
