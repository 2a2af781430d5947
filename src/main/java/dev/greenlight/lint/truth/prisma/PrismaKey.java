package dev.greenlight.lint.truth.prisma;

import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key or index of a model: of the block or of one field.
 *
 * @param attribute {@code id}, {@code unique} or {@code index}
 * @param columns its fields, each a word, or a call with how it is sorted
 */
record PrismaKey(PrismaBlock model, PrismaAttribute attribute, List<PrismaValue> columns) {
    PrismaKey {
        columns = List.copyOf(columns);
    }

    static PrismaKey of(PrismaBlock model, PrismaAttribute attribute) {
        return new PrismaKey(
                model,
                attribute,
                attribute.value("fields").map(PrismaValue::asList).orElse(List.of()));
    }

    /** Said at the field itself, with its options there. */
    static PrismaKey of(PrismaBlock model, PrismaField field, PrismaAttribute attribute) {
        List<PrismaValue.Argument> options = attribute.arguments().stream()
                .filter(argument -> List.of("sort", "ops").contains(argument.name()))
                .toList();
        return new PrismaKey(model, attribute, List.of(new PrismaValue.Call(field.name(), options)));
    }

    /** What it is called in the database; before Prisma 3 {@code name} said so of an index. */
    String name(String kind) {
        return attribute
                .text("map")
                .or(() -> attribute.name().equals("index") ? attribute.text("name") : Optional.empty())
                .orElseGet(() -> PrismaNames.of(
                        model.stored(), columns.stream().map(this::stored).toList(), kind));
    }

    /** The columns by name, as SQL. */
    String names() {
        return Identifiers.list(columns.stream().map(this::stored));
    }

    /** The columns as an index has them. */
    String keys() {
        return columns.stream().map(this::key).collect(Collectors.joining(", ", "(", ")"));
    }

    /** @throws PrismaFailure where there is no such field */
    private String stored(PrismaValue column) {
        String name = column instanceof PrismaValue.Call call
                ? call.name()
                : column.asText().orElse("");
        return model.field(name)
                .map(PrismaField::stored)
                .orElseThrow(() ->
                        new PrismaFailure(attribute.place(), "there is no field " + name + " in " + model.name()));
    }

    private String key(PrismaValue column) {
        return Identifiers.quote(stored(column))
                + operators(column).map(name -> " " + name).orElse("")
                + option(column, "sort")
                        .flatMap(PrismaValue::asText)
                        .filter("Desc"::equals)
                        .map(sort -> " DESC")
                        .orElse("");
    }

    private static Optional<PrismaValue> option(PrismaValue column, String option) {
        return column instanceof PrismaValue.Call call
                ? call.arguments().stream()
                        .filter(argument -> argument.name().equals(option))
                        .map(PrismaValue.Argument::value)
                        .findFirst()
                : Optional.empty();
    }

    /** The operator class: {@code JsonbPathOps}, or in PostgreSQL's words {@code raw("jsonb_path_ops")}. */
    private static Optional<String> operators(PrismaValue column) {
        return option(column, "ops")
                .flatMap(value -> value instanceof PrismaValue.Call call
                        ? call.arguments().stream()
                                .findFirst()
                                .flatMap(raw -> raw.value().asText())
                        : value.asText().map(PrismaKey::snakeCase));
    }

    private static String snakeCase(String name) {
        return name.replace("MinMax", "Minmax")
                .replace("VarBit", "Varbit")
                .replace("TimestampTz", "Timestamptz")
                .replace("TimeTz", "Timetz")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
