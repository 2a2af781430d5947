package dev.greenlight.migration;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as popx reads it ({@code parseMigrationFilename} of its match.go), such as
 * {@code 20240131120000000000_title.postgres.autocommit.up.sql}.
 *
 * @param dialect the database that the file is for; empty if for all that have no file of their own
 * @param autocommit whether it runs outside of a transaction
 */
record PopxName(String version, String title, String dialect, boolean autocommit, Direction direction) {
    private static final Pattern NAME =
            Pattern.compile("([0-9]+)_([^.]+?)(?:\\.(?!autocommit\\.)([a-z0-9]+))?(\\.autocommit)?\\.(up|down)\\.sql");

    private static final Set<String> POSTGRES = Set.of("postgres", "postgresql", "pg");
    private static final Set<String> OTHERS =
            Set.of("cockroach", "cockroachdb", "crdb", "mariadb", "mysql", "sqlite", "sqlite3");

    static Optional<PopxName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String dialect = Optional.ofNullable(matcher.group(3)).orElse("");
        Direction direction = matcher.group(5).equals("up") ? Direction.UP : Direction.DOWN;
        return Optional.of(
                new PopxName(matcher.group(1), matcher.group(2), dialect, matcher.group(4) != null, direction));
    }

    boolean isForPostgres() {
        return POSTGRES.contains(dialect);
    }

    boolean isForAll() {
        return dialect.isEmpty();
    }

    /** Whether no other tool names a file so. */
    boolean isTelling() {
        return autocommit || isForPostgres() || OTHERS.contains(dialect);
    }
}
