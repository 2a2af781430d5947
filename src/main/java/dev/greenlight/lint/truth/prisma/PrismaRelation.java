package dev.greenlight.lint.truth.prisma;

import dev.greenlight.lint.truth.prisma.PrismaField.Arity;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A relation that a foreign key keeps: a field that says which fields refer to which of another model.
 *
 * @param attribute the field's {@code @relation}
 */
record PrismaRelation(PrismaBlock model, PrismaField field, PrismaBlock target, PrismaAttribute attribute) {
    private static final Map<String, String> ACTIONS = Map.of(
            "Cascade", "CASCADE",
            "Restrict", "RESTRICT",
            "NoAction", "NO ACTION",
            "SetNull", "SET NULL",
            "SetDefault", "SET DEFAULT");

    static Optional<PrismaRelation> of(PrismaSchema schema, PrismaBlock model, PrismaField field) {
        return field.attribute("relation")
                .filter(attribute -> attribute.named("fields").isPresent())
                .flatMap(attribute -> schema.type("model", field.type())
                        .map(target -> new PrismaRelation(model, field, target, attribute)));
    }

    String constraint(PrismaSchema schema) {
        String name = attribute.text("map").orElseGet(() -> PrismaNames.of(model.stored(), columns(), "fkey"));
        return "ADD CONSTRAINT " + Identifiers.quote(name) + " FOREIGN KEY " + list(columns()) + " REFERENCES "
                + Identifiers.quote(schema.stored(target)) + " " + list(stored(target, "references"))
                + " ON DELETE " + action("onDelete", isOptional() ? "SET NULL" : "RESTRICT")
                + " ON UPDATE " + action("onUpdate", "CASCADE");
    }

    private List<String> columns() {
        return stored(model, "fields");
    }

    private static String list(List<String> columns) {
        return Identifiers.list(columns.stream());
    }

    private List<String> stored(PrismaBlock block, String argument) {
        return attribute.named(argument).map(PrismaValue::asList).orElse(List.of()).stream()
                .flatMap(value -> value.asText().stream())
                .map(name -> find(block, name).stored())
                .toList();
    }

    private PrismaField find(PrismaBlock block, String name) {
        return block.field(name)
                .orElseThrow(() ->
                        new PrismaFailure(attribute.place(), "there is no field " + name + " in " + block.name()));
    }

    private String action(String argument, String otherwise) {
        Function<String, String> words = name -> ACTIONS.getOrDefault(name, otherwise);
        return attribute.text(argument).map(words).orElse(otherwise);
    }

    /** Where one of its columns is never null, nothing can be set to it ({@code referential_arity} of Prisma's engines). */
    private boolean isOptional() {
        boolean someRequired = attribute.named("fields").map(PrismaValue::asList).orElse(List.of()).stream()
                .flatMap(value -> value.asText().stream())
                .anyMatch(name -> find(model, name).arity() == Arity.REQUIRED);
        return !someRequired && field.arity() == Arity.OPTIONAL;
    }
}
