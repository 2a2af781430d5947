package dev.greenlight.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A predicted catalog beside a server's.
 *
 * @param right how many of the server's facts are predicted as they are
 * @param all how many facts the server has
 * @param onlyPredicted how many it has not
 * @param differences one line for each that is not right
 */
public record CatalogComparison(int right, int all, int onlyPredicted, List<String> differences) {
    public static CatalogComparison of(SortedMap<String, String> truth, SortedMap<String, String> predicted) {
        List<String> differences = new ArrayList<>();
        int right = 0;
        for (Map.Entry<String, String> fact : truth.entrySet()) {
            String other = predicted.get(fact.getKey());
            if (Objects.equals(fact.getValue(), other)) {
                right++;
            } else {
                differences.add(fact.getKey() + ": server " + words(fact.getValue()) + ", predicted "
                        + (other == null ? "missing" : words(other)));
            }
        }
        List<String> more = predicted.keySet().stream()
                .filter(name -> !truth.containsKey(name))
                .toList();
        more.forEach(name -> differences.add(name + ": only predicted"));
        return new CatalogComparison(right, truth.size(), more.size(), List.copyOf(differences));
    }

    private static String words(String value) {
        return value.isEmpty() ? "there" : value.strip();
    }

    @Override
    public String toString() {
        return right + "/" + all + (onlyPredicted == 0 ? "" : " +" + onlyPredicted);
    }
}
