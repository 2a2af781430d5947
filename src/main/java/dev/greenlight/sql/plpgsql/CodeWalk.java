package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.plpgsql.CodeStatement.Branch;
import java.util.List;
import java.util.stream.Stream;

/** All statements of some code, each before those in it. */
public final class CodeWalk {
    private CodeWalk() {}

    public static Stream<CodeStatement> of(List<CodeStatement> code) {
        return code.stream().flatMap(statement -> Stream.concat(Stream.of(statement), of(within(statement))));
    }

    private static List<CodeStatement> within(CodeStatement statement) {
        return switch (statement) {
            case CodeStatement.Block block ->
                Stream.concat(
                                block.statements().stream(),
                                block.handlers().stream().flatMap(handler -> handler.statements().stream()))
                        .toList();
            case CodeStatement.If condition -> branches(condition.branches(), condition.otherwise());
            case CodeStatement.Case choice ->
                branches(choice.branches(), choice.otherwise() == null ? List.of() : choice.otherwise());
            case CodeStatement.Loop loop -> loop.statements();
            case CodeStatement.Assignment ignored -> List.of();
            case CodeStatement.Leave ignored -> List.of();
            case CodeStatement.Return ignored -> List.of();
            case CodeStatement.ReturnNext ignored -> List.of();
            case CodeStatement.ReturnQuery ignored -> List.of();
            case CodeStatement.ReturnExecute ignored -> List.of();
            case CodeStatement.Raise ignored -> List.of();
            case CodeStatement.Assert ignored -> List.of();
            case CodeStatement.Perform ignored -> List.of();
            case CodeStatement.Sql ignored -> List.of();
            case CodeStatement.Execute ignored -> List.of();
            case CodeStatement.GetDiagnostics ignored -> List.of();
            case CodeStatement.Open ignored -> List.of();
            case CodeStatement.UseCursor ignored -> List.of();
            case CodeStatement.EndTransaction ignored -> List.of();
            case CodeStatement.Nothing ignored -> List.of();
        };
    }

    private static List<CodeStatement> branches(List<Branch> branches, List<CodeStatement> otherwise) {
        return Stream.concat(branches.stream().flatMap(branch -> branch.statements().stream()), otherwise.stream())
                .toList();
    }
}
