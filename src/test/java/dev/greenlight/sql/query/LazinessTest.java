package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary statements are read without JSqlParser, whose first parse costs more than all else in a short run. */
class LazinessTest {
    private static final String QUERY = "dev.greenlight.sql.Query";
    private static final String EXPRESSION = "dev.greenlight.sql.Expression";

    /** Loads the project's classes anew, and none of JSqlParser's. */
    private static final class WithoutJSqlParser extends URLClassLoader {
        WithoutJSqlParser() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("net.sf.jsqlparser")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(WithoutJSqlParser::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Reads in a fresh class loader, and gives what was read as text. */
    private static String read(String kind, String sql) throws ReflectiveOperationException {
        try (WithoutJSqlParser loader = new WithoutJSqlParser()) {
            return (String) loader.loadClass(ReadElsewhere.class.getName())
                    .getDeclaredMethod("read", String.class, String.class)
                    .invoke(null, kind, sql);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now() + a * lower(b)::int",
                "nextval('s'::regclass)",
                "CASE WHEN a IN (1, 2) THEN b ELSE array[c] END",
                "(CURRENT_DATE AT TIME ZONE 'UTC')::date"
            })
    void an_expression_without_sub_selects(String sql) throws ReflectiveOperationException {
        assertThat(read(EXPRESSION, sql)).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t (a, b) VALUES (1, now()), (2, DEFAULT) ON CONFLICT (a) DO UPDATE SET b = excluded.b",
                "INSERT INTO t SELECT a, b FROM u WHERE c > 1",
                "UPDATE t SET a = lower(b), c = DEFAULT WHERE d = 1 RETURNING a",
                "UPDATE t SET a = u.b FROM u WHERE t.id = u.id",
                "DELETE FROM t USING u WHERE t.id = u.id",
                "SELECT setval('s', 1, false)",
                "SELECT a, count(*) FILTER (WHERE b) FROM t AS x WHERE c LIMIT 1",
                "WITH x AS (SELECT a FROM t) DELETE FROM u WHERE b"
            })
    void a_query_of_one_relation(String sql) throws ReflectiveOperationException {
        assertThat(read(QUERY, sql)).isEqualTo("true");
    }

    @Test
    void a_join_is_not_read_so() {
        assertThatThrownBy(() -> read(QUERY, "SELECT a FROM t JOIN u ON b = c"))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }
}
