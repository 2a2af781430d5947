package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the routine that DROP, ALTER, COMMENT and GRANT name, with or without its parameters (manual DROP FUNCTION). */
final class Routines {
    private final Execution execution;

    Routines(Execution execution) {
        this.execution = execution;
    }

    /** {@code function f(integer,text)}. */
    static String words(QualifiedName name, List<DataType> parameters) {
        return "function " + name.display() + words(parameters);
    }

    /** {@code (integer,text)}. */
    static String words(List<DataType> parameters) {
        return parameters.stream().map(DataType::display).collect(Collectors.joining(",", "(", ")"));
    }

    static DataType withoutModifiers(DataType type) {
        return new DataType(type.name(), List.of(), type.array());
    }

    /**
     * The routine; empty where one may be there that the history does not show. Fails with 42883 if there is none,
     * 42725 if a bare name has several, 42809 if it is of another kind.
     */
    Optional<Routine> require(
            ObjectType type, ObjectName name, @Nullable List<RoutineStatement.Parameter> parameters, Span span) {
        Optional<Routine> found = find(type, name, parameters, span);
        if (found.isEmpty() && !mayExist(name)) {
            throw missing(type, name, parameters, span);
        }
        return found;
    }

    /** As {@link #require}, but empty where there is certainly none too. */
    Optional<Routine> find(
            ObjectType type, ObjectName name, @Nullable List<RoutineStatement.Parameter> parameters, Span span) {
        List<Routine> overloads = overloads(name);
        List<Routine> matching = parameters == null ? ofKind(overloads, type) : matching(overloads, parameters, type);
        if (parameters == null && matching.size() > 1) {
            requireUnique(type, name, span);
        }
        boolean clear = matching.size() == 1
                || parameters != null
                        && matching.stream()
                                .allMatch(
                                        routine -> routine.parameters().stream().allMatch(DataType::isKnown));
        if (matching.isEmpty() || !clear) {
            return Optional.empty();
        }
        Routine routine = matching.getFirst();
        requireKind(routine, type, span);
        execution.add(new Reference(type, routine.name(), null, span, routine.origin()));
        return Optional.of(routine);
    }

    private List<Routine> overloads(ObjectName name) {
        List<Routine> overloads = new ArrayList<>();
        for (QualifiedName candidate : execution.names().schemas().candidates(name)) {
            overloads.addAll(execution.catalog().routines(candidate));
        }
        return overloads;
    }

    private static List<Routine> ofKind(List<Routine> routines, ObjectType type) {
        return routines.stream().filter(routine -> isOfKind(routine, type)).toList();
    }

    private static boolean isOfKind(Routine routine, ObjectType type) {
        return type == ObjectType.ROUTINE || routine.kind().equals(type.lowerCaseWords());
    }

    /** Of a procedure OUT parameters may be named too, which are not kept; then its name has to do. */
    private List<Routine> matching(List<Routine> overloads, List<RoutineStatement.Parameter> written, ObjectType type) {
        List<DataType> parameters = inputTypes(written);
        List<Routine> exact = overloads.stream()
                .filter(routine -> mayBe(routine.parameters(), parameters))
                .toList();
        if (exact.size() == 1 || type == ObjectType.FUNCTION) {
            return exact;
        }
        List<Routine> lenient = overloads.stream()
                .filter(routine -> routine.kind().equals("procedure"))
                .toList();
        return exact.isEmpty() && lenient.size() == 1 ? lenient : exact;
    }

    /** The types that tell a routine from others of its name (manual 36.6). */
    List<DataType> inputTypes(List<RoutineStatement.Parameter> parameters) {
        return parameters.stream()
                .filter(RoutineStatement.Parameter::isInput)
                .map(parameter -> withoutModifiers(execution.names().type(parameter.type())))
                .toList();
    }

    /** Whether the types are the same as far as they are known. */
    static boolean mayBe(List<DataType> some, List<DataType> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            boolean known = some.get(i).isKnown() && others.get(i).isKnown();
            if (known && !some.get(i).equals(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void requireUnique(ObjectType type, ObjectName name, Span span) {
        if (!execution.mayBeGone(ObjectType.FUNCTION, name.name())) {
            String message = type.lowerCaseWords() + " name \"" + name + "\" is not unique";
            throw execution.reject(SqlState.AMBIGUOUS_FUNCTION, message, span);
        }
    }

    private void requireKind(Routine routine, ObjectType type, Span span) {
        if (!isOfKind(routine, type)) {
            String words = routine.name().display() + words(routine.parameters());
            String message = type == ObjectType.AGGREGATE
                    ? "function " + words + " is not an aggregate"
                    : words + " is not a " + type.lowerCaseWords();
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
    }

    /** Whether a routine that the history did not make may be there: built in, an extension's or somebody else's. */
    boolean mayExist(ObjectName name) {
        List<QualifiedName> candidates = execution.names().schemas().candidates(name);
        ExtensionNames extensions = new ExtensionNames(execution);
        return execution.mayExist(ObjectType.FUNCTION, name.name())
                || candidates.stream().anyMatch(candidate -> Schemas.isSystem(candidate.schema()))
                        && BuiltInFunctions.exists(name.name())
                || candidates.stream().anyMatch(candidate -> isUnclear(candidate))
                || execution.premises().assumes(name.schema().isPresent(), candidates)
                || extensions.function(candidates).isPresent()
                || extensions.mayBringFunction(name.name());
    }

    /** Several routines of the name are there, of which none is known to be the one. */
    private boolean isUnclear(QualifiedName candidate) {
        return execution.catalog().routines(candidate).stream()
                .flatMap(routine -> routine.parameters().stream())
                .anyMatch(type -> !type.isKnown());
    }

    private Rejected missing(
            ObjectType type, ObjectName name, @Nullable List<RoutineStatement.Parameter> parameters, Span span) {
        if (name.schema().isPresent()) {
            execution.names().schemas().require(name.parts().get(name.parts().size() - 2));
        }
        String kind = type.lowerCaseWords();
        String message = parameters == null
                ? "could not find a " + kind + " named \"" + name + "\""
                : kind + " " + name + words(inputTypes(parameters)) + " does not exist";
        Missing missing = new Missing(type, execution.names().schemas().likely(name), null);
        return execution.rejectMissing(SqlState.UNDEFINED_FUNCTION, message, span, missing);
    }
}
