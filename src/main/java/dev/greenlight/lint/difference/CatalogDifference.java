package dev.greenlight.lint.difference;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.ddl.script.CatalogDefinitions;
import dev.greenlight.catalog.ddl.script.CatalogDefinitions.Definition;
import dev.greenlight.lint.PredictedCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states: by their objects' names, in their order. An object with another name is another one.
 *
 * @param differences one for each object that is not the same in both
 */
public record CatalogDifference(List<Difference> differences) {
    public CatalogDifference {
        differences = List.copyOf(differences);
    }

    /**
     * @param object such as {@code column public.orders.total}
     * @param first its definition in the first state; null where it is not there
     * @param second the same in the second
     * @param firstOrigin where it was made in the first; null where that is not known
     * @param secondOrigin the same in the second
     */
    public record Difference(
            String object,
            @Nullable String first,
            @Nullable String second,
            @Nullable Origin firstOrigin,
            @Nullable Origin secondOrigin) {
        static Difference of(String object, @Nullable Definition one, @Nullable Definition other) {
            return new Difference(object, text(one), text(other), origin(one), origin(other));
        }
    }

    public static CatalogDifference of(PredictedCatalog first, PredictedCatalog second) {
        return of(List.of(first), second);
    }

    /** Where several states make the first one together. */
    public static CatalogDifference of(List<PredictedCatalog> first, PredictedCatalog second) {
        SortedMap<String, Definition> before = new TreeMap<>();
        first.forEach(state -> before.putAll(CatalogDefinitions.of(state.wordings())));
        SortedMap<String, Definition> after = CatalogDefinitions.of(second.wordings());
        SortedSet<String> objects = new TreeSet<>(before.keySet());
        objects.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String object : objects) {
            Definition one = before.get(object);
            Definition other = after.get(object);
            if (one == null || other == null || !isSame(object, one, other)) {
                differences.add(Difference.of(object, one, other));
            }
        }
        return new CatalogDifference(differences);
    }

    private static @Nullable String text(@Nullable Definition definition) {
        return definition == null ? null : definition.text();
    }

    private static @Nullable Origin origin(@Nullable Definition definition) {
        return definition == null ? null : definition.origin();
    }

    /** What is written alike is the same; what is not may be all the same. */
    private static boolean isSame(String object, Definition one, Definition other) {
        return one.text().equals(other.text())
                || Meaning.of(object, one.meaning()).equals(Meaning.of(object, other.meaning()))
                        && !Literals.areOther(object, one.text(), other.text());
    }
}
