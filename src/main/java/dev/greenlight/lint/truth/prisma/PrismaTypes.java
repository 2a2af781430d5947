package dev.greenlight.lint.truth.prisma;

import dev.greenlight.lint.truth.prisma.PrismaValue.Argument;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.rule.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of PostgreSQL that Prisma's have ({@code psl/builtin-connectors/src/postgres_datamodel_connector.rs} of its engines). */
final class PrismaTypes {
    private static final Map<String, String> SCALARS = Map.of(
            "String", "text",
            "Boolean", "boolean",
            "Int", "integer",
            "BigInt", "bigint",
            "Float", "double precision",
            "Decimal", "decimal(65,30)",
            "DateTime", "timestamp(3)",
            "Json", "jsonb",
            "Bytes", "bytea");

    private static final Map<String, String> SERIALS =
            Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

    private final PrismaSchema schema;

    PrismaTypes(PrismaSchema schema) {
        this.schema = schema;
    }

    /** The type of a column as SQL. */
    String of(PrismaField field) {
        return element(field) + (field.isList() ? "[]" : "");
    }

    /** The type of a column that numbers its rows. */
    String serial(PrismaField field) {
        String type = of(field);
        return SERIALS.getOrDefault(type, type);
    }

    String element(PrismaField field) {
        return field.unsupported()
                .or(() -> field.nativeType().map(PrismaTypes::nativeType))
                .or(() -> Optional.ofNullable(SCALARS.get(field.type())))
                .or(() -> schema.type("enum", field.type()).map(each -> Identifiers.quote(schema.stored(each))))
                .orElseThrow(() -> unknown(field));
    }

    private static String nativeType(PrismaAttribute attribute) {
        String name = attribute.name().substring(attribute.name().lastIndexOf('.') + 1);
        String type = name.equals("DoublePrecision") ? "double precision" : name.toLowerCase(Locale.ROOT);
        return attribute.arguments().isEmpty() ? type : type + arguments(attribute.arguments());
    }

    private static String arguments(List<Argument> arguments) {
        return arguments.stream()
                .flatMap(argument -> argument.value().asText().stream())
                .collect(Collectors.joining(",", "(", ")"));
    }

    private PrismaFailure unknown(PrismaField field) {
        List<String> known = Stream.concat(SCALARS.keySet().stream().sorted(), schema.typeNames().stream())
                .toList();
        return new PrismaFailure(
                field.place(), "there is no type " + field.type() + Nearest.question(field.type(), known));
    }
}
