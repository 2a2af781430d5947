package dev.greenlight.lint.truth.prisma;

import java.util.List;
import java.util.Optional;

/** A value in a Prisma schema: what an attribute or a setting is given. */
sealed interface PrismaValue {
    record Text(String text) implements PrismaValue {}

    /** As written. */
    record Figure(String text) implements PrismaValue {}

    /** A name, such as a field's, an enum's value, {@code true}. */
    record Word(String text) implements PrismaValue {}

    /** Something with parentheses: a function, or a field with how it is sorted. */
    record Call(String name, List<Argument> arguments) implements PrismaValue {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Items(List<PrismaValue> values) implements PrismaValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** @param name empty for one that is known by its place */
    record Argument(String name, PrismaValue value) {}

    /** What it says, whether in quotes or not; empty for what is put together. */
    default Optional<String> asText() {
        return switch (this) {
            case Text text -> Optional.of(text.text());
            case Figure figure -> Optional.of(figure.text());
            case Word word -> Optional.of(word.text());
            case Call ignored -> Optional.empty();
            case Items ignored -> Optional.empty();
        };
    }

    /** The values of a list; one alone is a list of one. */
    default List<PrismaValue> asList() {
        return this instanceof Items items ? items.values() : List.of(this);
    }
}
