package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.Declaration;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows code in PL/pgSQL (manual 41) on the catalog. A condition that the catalog decides is decided; at another one
 * both ways are gone, and behind them there is what either leads to, in doubt as far as they differ. An error fails the
 * code only where each way leads to one. What depends on rows is taken to succeed.
 */
final class CodeRun {
    private final CodeFrame frame;
    private final CodeSql sql;
    private final DynamicSql dynamic;
    private final CodeBranches branches;
    private final CodeLoops loops;

    CodeRun(CodeFrame frame) {
        this.frame = frame;
        this.sql = new CodeSql(frame);
        this.dynamic = new DynamicSql(frame, sql);
        this.branches = new CodeBranches(frame, this, sql);
        this.loops = new CodeLoops(frame, this, sql, dynamic);
    }

    CodeFlow statements(List<CodeStatement> statements, CodeState from) {
        CodeState state = from;
        List<CodeExit> exits = new ArrayList<>();
        for (CodeStatement statement : statements) {
            if (!frame.ledger().spend()) {
                break;
            }
            CodeFlow flow = statement(statement, state);
            exits.addAll(flow.exits());
            if (flow.next() == null) {
                return new CodeFlow(null, exits);
            }
            state = flow.next();
        }
        return new CodeFlow(state, exits);
    }

    private CodeFlow statement(CodeStatement statement, CodeState state) {
        return switch (statement) {
            case CodeStatement.Block block -> block(block, state);
            case CodeStatement.Assignment assignment -> sql.assign(assignment, state);
            case CodeStatement.If condition -> branches.run(condition, state);
            case CodeStatement.Case choice -> branches.run(choice, state);
            case CodeStatement.Loop loop -> loops.run(loop, state);
            case CodeStatement.Leave leave -> leave(leave, state);
            case CodeStatement.Return result -> result(result, state);
            case CodeStatement.ReturnNext next -> sql.evaluate(next.value(), state);
            case CodeStatement.ReturnQuery query -> sql.returnQuery(query, state);
            case CodeStatement.ReturnExecute execute ->
                dynamic.execute(execute.text(), execute.using(), List.of(), execute.span(), state);
            case CodeStatement.Raise raise -> new CodeRaise(frame, sql).run(raise, state);
            case CodeStatement.Assert check -> check(check, state);
            case CodeStatement.Perform perform -> sql.perform(perform, state);
            case CodeStatement.Sql one -> sql.run(one.statement(), one.span(), one.into(), state);
            case CodeStatement.Execute execute ->
                dynamic.execute(execute.text(), execute.using(), execute.into(), execute.span(), state);
            case CodeStatement.GetDiagnostics get -> CodeFlow.on(CodeTargets.forget(get.targets(), state));
            case CodeStatement.Open open -> sql.open(open, state);
            case CodeStatement.UseCursor use -> CodeFlow.on(CodeTargets.forget(use.into(), state));
            case CodeStatement.EndTransaction ignored -> CodeFlow.on(state);
            case CodeStatement.Nothing ignored -> CodeFlow.on(state);
        };
    }

    CodeFlow block(CodeStatement.Block block, CodeState state) {
        List<String> names =
                block.declarations().stream().map(one -> one.name().value()).toList();
        return declare(block, state).then(begin -> leaving(block, body(block, begin), state.variables(), names));
    }

    private CodeFlow body(CodeStatement.Block block, CodeState begin) {
        int mark = frame.ledger().mark();
        CodeFlow flow = statements(block.statements(), begin);
        return block.handlers().isEmpty()
                ? flow
                : new CodeHandlers(this, frame).handle(block.handlers(), begin.database(), flow, mark);
    }

    /** EXIT with the block's label ends it; what it declared is not seen behind it. */
    private static CodeFlow leaving(
            CodeStatement.Block block, CodeFlow flow, CodeVariables outer, List<String> declared) {
        CodeState next = flow.next();
        List<CodeExit> exits = new ArrayList<>();
        for (CodeExit exit : flow.exits()) {
            boolean ends = exit instanceof CodeExit.Left left
                    && left.label() != null
                    && block.label() != null
                    && left.label().equals(block.label().value());
            if (ends) {
                next = CodeFlow.join(next, exit.state());
            } else {
                exits.add(exit);
            }
        }
        CodeState left = next == null ? null : next.with(next.variables().leaving(outer, declared));
        return new CodeFlow(left, exits);
    }

    private CodeFlow declare(CodeStatement.Block block, CodeState state) {
        CodeFlow declared = CodeFlow.on(
                block.label() == null
                        ? state
                        : state.with(state.variables().withLabel(block.label().value())));
        for (Declaration declaration : block.declarations()) {
            declared = declared.then(here -> declare(declaration, here));
        }
        return declared;
    }

    private CodeFlow declare(Declaration declaration, CodeState state) {
        String name = declaration.name().value();
        return switch (declaration) {
            case Declaration.Variable variable -> sql.declare(variable, state);
            case Declaration.Alias alias -> {
                Value value = state.variables().value(alias.of().value());
                yield CodeFlow.on(state.with(state.variables()
                        .with(
                                name,
                                value == null
                                        ? new Value.Unknown(
                                                "the parameter " + alias.of().value())
                                        : value)));
            }
            case Declaration.BoundCursor ignored ->
                CodeFlow.on(state.with(state.variables().with(name, new Value.Unknown("a cursor"))));
        };
    }

    private CodeFlow leave(CodeStatement.Leave leave, CodeState state) {
        String label = leave.label() == null ? null : leave.label().value();
        CodeFlow left = CodeFlow.out(new CodeExit.Left(leave.goesOn(), label, state));
        if (leave.condition() == null) {
            return left;
        }
        return switch (Truth.of(frame.value(leave.condition(), state))) {
            case TRUE -> left;
            case FALSE -> CodeFlow.on(state);
            case UNKNOWN -> left.or(CodeFlow.on(state));
        };
    }

    private CodeFlow result(CodeStatement.Return result, CodeState state) {
        return sql.evaluate(result.value(), state).then(here -> CodeFlow.out(new CodeExit.Returned(here)));
    }

    private CodeFlow check(CodeStatement.Assert check, CodeState state) {
        CodeFlow evaluated = sql.evaluate(check.condition(), state);
        return evaluated.next() == null || Truth.of(frame.value(check.condition(), state)) != Truth.FALSE
                ? evaluated
                : CodeFlow.out(frame.raised(SqlState.ASSERT_FAILURE, "assertion failed", check.span(), state));
    }
}
