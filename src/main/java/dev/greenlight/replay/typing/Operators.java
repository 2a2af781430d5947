package dev.greenlight.replay.typing;

import dev.greenlight.postgres.BuiltInSignatures;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the operator that is meant (manual 10.2; parse_oper.c). Of a name that the server does not have nothing is said.
 */
final class Operators {
    private final Knowledge knowledge;
    private final Types types;
    private final Selection selection;

    Operators(Knowledge knowledge, Types types, Selection selection) {
        this.knowledge = knowledge;
        this.types = types;
        this.selection = selection;
    }

    Choice choose(String operator, List<DataType> operands) {
        String name = meant(operator);
        List<Candidate> candidates = candidates(name, operands.size());
        boolean certain = !candidates.isEmpty() && !knowledge.mayHaveOperator(name) && !knowledge.mayHaveCast();
        List<DataType> given = operands.stream().map(DataType::withoutModifiers).toList();
        if (given.size() == 2 && given.stream().filter(Types::isLiteral).count() == 1) {
            DataType known = Types.isLiteral(given.getFirst()) ? given.getLast() : given.getFirst();
            for (DataType both : List.of(known, types.base(known))) {
                List<DataType> same = List.of(both, both);
                boolean there = known.isKnown()
                        && candidates.stream()
                                .anyMatch(candidate -> candidate.slots().equals(same));
                if (there) {
                    return selection.choose(same, candidates, certain);
                }
            }
        }
        return selection.choose(given, candidates, certain);
    }

    /** JDBC takes a question mark for a place where a value goes, unless it is there twice. */
    private static String meant(String operator) {
        if (operator.equals("!=")) {
            return "<>";
        }
        return operator.startsWith("??") ? operator.substring(1) : operator;
    }

    private List<Candidate> candidates(String name, int operands) {
        List<Signature> signatures = new ArrayList<>();
        for (String schema : knowledge.searched()) {
            if (schema.equals("pg_catalog")) {
                signatures.addAll(BuiltInSignatures.operators(name, knowledge.version()));
            }
            types.extensions(schema)
                    .flatMap(extension -> extension.operators(name, types::brought).stream())
                    .forEach(signatures::add);
        }
        return signatures.stream()
                .filter(signature -> signature.parameters().size() == operands)
                .map(Candidate::operator)
                .toList();
    }
}
