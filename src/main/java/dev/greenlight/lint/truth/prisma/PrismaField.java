package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A field of a model, or a value of an enum, which has no type.
 *
 * @param unsupported the type in PostgreSQL's words, where Prisma has none for it
 */
record PrismaField(
        String name,
        String type,
        Optional<String> unsupported,
        Arity arity,
        List<PrismaAttribute> attributes,
        Origin place) {
    PrismaField {
        attributes = List.copyOf(attributes);
    }

    enum Arity {
        REQUIRED,
        OPTIONAL,
        LIST
    }

    Optional<PrismaAttribute> attribute(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    boolean has(String attribute) {
        return attribute(attribute).isPresent();
    }

    boolean isList() {
        return arity == Arity.LIST;
    }

    /** What it is called in the database. */
    String stored() {
        return attribute("map")
                .flatMap(map -> map.value("name"))
                .flatMap(PrismaValue::asText)
                .orElse(name);
    }

    /** {@code @db.VarChar(10)}, whatever the datasource is called. */
    Optional<PrismaAttribute> nativeType() {
        return attributes.stream().filter(each -> each.name().contains(".")).findFirst();
    }
}
