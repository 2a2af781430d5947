package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeWalk;
import dev.greenlight.sql.plpgsql.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks up the types of the variables that code declares, which PL/pgSQL does for the code as a whole before any of it
 * runs (pl_gram.y, decl_datatype; manual 41.3.3 and 41.3.4).
 */
final class DeclaredTypes {
    private final CodeFrame frame;
    private final CodeState begin;
    private final Set<String> variables = new TreeSet<>();
    private final List<SqlError> errors = new ArrayList<>();

    private DeclaredTypes(CodeFrame frame, CodeState begin) {
        this.frame = frame;
        this.begin = begin;
        variables.addAll(begin.variables().values().keySet());
    }

    /** Types that are not there. */
    static List<SqlError> errors(List<CodeStatement> code, CodeFrame frame, CodeState begin) {
        DeclaredTypes types = new DeclaredTypes(frame, begin);
        CodeWalk.of(code)
                .filter(CodeStatement.Block.class::isInstance)
                .flatMap(block -> ((CodeStatement.Block) block).declarations().stream())
                .forEach(types::look);
        return types.errors;
    }

    private void look(Declaration declaration) {
        if (declaration instanceof Declaration.Variable variable) {
            try {
                require(variable, variables, frame.execution(begin));
            } catch (Rejected rejected) {
                errors.add(frame.raised(rejected, frame.code().file(), begin).error());
            }
        }
        variables.add(declaration.name().value());
    }

    /**
     * Throws {@link Rejected} where the type, table or column is not there.
     *
     * @param variables the names of those that are declared already
     */
    static void require(Declaration.Variable variable, Set<String> variables, Execution execution) {
        TypeName type = variable.type();
        if (type.percentType()) {
            declaredAs(type, variables, execution);
        } else if (variable.rowType()) {
            relation(type.name(), execution);
        } else {
            execution.names().type(type);
        }
    }

    /** What cannot be found was no type's name before 17, and a mistake in the syntax. */
    private static void declaredAs(TypeName type, Set<String> variables, Execution execution) {
        try {
            column(type.name().parts(), variables, execution);
        } catch (Rejected rejected) {
            if (execution.version().isAtLeast(17)) {
                throw rejected;
            }
            SqlError error = rejected.error();
            throw new Rejected(new SqlError(
                    SqlState.SYNTAX_ERROR, error.message(), error.span(), error.missing(), error.tooOld()));
        }
    }

    /** {@code table.column%TYPE}; what stands before {@code %TYPE} may be another variable, or a field of one. */
    private static void column(List<Name> parts, Set<String> variables, Execution execution) {
        if (parts.size() < 2 || variables.contains(parts.getFirst().value())) {
            return;
        }
        ObjectName table = new ObjectName(parts.subList(0, parts.size() - 1));
        if (!execution.names().isSystem(table) && execution.names().queried(table) instanceof Table found) {
            execution.names().column(found, parts.getLast());
        }
    }

    private static void relation(ObjectName name, Execution execution) {
        if (!execution.names().isSystem(name)) {
            execution.names().queried(name);
        }
    }
}
