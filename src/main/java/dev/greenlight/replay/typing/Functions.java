package dev.greenlight.replay.typing;

import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.BuiltInSignatures;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the function that a call means: built in, an extension's or one's own (manual 10.3). */
final class Functions {
    private final Knowledge knowledge;
    private final Types types;
    private final Selection selection;

    Functions(Knowledge knowledge, Types types, Selection selection) {
        this.knowledge = knowledge;
        this.types = types;
        this.selection = selection;
    }

    /**
     * @param name with its schema if that is written
     * @param labels the names that arguments are given by, null for those by position
     * @param array whether VARIADIC stands before the last argument
     */
    Choice choose(List<String> name, List<DataType> arguments, List<@Nullable String> labels, boolean array) {
        String function = name.getLast();
        List<Candidate> candidates = new ArrayList<>();
        boolean certain = name.size() <= 2
                && !knowledge.mayHaveFunction(name)
                && !knowledge.mayHaveCast()
                && own(name).stream().allMatch(Functions::isKnown);
        for (String schema : schemas(name)) {
            add(signatures(schema, function), labels, array, candidates);
        }
        boolean named = isNamed(name);
        boolean known = named || !knowledge.mayHaveOtherFunction(name);
        boolean other = isCast(name, arguments, candidates) || isField(name, arguments);
        boolean clear = arguments.size() != 1 || arguments.getFirst().isKnown();
        if (!named && certain && known && !other && clear) {
            return new Choice.None();
        }
        return selection.choose(arguments, candidates, certain && known && !other);
    }

    /** The routines that the history has made where a call of this name looks for them. */
    List<Routine> own(List<String> name) {
        return schemas(name).stream()
                .map(schema -> new QualifiedName(schema, name.getLast()))
                .flatMap(candidate -> knowledge.catalog().routines(candidate).stream())
                .toList();
    }

    /** Whether any function is known of this name, whatever it takes. */
    boolean isNamed(List<String> name) {
        return schemas(name).stream()
                .anyMatch(schema -> !signatures(schema, name.getLast()).isEmpty());
    }

    /**
     * Whether all is known that decides if it is meant. An aggregate's result is not, which is another matter; a
     * procedure that is called like a function is refused as one.
     */
    private static boolean isKnown(Routine routine) {
        return !routine.kind().equals("procedure")
                && routine.parameters().stream().allMatch(DataType::isKnown);
    }

    /** A type's name may stand for a cast to it (manual 10.3, step 3). */
    private boolean isCast(List<String> name, List<DataType> arguments, List<Candidate> candidates) {
        return arguments.size() == 1
                && (BuiltInTypes.find(name.getLast()).isPresent() || isOwnType(name))
                && candidates.stream().noneMatch(candidate -> candidate.slots().equals(arguments));
    }

    private boolean isOwnType(List<String> name) {
        return schemas(name).stream()
                .map(schema -> new QualifiedName(schema, name.getLast()))
                .anyMatch(type -> knowledge.catalog().type(type).isPresent()
                        || knowledge.catalog().relation(type).isPresent());
    }

    private List<String> schemas(List<String> name) {
        return name.size() > 1 ? List.of(name.get(name.size() - 2)) : knowledge.searched();
    }

    /** {@code field(row)} stands for {@code row.field} (manual 36.5.3). */
    private boolean isField(List<String> name, List<DataType> arguments) {
        if (arguments.size() != 1 || name.size() != 1) {
            return false;
        }
        DataType row = arguments.getFirst();
        @Nullable List<Column> fields = types.columns(row);
        return row.is("record")
                || types.isComposite(row)
                        && (fields == null
                                || fields.stream()
                                        .anyMatch(field -> field.name().equals(name.getLast())));
    }

    private List<Signature> signatures(String schema, String function) {
        List<Signature> signatures = new ArrayList<>();
        if (schema.equals("pg_catalog")) {
            signatures.addAll(BuiltInSignatures.functions(function, knowledge.version()));
        }
        types.extensions(schema)
                .flatMap(extension -> extension.functions(function, types::brought).stream())
                .forEach(signatures::add);
        knowledge.catalog().routines(new QualifiedName(schema, function)).stream()
                .filter(routine -> !routine.kind().equals("procedure"))
                .map(Routine::signature)
                .forEach(signatures::add);
        return signatures;
    }

    /** One that takes the same as another before it in the search path is hidden by it, and so is one that spreads. */
    private static void add(
            List<Signature> signatures, List<@Nullable String> labels, boolean array, List<Candidate> candidates) {
        for (Signature signature : signatures) {
            @Nullable Candidate candidate = Candidate.of(signature, labels, array);
            if (candidate == null) {
                continue;
            }
            candidates.removeIf(other -> other.slots().equals(candidate.slots()) && isWorse(other, candidate));
            if (candidates.stream().noneMatch(other -> other.slots().equals(candidate.slots()))) {
                candidates.add(candidate);
            }
        }
    }

    private static boolean isWorse(Candidate one, Candidate other) {
        return one.spread() && !other.spread() || !one.spread() && !other.spread() && one.defaults() > other.defaults();
    }
}
