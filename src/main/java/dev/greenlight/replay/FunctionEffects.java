package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.Extension;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import java.util.List;
import java.util.Optional;

/** What calling a function may do besides giving a value (manual 36.7). */
final class FunctionEffects {
    private final Execution execution;

    FunctionEffects(Execution execution) {
        this.execution = execution;
    }

    /** A routine of the history that is volatile, or one that nobody here knows, may run any SQL. */
    boolean mayChangeAnything(FunctionCall call) {
        if (call.grammar()) {
            return false;
        }
        ObjectName name = call.name();
        List<QualifiedName> candidates = execution.names().schemas().candidates(name);
        Optional<List<Routine>> own = candidates.stream()
                .map(execution.catalog()::routines)
                .filter(routines -> !routines.isEmpty())
                .findFirst();
        if (own.isPresent()) {
            return own.get().stream().anyMatch(FunctionEffects::mayChange);
        }
        boolean system = name.schema().map(Schemas::isSystem).orElse(true);
        boolean builtIn = system && BuiltInFunctions.exists(name.name());
        return !builtIn && isUnknownOrActing(call);
    }

    /** A volatile function of an extension that is given a name may change what the name stands for. */
    private static boolean isUnknownOrActing(FunctionCall call) {
        List<Extension> extensions = Extensions.withFunction(call.name().name());
        boolean isVolatile = extensions.stream()
                .flatMap(extension -> extension.volatility(call.name().name()).stream())
                .anyMatch(volatility -> volatility == Volatility.VOLATILE);
        boolean named = call.arguments().stream()
                .map(FunctionCall.Argument::constant)
                .anyMatch(constant -> constant != null && !constant.is(TokenKind.INTEGER));
        return extensions.isEmpty() || isVolatile && named;
    }

    private static boolean mayChange(Routine routine) {
        return routine.volatility() == Volatility.VOLATILE && !routine.kind().equals("aggregate");
    }
}
