package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A block of a Prisma schema: a model, view, enum or composite type, the datasource or a generator.
 *
 * @param kind the word before its name
 * @param place its first line
 * @param fields those of a model, view or type; the values of an enum
 * @param attributes of the block as a whole; the settings of a datasource or generator
 */
record PrismaBlock(String kind, String name, Origin place, List<PrismaField> fields, List<PrismaAttribute> attributes) {
    PrismaBlock {
        fields = List.copyOf(fields);
        attributes = List.copyOf(attributes);
    }

    Optional<PrismaAttribute> attribute(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    List<PrismaAttribute> attributes(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).toList();
    }

    boolean has(String attribute) {
        return attribute(attribute).isPresent();
    }

    /** The text that a setting or an attribute's only argument gives. */
    Optional<String> text(String attribute) {
        return attribute(attribute).flatMap(each -> each.value("name")).flatMap(PrismaValue::asText);
    }

    Optional<PrismaField> field(String field) {
        return fields.stream().filter(each -> each.name().equals(field)).findFirst();
    }

    /** What it is called in the database. */
    String stored() {
        return text("map").orElse(name);
    }
}
