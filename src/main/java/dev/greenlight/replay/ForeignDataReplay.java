package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.NamedObject.Kind;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.ForeignDataStatement.WrapperFunction;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements about foreign data in the order of {@code foreigncmds.c}. An object's parts are the names of its
 * options. Which options a wrapper takes and which tables an import brings only the wrapper knows.
 */
final class ForeignDataReplay {
    private static final int WITH_VERB = 3;

    private final Execution execution;
    private final NamedObjects objects;

    private ForeignDataReplay(Execution execution) {
        this.execution = execution;
        this.objects = new NamedObjects(execution);
    }

    static void apply(ForeignDataStatement statement, Execution execution) {
        ForeignDataReplay replay = new ForeignDataReplay(execution);
        switch (statement) {
            case ForeignDataStatement.CreateWrapper create -> replay.create(create);
            case ForeignDataStatement.AlterWrapper alter -> replay.alter(alter);
            case ForeignDataStatement.CreateServer create -> replay.create(create);
            case ForeignDataStatement.AlterServer alter ->
                replay.alter(replay.objects.require(Kind.SERVER, alter.name()), alter.options());
            case ForeignDataStatement.CreateUserMapping create -> replay.create(create);
            case ForeignDataStatement.AlterUserMapping alter -> replay.alter(alter);
            case ForeignDataStatement.ImportSchema imported -> replay.importSchema(imported);
        }
        if (execution.outcome() instanceof Outcome.Applied) {
            new Descriptions(execution).describe(statement, List.of());
        }
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(ForeignDataStatement statement, Execution execution) {
        if (statement instanceof ForeignDataStatement.ImportSchema) {
            doubt(execution);
        }
    }

    private static void doubt(Execution execution) {
        execution.doubt(Doubt.ofPatterns(List.of(Doubt.Pattern.any(ObjectType.TABLE)), List.of()));
    }

    private void importSchema(ForeignDataStatement.ImportSchema imported) {
        objects.require(Kind.SERVER, imported.server());
        execution.names().schemas().require(imported.schema());
        doubt(execution);
    }

    private void create(ForeignDataStatement.CreateWrapper create) {
        NamedObject wrapper = NamedObjects.of(Kind.FOREIGN_DATA_WRAPPER, create.name());
        objects.requireNew(wrapper, create.name().span());
        requireFunctions(create.functions());
        objects.put(wrapper.withParts(names(create.options())));
    }

    private void requireFunctions(List<WrapperFunction> functions) {
        Set<Boolean> seen = new HashSet<>();
        for (WrapperFunction function : functions) {
            if (!seen.add(function.validator())) {
                String message = "conflicting or redundant options";
                throw execution.reject(SqlState.SYNTAX_ERROR, message, function.span());
            }
            if (function.name() != null) {
                List<Parameter> parameters = function.validator() ? null : List.of();
                new Routines(execution).require(ObjectType.FUNCTION, function.name(), parameters, function.span());
            }
        }
    }

    private void alter(ForeignDataStatement.AlterWrapper alter) {
        Optional<NamedObject> wrapper = objects.require(Kind.FOREIGN_DATA_WRAPPER, alter.name());
        requireFunctions(alter.functions());
        alter(wrapper, alter.options());
    }

    private void create(ForeignDataStatement.CreateServer create) {
        NamedObject server = NamedObjects.of(Kind.SERVER, create.name());
        if (create.ifNotExists() && objects.isThere(server)) {
            execution.skip(null);
            return;
        }
        objects.requireNew(server, create.name().span());
        objects.require(Kind.FOREIGN_DATA_WRAPPER, create.wrapper());
        List<String> parts = names(create.options());
        parts.add(NamedObjects.wrapperPart(create.wrapper().value()));
        objects.put(server.withParts(parts));
    }

    private static NamedObject mapping(@Nullable Name role, Name server) {
        String user = role == null ? "current_user" : role.value();
        return new NamedObject(Kind.USER_MAPPING, new QualifiedName("", user), server.value(), List.of());
    }

    private void create(ForeignDataStatement.CreateUserMapping create) {
        objects.require(Kind.SERVER, create.server());
        NamedObject mapping = mapping(create.role(), create.server());
        if (create.ifNotExists() && objects.isThere(mapping)) {
            execution.skip(null);
            return;
        }
        objects.requireNew(mapping, create.server().span());
        objects.put(mapping.withParts(names(create.options())));
    }

    private void alter(ForeignDataStatement.AlterUserMapping alter) {
        objects.require(Kind.SERVER, alter.server());
        NamedObject mapping = mapping(alter.role(), alter.server());
        alter(
                execution
                        .catalog()
                        .objects(Kind.USER_MAPPING)
                        .filter(other -> other.compareTo(mapping) == 0)
                        .findFirst(),
                alter.options());
    }

    /** Fails with 42710 where an option is there twice ({@code transformGenericOptions}). */
    private List<String> names(List<Setting> options) {
        List<String> names = new ArrayList<>();
        options.forEach(option -> add(option, names));
        return names;
    }

    private void add(Setting option, List<String> names) {
        if (names.contains(option.name())) {
            String message = "option \"" + option.name() + "\" provided more than once";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, option.span());
        }
        names.add(option.name());
    }

    private void alter(Optional<NamedObject> object, List<Setting> options) {
        object.ifPresent(found -> objects.put(found.withParts(changed(found.parts(), options))));
    }

    private List<String> changed(List<String> before, List<Setting> options) {
        List<String> names = new ArrayList<>(before);
        for (Setting option : options) {
            boolean drops = option.value().isEmpty();
            if (!drops && !sets(option)) {
                add(option, names);
            } else if (!names.contains(option.name())) {
                String message = "option \"" + option.name() + "\" not found";
                throw execution.reject(SqlState.UNDEFINED_OBJECT, message, option.span());
            } else if (drops) {
                names.remove(option.name());
            }
        }
        return names;
    }

    /** Whether SET stands before the name, and not ADD or nothing. */
    private boolean sets(Setting option) {
        var tokens = DoubtReader.significant(execution.text(option.span()));
        return tokens.size() == WITH_VERB && tokens.getFirst().isWord("set");
    }
}
