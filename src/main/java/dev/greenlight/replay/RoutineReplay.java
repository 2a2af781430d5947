package dev.greenlight.replay;

import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Signature;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs statements that define routines, and sends those that run code on. */
final class RoutineReplay {
    private static final Set<String> PARALLEL = Set.of("safe", "restricted", "unsafe");

    private final Execution execution;

    private RoutineReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(RoutineStatement statement, Execution execution) {
        RoutineReplay replay = new RoutineReplay(execution);
        switch (statement) {
            case RoutineStatement.CreateRoutine create -> replay.create(create);
            case RoutineStatement.AlterRoutine alter -> replay.alter(alter);
            case RoutineStatement.CreateAggregate create -> replay.create(create);
            case RoutineStatement.Do block -> new CodeReplay(execution).run(block);
            case RoutineStatement.Call call -> new CodeReplay(execution).call(call);
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(RoutineStatement statement, Execution execution) {
        switch (statement) {
            case RoutineStatement.CreateRoutine create -> assume(create.name().name(), execution);
            case RoutineStatement.CreateAggregate create -> assume(create.name().name(), execution);
            case RoutineStatement.AlterRoutine ignored -> {}
            case RoutineStatement.Do ignored -> {}
            case RoutineStatement.Call ignored -> {}
        }
    }

    private static void assume(String name, Execution execution) {
        execution.doubt(Doubt.ofMade(List.of(name)).and(Doubt.ofGone(List.of(name))));
    }

    /** Its code may call itself. */
    private void create(RoutineStatement.CreateRoutine create) {
        QualifiedName name = execution.names().schemas().creation(create.name());
        requireParallel(create.attributes());
        new HandlerNames(execution)
                .requireLanguage(create.language(), create.name().span());
        new RoutineRules(execution).require(create);
        Routine routine = routine(name, create);
        requireNoArguments(routine, create);
        Optional<Routine> existing = existing(routine);
        existing.ifPresent(old -> new RoutineReplacement(execution)
                .require(old, routine, create.orReplace(), create.name().span()));
        if (create.orReplace()) {
            existing.ifPresent(old -> keepReference(old, create.name().span()));
        }
        execution.change(catalog -> catalog.with(routine));
        RoutineCode code = new RoutineBodies(execution, create).read();
        execution.add(new ObjectOperation.CreateRoutine(routine, existing.orElse(null), code, create.span()));
    }

    /** A word that the grammar does not know (manual CREATE FUNCTION). */
    private void requireParallel(List<Setting> attributes) {
        for (Setting attribute : attributes) {
            if (attribute.name().equals("parallel") && !PARALLEL.contains(attribute.text())) {
                String message = "parameter \"parallel\" must be SAFE, RESTRICTED, or UNSAFE";
                throw execution.reject(SqlState.SYNTAX_ERROR, message, attribute.span());
            }
        }
    }

    private Routine routine(QualifiedName name, RoutineStatement.CreateRoutine create) {
        List<Routine.Argument> arguments = arguments(create.parameters());
        return new Routine(
                name,
                create.type().lowerCaseWords(),
                signature(create, arguments),
                arguments,
                Volatility.valueOf(create.volatility().toUpperCase(Locale.ROOT)),
                needs(create),
                execution.origin(create.span()));
    }

    private List<Routine.Argument> arguments(List<RoutineStatement.Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> new Routine.Argument(
                        Routine.Mode.valueOf(parameter.mode().toUpperCase(Locale.ROOT)),
                        nameOf(parameter),
                        type(parameter.type())))
                .toList();
    }

    /** What a trigger's function in PL/pgSQL is given is in variables of its own (manual 41.10). */
    private void requireNoArguments(Routine routine, RoutineStatement.CreateRoutine create) {
        boolean trigger = routine.returns().is("trigger") || routine.returns().is("event_trigger");
        if (trigger && create.language().equals("sql")) {
            String message =
                    "SQL functions cannot return type " + routine.returns().display();
            throw execution.reject(
                    SqlState.INVALID_FUNCTION_DEFINITION, message, create.name().span());
        }
        if (trigger
                && create.language().equals("plpgsql")
                && !routine.parameters().isEmpty()) {
            String message = "trigger functions cannot have declared arguments";
            throw execution.reject(
                    SqlState.INVALID_FUNCTION_DEFINITION, message, create.name().span());
        }
    }

    private void keepReference(Routine old, Span span) {
        execution.add(new Reference(ObjectType.FUNCTION, old.name(), null, span, old.origin()));
    }

    private static String nameOf(RoutineStatement.Parameter parameter) {
        Name name = parameter.name();
        return name == null ? "" : name.value();
    }

    private Signature signature(RoutineStatement.CreateRoutine create, List<Routine.Argument> arguments) {
        TypeName returns = create.returns();
        List<Signature.Column> table = columns(arguments(create.returnsTable()).stream());
        List<Signature.Column> columns =
                table.isEmpty() ? columns(arguments.stream().filter(Routine.Argument::isOutput)) : table;
        return signature(
                arguments,
                (int) create.inputs().stream()
                        .filter(input -> input.defaultValue() != null)
                        .count(),
                returns == null ? rowOf(columns) : type(returns),
                !table.isEmpty() || returns != null && returns.setOf(),
                columns);
    }

    private static List<Signature.Column> columns(Stream<Routine.Argument> outputs) {
        return outputs.map(output -> new Signature.Column(output.name(), output.type()))
                .toList();
    }

    /** What tells it from others and what a call gives is in its arguments. */
    private static Signature signature(
            List<Routine.Argument> arguments,
            int defaults,
            DataType returns,
            boolean returnsSet,
            List<Signature.Column> columns) {
        List<Routine.Argument> inputs =
                arguments.stream().filter(Routine.Argument::isInput).toList();
        return new Signature(
                inputs.stream().map(Routine.Argument::type).toList(),
                inputs.stream().map(Routine.Argument::name).toList(),
                !inputs.isEmpty() && inputs.getLast().mode() == Routine.Mode.VARIADIC,
                defaults,
                returns,
                returnsSet,
                columns);
    }

    /** One OUT parameter is what is returned, several are a row. */
    private static DataType rowOf(List<Signature.Column> columns) {
        return switch (columns.size()) {
            case 0 -> DataType.UNKNOWN;
            case 1 -> columns.getFirst().type();
            default -> DataType.builtIn("record");
        };
    }

    private DataType type(TypeName name) {
        return Routines.withoutModifiers(execution.names().type(name));
    }

    private Needs needs(RoutineStatement.CreateRoutine create) {
        NeedsBuilder needs = new NeedsBuilder();
        Stream.of(
                        create.parameters().stream().map(RoutineStatement.Parameter::type),
                        create.returnsTable().stream().map(RoutineStatement.Parameter::type),
                        Stream.ofNullable(create.returns()))
                .flatMap(types -> types)
                .map(execution.names()::type)
                .filter(type -> type.isKnown() && !type.isBuiltIn())
                .forEach(type -> needs.type(type.name()));
        needs.all(new RoutineBodies(execution, create).needs());
        return needs.build();
    }

    private Optional<Routine> existing(Routine routine) {
        List<Routine> overloads = execution.catalog().routines(routine.name());
        return overloads.stream()
                .filter(old -> old.parameters().equals(routine.parameters())
                        && old.parameters().stream().allMatch(DataType::isKnown))
                .findFirst();
    }

    /**
     * What an aggregate returns is not kept: it is what its last function returns. It counts as immutable, whatever its
     * functions are ({@code AggregateCreate} in {@code src/backend/catalog/pg_aggregate.c}).
     */
    private void create(RoutineStatement.CreateAggregate create) {
        QualifiedName name = execution.names().schemas().creation(create.name());
        List<Routine.Argument> arguments = arguments(new AggregateRules(execution).require(create));
        Routine aggregate = new Routine(
                name,
                "aggregate",
                signature(arguments, 0, DataType.UNKNOWN, false, List.of()),
                arguments,
                Volatility.IMMUTABLE,
                Needs.NOTHING,
                execution.origin(create.span()));
        Optional<Routine> existing = existing(aggregate);
        existing.ifPresent(old -> new RoutineReplacement(execution)
                .require(old, aggregate, create.orReplace(), create.name().span()));
        execution.change(catalog -> catalog.with(aggregate));
        execution.add(
                new ObjectOperation.CreateRoutine(aggregate, existing.orElse(null), RoutineCode.KNOWN, create.span()));
    }

    private void alter(RoutineStatement.AlterRoutine alter) {
        Optional<Routine> found = new Routines(execution)
                .require(
                        alter.type(),
                        alter.routine().name(),
                        alter.routine().parameters(),
                        alter.routine().span());
        if (found.filter(routine -> routine.kind().equals("procedure")).isPresent()) {
            new RoutineRules(execution).requireForProcedure(alter.attributes());
        }
        requireParallel(alter.attributes());
        found.ifPresent(routine -> volatility(alter.attributes()).ifPresent(volatility -> {
            Routine changed = routine.withVolatility(volatility);
            execution.change(catalog -> catalog.without(routine).with(changed));
        }));
        execution.add(new ObjectOperation.Describe(alter, List.of(), alter.span()));
    }

    private static Optional<Volatility> volatility(List<Setting> attributes) {
        return attributes.stream()
                .map(Setting::name)
                .filter(List.of("immutable", "stable", "volatile")::contains)
                .findFirst()
                .map(name -> Volatility.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
