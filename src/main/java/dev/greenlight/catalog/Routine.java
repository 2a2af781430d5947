package dev.greenlight.catalog;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Volatility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure or aggregate; it is known by its name and the types of its input parameters (manual 36.6).
 *
 * @param kind in PostgreSQL's words: {@code function}, {@code procedure} or {@code aggregate}
 * @param parameters without modifiers, which PostgreSQL does not keep
 * @param parameterNames one for each parameter; empty for one without a name
 * @param returns {@link DataType#UNKNOWN} for procedures and where it is not known
 * @param needs the types of its signature, and what a body that is not a string names (manual CREATE FUNCTION)
 */
public record Routine(
        QualifiedName name,
        String kind,
        List<DataType> parameters,
        List<String> parameterNames,
        DataType returns,
        Volatility volatility,
        Needs needs,
        @Nullable Origin origin) {
    public Routine {
        parameters = List.copyOf(parameters);
        parameterNames = List.copyOf(parameterNames);
    }
}
