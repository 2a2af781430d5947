package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathUriTest {
    @ParameterizedTest
    @CsvSource({
        "'', db/V1__orders.sql, db/V1__orders.sql",
        "services/billing/, db/V1.sql, services/billing/db/V1.sql",
        "services/billing/, ../shipping/V1.sql, services/shipping/V1.sql",
        "services/, ../../V1.sql, ../V1.sql",
        "'', ./db//V1.sql, db/V1.sql",
        "a b/, 100% größer/#1?.sql, a%20b/100%25%20gr%C3%B6%C3%9Fer/%231%3F.sql",
        "'', c:d.sql, c%3Ad.sql",
        "'', 'a\nb<c>.sql', a%0Ab%3Cc%3E.sql",
        "services/, /srv/db/V 1.sql, file:///srv/db/V%201.sql",
        "services/, C:/db/V1.sql, file:///C:/db/V1.sql",
    })
    void a_path_is_a_uri_relative_to_the_root(String root, String path, String uri) {
        assertThat(PathUri.of(root, path)).isEqualTo(uri);
    }
}
