package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How PostgreSQL's messages write the parameters of a routine: with the types' names in SQL (manual 8, table 8.1). */
final class Signature {
    private static final Map<String, String> SQL_NAMES = Map.ofEntries(
            Map.entry("bool", "boolean"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("varchar", "character varying"),
            Map.entry("bpchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private Signature() {}

    /** {@code (integer,text)}. */
    static String words(List<DataType> parameters) {
        return parameters.stream().map(Signature::words).collect(Collectors.joining(",", "(", ")"));
    }

    static String words(DataType type) {
        String name = type.isBuiltIn()
                ? SQL_NAMES.getOrDefault(type.name().name(), type.name().name())
                : type.name().display();
        return type.array() ? name + "[]" : name;
    }
}
