package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Type;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between the enums that migrations leave and the declared ones. The order of their labels does not count. */
final class EnumDrift {
    private final Sides sides;
    private final List<FinalSchema> histories;

    EnumDrift(Sides sides, List<FinalSchema> histories) {
        this.sides = sides;
        this.histories = histories;
    }

    Stream<Recommendation> look() {
        List<Type.Enum> declared = enums(sides.declared()).toList();
        return Stream.concat(
                declared.stream().flatMap(this::compare),
                histories.stream().flatMap(EnumDrift::enums).flatMap(type -> extra(type).stream()));
    }

    private static Stream<Type.Enum> enums(FinalSchema schema) {
        return schema.catalog().types().stream()
                .filter(Type.Enum.class::isInstance)
                .map(Type.Enum.class::cast)
                .filter(type -> type.origin() != null && !FinalSchema.isOfExtension(type.origin()));
    }

    private Stream<Recommendation> compare(Type.Enum declared) {
        Optional<Type> found = histories.stream()
                .flatMap(history -> history.catalog().type(declared.name()).stream())
                .findFirst();
        if (found.isEmpty()) {
            return missing(declared).stream();
        }
        return found.get() instanceof Type.Enum own ? labels(own, declared) : Stream.empty();
    }

    private Optional<Recommendation> missing(Type.Enum type) {
        boolean certain =
                histories.stream().allMatch(history -> history.run().certainty().isOf(ObjectType.TYPE, type.name()));
        return certain
                ? Optional.of(
                        sides.missing(object(type), type.origin(), type.name().display(), undeclared()))
                : Optional.empty();
    }

    private List<String> undeclared() {
        return histories.stream()
                .flatMap(EnumDrift::enums)
                .filter(this::isUndeclared)
                .map(type -> type.name().display())
                .toList();
    }

    private Stream<Recommendation> labels(Type.Enum own, Type.Enum declared) {
        List<String> missing = without(declared.labels(), own.labels());
        List<String> extra = without(own.labels(), declared.labels());
        return Stream.concat(
                missing.stream()
                        .filter(label ->
                                sides.isMissing(ObjectType.TYPE, own.name().name()))
                        .map(label -> sides.missing(label(declared, label), declared.origin(), label, extra)),
                extra.stream().map(label -> sides.extra(label(own, label), own.origin(), label, missing)));
    }

    private static List<String> without(List<String> labels, List<String> others) {
        return labels.stream().filter(label -> !others.contains(label)).toList();
    }

    private static String object(Type.Enum type) {
        return "enum " + type.name().display();
    }

    private static String label(Type.Enum type, String label) {
        return "label " + label + " of " + object(type);
    }

    private Optional<Recommendation> extra(Type.Enum type) {
        boolean said = isUndeclared(type)
                && sides.isUndeclared(ObjectType.TYPE, type.name().name());
        List<String> missing = enums(sides.declared())
                .filter(each -> histories.stream()
                        .allMatch(history -> history.catalog().type(each.name()).isEmpty()))
                .map(each -> each.name().display())
                .toList();
        return said
                ? Optional.of(
                        sides.extra(object(type), type.origin(), type.name().display(), missing))
                : Optional.empty();
    }

    private boolean isUndeclared(Type.Enum type) {
        return sides.expressible().schemas().contains(type.name().schema())
                && sides.declared().catalog().type(type.name()).isEmpty();
    }
}
