package dev.greenlight.replay;

import dev.greenlight.sql.plpgsql.CodeStatement.Target;
import java.util.Iterator;
import java.util.List;

/** What is put into variables (manual 41.5.1 and 41.5.3). */
final class CodeTargets {
    private CodeTargets() {}

    /** A row goes into one variable as a whole where that is the only one, or each field into one of its own. */
    static CodeVariables assigned(List<Target> targets, Value value, CodeVariables variables) {
        if (!(value instanceof Value.Fields row)) {
            return assigned(targets.getFirst(), value, variables);
        }
        if (targets.size() == 1) {
            boolean scalar = row.values().size() == 1
                    && !variables.isRow(targets.getFirst().variable());
            Value whole = scalar ? row.values().values().iterator().next() : row;
            return assigned(targets.getFirst(), whole, variables);
        }
        CodeVariables assigned = variables;
        Iterator<Value> fields = row.values().values().iterator();
        for (Target target : targets) {
            assigned = assigned(target, fields.hasNext() ? fields.next() : new Value.Null(), assigned);
        }
        return assigned;
    }

    /** Of a variable that is set in part nothing is known afterwards. */
    static CodeVariables assigned(Target target, Value value, CodeVariables variables) {
        boolean whole = target.tokens().size() == 1;
        return variables.with(target.variable(), whole ? value : new Value.Unknown("parts of " + target.variable()));
    }

    /** Of what is put into these nothing is known. */
    static CodeState forget(List<Target> targets, CodeState state) {
        CodeVariables variables = state.variables();
        for (Target target : targets) {
            variables = variables.with(target.variable(), new Value.Unknown("rows in " + target.variable()));
        }
        return state.with(variables);
    }
}
