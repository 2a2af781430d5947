package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.ManualPage;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TransactionStatement;
import dev.greenlight.sql.Unread;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That the matrix leaves nothing out: of the tree of statements and actions, and of the manual. */
class LockMatrixCompletenessTest {
    /** What changes no object's definition: its locks are in {@code rows.sql}, or there are none. */
    private static final List<Class<?>> NO_DEFINITION =
            List.of(DataStatement.class, SessionStatement.class, TransactionStatement.class, Unread.class);

    /** What the titles of such pages of the manual begin with that tell of definitions, rights and upkeep. */
    private static final String DEFINITION =
            "(ALTER|CREATE|DROP|COMMENT|GRANT|REVOKE|REASSIGN|TRUNCATE|LOCK|REINDEX|REFRESH|CLUSTER|VACUUM|ANALYZE|IMPORT"
                    + "|SECURITY)\\b.*";

    @Test
    void each_statement_and_each_action_has_a_row() {
        Set<Class<?>> tried = new HashSet<>();
        statements().forEach(statement -> collect(statement, tried));
        List<String> missing = Stream.of(Statement.class, AlterTableAction.class)
                .flatMap(LockMatrixCompletenessTest::records)
                .filter(type -> !tried.contains(type))
                .map(Class::getName)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void each_definition_of_the_manual_has_a_row() {
        Set<String> kinds = statements().map(Statement::kind).collect(Collectors.toSet());
        List<String> missing = ManualPage.all().stream()
                .filter(page -> page.title().matches(DEFINITION))
                .filter(page -> page.kinds().stream().noneMatch(kinds::contains))
                .map(ManualPage::title)
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void there_are_hundreds_of_cells_and_each_row_tells_apart() {
        List<MatrixRow> rows = MatrixRow.all();
        assertThat(rows.stream().flatMap(MatrixRow::cells)).hasSizeGreaterThan(350);
        assertThat(rows.stream().map(row -> row.before() + row.sql())).doesNotHaveDuplicates();
    }

    private static Stream<Statement> statements() {
        return MatrixRow.all().stream()
                .map(row -> new MatrixCell(row, MatrixKind.PLAIN).sql())
                .flatMap(sql -> Splitter.split(sql, new Span(0, sql.length())).stream())
                .map(Parser::parse);
    }

    /** The kinds of a statement, and those of the actions that stand beside them. */
    private static Stream<Class<?>> records(Class<?> type) {
        if (NO_DEFINITION.contains(type)) {
            return Stream.empty();
        }
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        Stream<Class<?>> actions = Stream.of(type.getDeclaredClasses()).filter(Class::isSealed);
        return Stream.concat(Stream.of(type.getPermittedSubclasses()), actions)
                .flatMap(LockMatrixCompletenessTest::records);
    }

    /** A part of the tree with all that is in it. */
    private static void collect(Object part, Set<Class<?>> types) {
        if (part instanceof Collection<?> parts) {
            parts.forEach(one -> collect(one, types));
        } else if (part instanceof Record && part.getClass().getPackageName().equals("dev.greenlight.sql")) {
            types.add(part.getClass());
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                collect(value(component, part), types);
            }
        }
    }

    private static Object value(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(of);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
