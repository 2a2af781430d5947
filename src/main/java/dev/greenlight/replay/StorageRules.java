package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.StorageParameters;
import dev.greenlight.postgres.StorageParameters.Kind;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/** Fails with 22023 where a storage parameter is not known, is written twice or has a value that it cannot have. */
final class StorageRules {
    private static final int FOR_PARTITIONED = 16;

    private final Execution execution;

    StorageRules(Execution execution) {
        this.execution = execution;
    }

    /** Those of a table that is not partitioned, with those of what is stored beside it behind {@code toast.}. */
    void requireOfTable(List<Setting> parameters) {
        requireNamespaces(parameters, true);
        requireOnce(parameters);
        for (Setting parameter : parameters) {
            if (parameter.name().startsWith("toast.")) {
                require(Kind.TOAST, parameter, parameter.name().substring("toast.".length()));
            } else if (!parameter.name().equals("oids")) {
                require(Kind.TABLE, parameter, parameter.name());
            }
        }
    }

    /** A partitioned table has none, because it stores nothing. */
    void requireNone(List<Setting> parameters, String table) {
        if (parameters.isEmpty() || parameters.getFirst().name().equals("oids")) {
            return;
        }
        if (execution.version().isAtLeast(FOR_PARTITIONED)) {
            throw execution.reject(
                    SqlState.WRONG_OBJECT_TYPE,
                    "cannot specify storage parameters for a partitioned table",
                    parameters.getFirst().span());
        }
        throw execution.reject(
                SqlState.INVALID_PARAMETER_VALUE,
                "unrecognized parameter \"" + parameters.getFirst().name() + "\" of partitioned table \"" + table
                        + "\"",
                parameters.getFirst().span());
    }

    void requireOfIndex(String method, List<Setting> parameters) {
        StorageParameters.ofMethod(method).ifPresent(kind -> require(kind, parameters));
    }

    void requireOfView(List<Setting> parameters) {
        require(Kind.VIEW, parameters);
    }

    private void require(Kind kind, List<Setting> parameters) {
        requireNamespaces(parameters, false);
        requireOnce(parameters);
        parameters.forEach(parameter -> require(kind, parameter, parameter.name()));
    }

    private void requireNamespaces(List<Setting> parameters, boolean toast) {
        parameters.stream()
                .filter(parameter -> parameter.name().contains("."))
                .filter(parameter -> !toast || !parameter.name().startsWith("toast."))
                .findFirst()
                .ifPresent(parameter -> {
                    String message = "unrecognized parameter namespace \""
                            + parameter.name().split("\\.")[0] + "\"";
                    throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, parameter.span());
                });
    }

    private void requireOnce(List<Setting> parameters) {
        Lists.repeated(parameters, Setting::name).ifPresent(parameter -> {
            String message = "parameter \"" + parameter.name() + "\" specified more than once";
            throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, message, parameter.span());
        });
    }

    private void require(Kind kind, Setting parameter, String name) {
        String text = parameter.value().isEmpty() ? "true" : parameter.text().replace(" ", "");
        boolean filled = parameter.value().stream().noneMatch(token -> token.is(TokenKind.PLACEHOLDER));
        StorageParameters.complaint(kind, name, text, execution.version())
                .filter(complaint -> filled)
                .ifPresent(complaint -> {
                    throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, complaint, parameter.span());
                });
    }
}
