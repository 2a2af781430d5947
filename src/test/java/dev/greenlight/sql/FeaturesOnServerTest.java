package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.Span;
import dev.greenlight.sql.feature.Feature;
import dev.greenlight.sql.feature.Features;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came with which version: asked of a server of each. */
@Tag("postgres")
class FeaturesOnServerTest {

    @ParameterizedTest
    @ValueSource(ints = {12, 13, 14, 15, 16, 17, 18})
    void a_server_parses_what_needs_no_newer_one_and_fails_where_the_form_stands(int version) {
        Set<String> misread = misread();
        assertThat(statements()
                        .filter(Predicate.not(misread::contains))
                        .flatMap(sql -> disagreement(version, sql).stream()))
                .isEmpty();
    }

    @Test
    void what_is_listed_as_misread_is() {
        assertThat(misread())
                .allSatisfy(sql -> assertThat(disagreement(14, sql)).as(sql).isPresent())
                .allSatisfy(sql -> assertThat(disagreement(15, sql)).as(sql).isEmpty());
    }

    private static Set<String> misread() {
        return StatementLines.of("versions-misread.txt").collect(Collectors.toSet());
    }

    /** ALTER COLUMN … SET DEFAULT takes any expression. */
    private static Stream<String> statements() {
        return Stream.of(
                        StatementLines.accepted(),
                        StatementLines.of("versions.txt"),
                        StatementLines.of("expressions.txt")
                                .map("ALTER TABLE t ALTER COLUMN c SET DEFAULT %s, DROP COLUMN d"::formatted))
                .flatMap(sql -> sql);
    }

    private static Optional<String> disagreement(int version, String sql) {
        StatementText text = Parsing.text(sql);
        Statement statement = Parser.parse(text);
        if (statement instanceof Unread unread) {
            return Optional.of(sql + ": " + unread);
        }
        Optional<ServerError> error = Oracle.postgres(version).syntax(sql);
        Optional<Feature> newer = Features.missingFrom(new PostgresVersion(version), statement, text.tokens()).stream()
                .filter(Predicate.not(Feature::parsed))
                .findFirst();
        boolean agree = error.isPresent() == newer.isPresent()
                && (error.isEmpty()
                        || touches(newer.orElseThrow().span(), error.get().offset()));
        return agree ? Optional.empty() : Optional.of(sql + ": " + error + " but " + newer);
    }

    /** The end of the text is the place where something is missing. */
    private static boolean touches(Span span, int offset) {
        return span.start() <= offset && offset <= span.end();
    }
}
