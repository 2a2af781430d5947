package dev.greenlight.replay;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.StringConstant;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Setting;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is written behind the keys of an index and behind all of them, as {@code pg_get_indexdef} writes it. */
final class IndexOptions {
    private IndexOptions() {}

    static String of(IndexElement element) {
        return named(" COLLATE ", element.collation()) + named(" ", element.operatorClass()) + order(element);
    }

    private static String named(String before, @Nullable ObjectName name) {
        return name == null
                ? ""
                : before
                        + name.parts().stream()
                                .map(part -> Identifiers.quote(part.value()))
                                .filter(part -> !part.equals(Schemas.SYSTEM))
                                .collect(Collectors.joining("."));
    }

    /** Nulls come last where the order is ascending, and first where it is not (manual CREATE INDEX). */
    private static String order(IndexElement element) {
        boolean descending = "desc".equals(element.order());
        boolean first = element.nulls() == null ? descending : element.nulls().equals("first");
        String nulls = first ? " NULLS FIRST" : " NULLS LAST";
        return (descending ? " DESC" : "") + (first == descending ? "" : nulls);
    }

    static String of(Setting parameter) {
        String value = parameter.text();
        boolean word = Identifiers.quote(value).equals(value);
        return parameter.name() + "=" + (word ? value : StringConstant.of(value));
    }
}
