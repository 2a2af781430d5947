package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import dev.greenlight.postgres.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables that Prisma makes for relations of many to many that have no model of their own: {@code _AToB}. */
final class PrismaPairs {
    private final PrismaSchema schema;

    PrismaPairs(PrismaSchema schema) {
        this.schema = schema;
    }

    /**
     * @param first the model whose rows column {@code A} refers to
     * @param second the one of column {@code B}
     * @param place where the relation is declared first
     */
    record Pair(QualifiedName table, Side first, Side second, Origin place) {}

    /** @param id the field that the table refers to */
    record Side(PrismaBlock model, PrismaField id) {}

    List<Pair> all() {
        Map<QualifiedName, Pair> pairs = new TreeMap<>();
        for (PrismaBlock model : schema.blocks("model")) {
            for (PrismaField field : model.fields()) {
                pair(model, field).ifPresent(pair -> pairs.putIfAbsent(pair.table(), pair));
            }
        }
        return List.copyOf(pairs.values());
    }

    private Optional<Pair> pair(PrismaBlock model, PrismaField field) {
        if (!field.isList() || field.has("ignore")) {
            return Optional.empty();
        }
        return schema.type("model", field.type())
                .filter(other -> other.fields().stream().anyMatch(back -> isBack(model, field, back)))
                .flatMap(other -> pair(model, field, other));
    }

    private static boolean isBack(PrismaBlock model, PrismaField field, PrismaField back) {
        return back.type().equals(model.name())
                && back.isList()
                && !back.equals(field)
                && name(back).equals(name(field));
    }

    /** The relation's own name; empty where it has none. */
    private static String name(PrismaField field) {
        return field.attribute("relation")
                .flatMap(attribute -> attribute.value("name"))
                .flatMap(PrismaValue::asText)
                .orElse("");
    }

    private Optional<Pair> pair(PrismaBlock model, PrismaField field, PrismaBlock other) {
        List<PrismaBlock> models = Stream.of(model, other)
                .sorted(Comparator.comparing(PrismaBlock::name))
                .toList();
        String name = name(field).isEmpty()
                ? models.getFirst().name() + "To" + models.getLast().name()
                : name(field);
        QualifiedName table = new QualifiedName(schema.stored(models.getFirst()).schema(), "_" + name);
        List<Side> sides = new ArrayList<>();
        models.forEach(each -> id(each).ifPresent(id -> sides.add(new Side(each, id))));
        return sides.size() == 2
                ? Optional.of(new Pair(table, sides.getFirst(), sides.getLast(), field.place()))
                : Optional.empty();
    }

    private static Optional<PrismaField> id(PrismaBlock model) {
        return model.fields().stream().filter(field -> field.has("id")).findFirst();
    }
}
