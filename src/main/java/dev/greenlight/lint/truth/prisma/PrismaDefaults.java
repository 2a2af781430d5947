package dev.greenlight.lint.truth.prisma;

import dev.greenlight.postgres.StringConstant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What Prisma's {@code @default} makes of a column. Some values the client makes, and the database has no default for them. */
final class PrismaDefaults {
    private static final Set<String> OF_DATABASE = Set.of("now", "autoincrement", "dbgenerated");

    private final PrismaSchema schema;
    private final PrismaTypes types;

    PrismaDefaults(PrismaSchema schema) {
        this.schema = schema;
        this.types = new PrismaTypes(schema);
    }

    /** Whether it is not said what default the database has: the client gives a value, or somebody else said. */
    boolean isUnsaid(PrismaField field) {
        return value(field)
                .map(value -> isOfClient(value) || isEmptyCall(value))
                .orElseGet(() -> field.has("updatedAt"));
    }

    private static boolean isOfClient(PrismaValue value) {
        return value instanceof PrismaValue.Call call && !OF_DATABASE.contains(call.name());
    }

    private static boolean isEmptyCall(PrismaValue value) {
        return isCall(value, "dbgenerated")
                && ((PrismaValue.Call) value).arguments().isEmpty();
    }

    private static boolean isCall(PrismaValue value, String name) {
        return value instanceof PrismaValue.Call call && call.name().equals(name);
    }

    boolean isNumbered(PrismaField field) {
        return value(field).filter(value -> isCall(value, "autoincrement")).isPresent();
    }

    private static Optional<PrismaValue> value(PrismaField field) {
        return field.attribute("default").flatMap(attribute -> attribute.value("value"));
    }

    /** The database's default as SQL; empty where it has none, or numbers the rows. */
    Optional<String> of(PrismaField field) {
        return value(field).filter(value -> !isOfClient(value)).flatMap(value -> sql(field, value));
    }

    private Optional<String> sql(PrismaField field, PrismaValue value) {
        return switch (value) {
            case PrismaValue.Call call ->
                call.name().equals("now")
                        ? Optional.of("CURRENT_TIMESTAMP")
                        : call.arguments().stream()
                                .findFirst()
                                .flatMap(argument -> argument.value().asText());
            case PrismaValue.Items items ->
                Optional.of(items.values().stream()
                        .flatMap(item -> sql(field, item).stream())
                        .collect(Collectors.joining(", ", "ARRAY[", "]::" + types.of(field))));
            case PrismaValue.Text text -> Optional.of(literal(field, text.text()));
            case PrismaValue.Figure figure -> Optional.of(figure.text());
            case PrismaValue.Word word -> Optional.of(word(field, word.text()));
        };
    }

    private static String literal(PrismaField field, String text) {
        return quoted(field.type().equals("Bytes") ? bytes(text) : text);
    }

    private static String bytes(String text) {
        try {
            return "\\x" + HexFormat.of().formatHex(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return "\\x" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A value of an enum is a name, as {@code true} and {@code false} are. */
    private String word(PrismaField field, String word) {
        return schema.type("enum", field.type())
                .map(each -> quoted(each.field(word).map(PrismaField::stored).orElse(word)))
                .orElse(word);
    }

    static String quoted(String text) {
        return StringConstant.of(text);
    }
}
