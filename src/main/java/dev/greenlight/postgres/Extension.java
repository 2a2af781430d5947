package dev.greenlight.postgres;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An extension and the names of what it brings, in any of its versions. Names are those of members, which are in the
 * extension's schema unless it has one of its own.
 *
 * @param trusted whether who may create in the database may create it, from PostgreSQL 13 on (manual 36.17.1)
 * @param fixedSchema where its members are, if that cannot be chosen
 * @param requires other extensions that have to be there
 * @param types those of its domains too
 * @param domains name to the internal name of what it is a domain over, which is built in or the extension's
 * @param functions name to volatility, the loosest of all overloads
 * @param relations its sequences too
 */
public record Extension(
        String name,
        boolean trusted,
        @Nullable String fixedSchema,
        List<String> requires,
        Set<String> types,
        Map<String, String> domains,
        Map<String, Volatility> functions,
        Set<String> relations,
        Set<String> sequences,
        Set<String> operatorClasses) {
    public Extension {
        requires = List.copyOf(requires);
        types = Set.copyOf(types);
        domains = Map.copyOf(domains);
        functions = Map.copyOf(functions);
        relations = Set.copyOf(relations);
        sequences = Set.copyOf(sequences);
        operatorClasses = Set.copyOf(operatorClasses);
    }

    public Optional<Volatility> volatility(String function) {
        return Optional.ofNullable(functions.get(function));
    }
}
