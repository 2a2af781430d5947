package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the routines that calls name, and the sequences that they name in a string. A routine that is not found is none
 * that the history made: it is built in or somebody else's, or {@link QueryTypes} misses it.
 */
final class RoutineNames {
    private static final Set<String> ON_SEQUENCES = Set.of("nextval", "setval", "currval");

    private final Execution execution;

    RoutineNames(Execution execution) {
        this.execution = execution;
    }

    /** The routine that a call may mean, if the history or an installed extension made one of that name. */
    Optional<QualifiedName> called(FunctionCall call) {
        if (call.grammar() || isBuiltIn(call)) {
            return Optional.empty();
        }
        return found(call.name(), call.name().span())
                .or(() -> new ExtensionNames(execution)
                        .function(execution.names().schemas().candidates(call.name())));
    }

    /** Without arguments there is nothing that could make another one of the same name fit better (manual 10.3). */
    private boolean isBuiltIn(FunctionCall call) {
        boolean system = execution.names().schemas().candidates(call.name()).stream()
                .map(QualifiedName::schema)
                .filter(schema -> !schema.equals(Schemas.TEMPORARY))
                .findFirst()
                .filter(Schemas.SYSTEM::equals)
                .isPresent();
        return system
                && call.arguments().isEmpty()
                && BuiltInFunctions.exists(call.name().name(), execution.version());
    }

    /** As {@link #called}, for a name that stands without arguments. */
    Optional<QualifiedName> found(ObjectName name, Span span) {
        Optional<QualifiedName> found = execution.names().schemas().candidates(name).stream()
                .filter(candidate -> !execution.catalog().routines(candidate).isEmpty())
                .findFirst();
        found.ifPresent(routine -> keep(execution.catalog().routines(routine), span));
        return found;
    }

    /** Whether a routine may be called by writing its name behind a row and a dot (manual 36.5.3). */
    boolean exists(String name) {
        return execution
                .catalog()
                .routines()
                .anyMatch(routine -> routine.name().name().equals(name));
    }

    private void keep(List<Routine> overloads, Span span) {
        Routine routine = overloads.getLast();
        execution.add(new Reference(ObjectType.FUNCTION, routine.name(), null, span, routine.origin()));
    }

    /** The sequence that a call of {@code nextval} and its kin names (manual 9.17). */
    Optional<Relation> sequence(FunctionCall call) {
        boolean plain = call.name().schema().map(Schemas::isSystem).orElse(true);
        if (!plain || !ON_SEQUENCES.contains(call.name().name()) || isText(call)) {
            return Optional.empty();
        }
        return call.constant(0)
                .flatMap(text -> parsed(text, call.arguments().getFirst().span()))
                .flatMap(name -> {
                    Optional<Relation> found = execution.names().relationIfExists(name, ObjectType.SEQUENCE);
                    if (found.isEmpty()) {
                        throw execution.names().missing(name, ObjectType.SEQUENCE);
                    }
                    return found;
                });
    }

    /** Only as a {@code regclass} is the name looked up when the statement is read and not when it runs. */
    private boolean isText(FunctionCall call) {
        return !call.arguments().isEmpty()
                && execution.text(call.arguments().getFirst().span()).contains("::text");
    }

    /** The name in a string that is cast to {@code regclass} (manual 8.19). */
    private static Optional<ObjectName> parsed(String text, Span at) {
        List<Token> tokens = Lexer.tokenize(text, new Span(0, text.length()));
        List<Name> parts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean dot = i % 2 == 1;
            if (dot ? !token.is(TokenKind.DOT) : !isName(token)) {
                return Optional.empty();
            }
            if (!dot) {
                parts.add(new Name(token.value(), at));
            }
        }
        return parts.isEmpty() || parts.size() > 3 ? Optional.empty() : Optional.of(new ObjectName(parts));
    }

    private static boolean isName(Token token) {
        return token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
    }
}
