package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
        code.forEach(types::look);
        return types.errors;
    }

    private void look(CodeStatement statement) {
        switch (statement) {
            case CodeStatement.Block block -> {
                block.declarations().forEach(this::look);
                block.statements().forEach(this::look);
                block.handlers().forEach(handler -> handler.statements().forEach(this::look));
            }
            case CodeStatement.If condition -> look(condition.branches(), condition.otherwise());
            case CodeStatement.Case choice ->
                look(choice.branches(), choice.otherwise() == null ? List.of() : choice.otherwise());
            case CodeStatement.Loop loop -> loop.statements().forEach(this::look);
            case CodeStatement.Assignment ignored -> {}
            case CodeStatement.Leave ignored -> {}
            case CodeStatement.Return ignored -> {}
            case CodeStatement.ReturnNext ignored -> {}
            case CodeStatement.ReturnQuery ignored -> {}
            case CodeStatement.ReturnExecute ignored -> {}
            case CodeStatement.Raise ignored -> {}
            case CodeStatement.Assert ignored -> {}
            case CodeStatement.Perform ignored -> {}
            case CodeStatement.Sql ignored -> {}
            case CodeStatement.Execute ignored -> {}
            case CodeStatement.GetDiagnostics ignored -> {}
            case CodeStatement.Open ignored -> {}
            case CodeStatement.UseCursor ignored -> {}
            case CodeStatement.EndTransaction ignored -> {}
            case CodeStatement.Nothing ignored -> {}
        }
    }

    private void look(List<CodeStatement.Branch> branches, List<CodeStatement> otherwise) {
        Stream.concat(branches.stream().flatMap(branch -> branch.statements().stream()), otherwise.stream())
                .forEach(this::look);
    }

    private void look(Declaration declaration) {
        if (declaration instanceof Declaration.Variable variable) {
            try {
                look(variable, frame.execution(begin));
            } catch (Rejected rejected) {
                errors.add(frame.raised(rejected, frame.code().file(), begin).error());
            }
        }
        variables.add(declaration.name().value());
    }

    private void look(Declaration.Variable variable, Execution execution) {
        TypeName type = variable.type();
        if (type.percentType()) {
            column(type.name().parts(), execution);
        } else if (variable.rowType()) {
            relation(type.name(), execution);
        } else {
            execution.names().type(type);
        }
    }

    /** {@code table.column%TYPE}; what stands before {@code %TYPE} may be another variable, or a field of one. */
    private void column(List<Name> parts, Execution execution) {
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
