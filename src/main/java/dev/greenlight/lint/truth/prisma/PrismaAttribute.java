package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.truth.prisma.PrismaValue.Argument;
import java.util.List;
import java.util.Optional;

/**
 * {@code @name(…)} of a field, {@code @@name(…)} of a block, or a setting {@code name = …}.
 *
 * @param name without the marks, with a dot where there is one: {@code db.VarChar}
 */
record PrismaAttribute(String name, List<Argument> arguments, Origin place) {
    PrismaAttribute {
        arguments = List.copyOf(arguments);
    }

    /** What is given under a name, or without one in the first place. */
    Optional<PrismaValue> value(String argument) {
        return arguments.stream()
                .filter(each -> each.name().equals(argument))
                .map(Argument::value)
                .findFirst()
                .or(this::first);
    }

    /** What is given under a name and only so. */
    Optional<PrismaValue> named(String argument) {
        return arguments.stream()
                .filter(each -> each.name().equals(argument))
                .map(Argument::value)
                .findFirst();
    }

    /** What is given without a name in the first place. */
    Optional<PrismaValue> first() {
        return arguments.stream()
                .limit(1)
                .filter(each -> each.name().isEmpty())
                .map(Argument::value)
                .findFirst();
    }

    Optional<String> text(String argument) {
        return named(argument).flatMap(PrismaValue::asText);
    }
}
