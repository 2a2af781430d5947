package dev.greenlight.sql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about operators, operator classes and operator families (manual 36.14 and 36.16). */
public sealed interface OperatorStatement extends Statement {
    /**
     * @param function what it calls; null where none is written and PostgreSQL therefore rejects it
     * @param operands the types of {@code leftarg} and {@code rightarg}, as far as they are written
     * @param options all that is written, these among them
     */
    record CreateOperator(
            ObjectName name, @Nullable ObjectName function, List<Parameter> operands, List<Setting> options, Span span)
            implements OperatorStatement {
        public CreateOperator {
            operands = List.copyOf(operands);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE OPERATOR";
        }
    }

    /**
     * {@code ALTER OPERATOR … SET (…)}.
     *
     * @param operands the left one and the right one; a missing one is of a type of the name {@code none}
     */
    record AlterOperator(ObjectName name, List<Parameter> operands, List<Setting> options, Span span)
            implements OperatorStatement {
        public AlterOperator {
            operands = List.copyOf(operands);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ALTER OPERATOR";
        }
    }

    /**
     * @param isDefault whether indexes on the type use it when they name none
     * @param method the access method of the indexes
     */
    record CreateOperatorClass(
            ObjectName name,
            boolean isDefault,
            TypeName type,
            Name method,
            @Nullable ObjectName family,
            List<Member> members,
            Span span)
            implements OperatorStatement {
        public CreateOperatorClass {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return "CREATE OPERATOR CLASS";
        }
    }

    record CreateOperatorFamily(ObjectName name, Name method, Span span) implements OperatorStatement {
        @Override
        public String kind() {
            return "CREATE OPERATOR FAMILY";
        }
    }

    /** {@code ALTER OPERATOR FAMILY … ADD}. */
    record AddToFamily(ObjectName name, Name method, List<Member> members, Span span) implements OperatorStatement {
        public AddToFamily {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return "ALTER OPERATOR FAMILY";
        }
    }

    /** {@code ALTER OPERATOR FAMILY … DROP}. */
    record DropFromFamily(ObjectName name, Name method, List<Dropped> members, Span span) implements OperatorStatement {
        public DropFromFamily {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return "ALTER OPERATOR FAMILY";
        }
    }

    /** What an operator class or family consists of. */
    sealed interface Member {
        Span span();

        /**
         * @param strategy the number that the access method knows it by
         * @param operands null where they are of the class's own type
         * @param sortFamily the family that orders what it gives; null where it searches
         */
        record Operator(
                Token strategy,
                ObjectName name,
                @Nullable List<Parameter> operands,
                @Nullable ObjectName sortFamily,
                Span span)
                implements Member {
            public Operator {
                operands = operands == null ? null : List.copyOf(operands);
            }
        }

        /**
         * @param support the number that the access method knows it by
         * @param operands the types that it supports, where they are not those of its own parameters
         */
        record Function(Token support, List<TypeName> operands, RoutineName function, Span span) implements Member {
            public Function {
                operands = List.copyOf(operands);
            }
        }

        /** The type that is stored in the index. */
        record Storage(TypeName type, Span span) implements Member {}
    }

    /**
     * A member that leaves its family.
     *
     * @param function whether it is a function and not an operator
     * @param number its strategy or support number
     */
    record Dropped(boolean function, Token number, List<TypeName> operands, Span span) {
        public Dropped {
            operands = List.copyOf(operands);
        }
    }
}
