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
 */
public record Routine(
        QualifiedName name,
        String kind,
        List<DataType> parameters,
        Volatility volatility,
        @Nullable Origin origin) {
    public Routine {
        parameters = List.copyOf(parameters);
    }
}
