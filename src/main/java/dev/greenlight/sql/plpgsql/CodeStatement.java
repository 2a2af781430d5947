package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of PL/pgSQL (manual 41.5 and 41.6). An {@link Expression} is what may stand behind SELECT, which is what
 * PL/pgSQL makes of it: one value most of the time, but FROM and what follows may be there too.
 */
public sealed interface CodeStatement {
    /** From its first token to the last, without the semicolon. */
    Span span();

    /** {@code <<label>> DECLARE … BEGIN … EXCEPTION … END} (manual 41.2). */
    record Block(
            @Nullable Name label,
            List<Declaration> declarations,
            List<CodeStatement> statements,
            List<Handler> handlers,
            Span span)
            implements CodeStatement {
        public Block {
            declarations = List.copyOf(declarations);
            statements = List.copyOf(statements);
            handlers = List.copyOf(handlers);
        }
    }

    /**
     * {@code WHEN condition OR condition THEN …} of a block's EXCEPTION (manual 41.6.8).
     *
     * @param conditions names in lower case, such as {@code duplicate_object} or {@code others}, and SQLSTATEs of five
     *     characters
     */
    record Handler(List<String> conditions, List<CodeStatement> statements, Span span) {
        public Handler {
            conditions = List.copyOf(conditions);
            statements = List.copyOf(statements);
        }
    }

    /**
     * {@code target := value}.
     *
     * @param target what stands before it, such as {@code v}, {@code r.f} or {@code a[1]}
     * @param value null where nothing stands there: that fails only when it runs
     */
    record Assignment(List<Token> target, @Nullable Expression value, Span span) implements CodeStatement {
        public Assignment {
            target = List.copyOf(target);
        }
    }

    /** {@code IF … ELSIF … ELSE … END IF}: the first branch that is true. */
    record If(List<Branch> branches, List<CodeStatement> otherwise, Span span) implements CodeStatement {
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    record Branch(Expression condition, List<CodeStatement> statements) {
        public Branch {
            statements = List.copyOf(statements);
        }
    }

    /**
     * {@code CASE operand WHEN … THEN … ELSE … END CASE}.
     *
     * @param operand null for the form that searches for a condition
     * @param otherwise null where there is no ELSE: that no branch fits is then an error
     */
    record Case(
            @Nullable Expression operand,
            List<Branch> branches,
            @Nullable List<CodeStatement> otherwise,
            Span span) implements CodeStatement {
        public Case {
            branches = List.copyOf(branches);
            otherwise = otherwise == null ? null : List.copyOf(otherwise);
        }
    }

    /** {@code LOOP … END LOOP} in all its forms. */
    record Loop(@Nullable Name label, Control control, List<CodeStatement> statements, Span span)
            implements CodeStatement {
        public Loop {
            statements = List.copyOf(statements);
        }
    }

    /** How often a loop runs (manual 41.6.5 to 41.6.7). */
    sealed interface Control {
        /** Until something leaves it. */
        record Endless() implements Control {}

        record While(Expression condition) implements Control {}

        /** {@code FOR i IN REVERSE from .. to BY step}. */
        record Range(
                Name variable,
                Expression from,
                Expression to,
                @Nullable Expression step,
                boolean reverse) implements Control {}

        /** {@code FOR target IN query}. The statement gives rows: a query, or one that changes rows and returns them. */
        record Rows(List<Target> targets, Statement query) implements Control {
            public Rows {
                targets = List.copyOf(targets);
            }
        }

        /** {@code FOR target IN EXECUTE text USING …}. */
        record DynamicRows(List<Target> targets, Expression text, List<Expression> using) implements Control {
            public DynamicRows {
                targets = List.copyOf(targets);
                using = List.copyOf(using);
            }
        }

        /** {@code FOR record IN cursor (arguments)}, of a cursor bound to its query. */
        record OfCursor(Name variable, Name cursor, List<Expression> arguments) implements Control {
            public OfCursor {
                arguments = List.copyOf(arguments);
            }
        }

        /** {@code FOREACH target SLICE n IN ARRAY value}. */
        record Elements(List<Target> targets, int slice, Expression array) implements Control {
            public Elements {
                targets = List.copyOf(targets);
            }
        }
    }

    /** A variable that something is put into, as written: {@code v}, {@code r.f}, {@code a[1]}. */
    record Target(List<Token> tokens) {
        public Target {
            tokens = List.copyOf(tokens);
        }

        /** The variable's name, or that of the record whose field it is. */
        public String variable() {
            return tokens.getFirst().value();
        }
    }

    /** {@code EXIT} and {@code CONTINUE}. */
    record Leave(
            boolean goesOn, @Nullable Name label, @Nullable Expression condition, Span span) implements CodeStatement {}

    record Return(@Nullable Expression value, Span span) implements CodeStatement {}

    record ReturnNext(@Nullable Expression value, Span span) implements CodeStatement {}

    record ReturnQuery(Statement query, Span span) implements CodeStatement {}

    record ReturnExecute(Expression text, List<Expression> using, Span span) implements CodeStatement {
        public ReturnExecute {
            using = List.copyOf(using);
        }
    }

    /**
     * {@code RAISE} (manual 41.9.1).
     *
     * @param level in lower case; {@code exception} where none is written
     * @param condition the name of a condition in lower case or an SQLSTATE; null where a format or nothing is given
     * @param format the message's text; null where there is none
     * @param again whether it is a lone RAISE in a handler, which throws the same error again
     * @param values the format's arguments
     * @param options those of USING
     */
    record Raise(
            String level,
            @Nullable String condition,
            @Nullable String format,
            boolean again,
            List<Expression> values,
            List<RaiseOption> options,
            Span span)
            implements CodeStatement {
        public Raise {
            values = List.copyOf(values);
            options = List.copyOf(options);
        }
    }

    /** {@code name = value} behind USING; the name is in lower case, such as {@code errcode}. */
    record RaiseOption(String name, Expression value) {}

    record Assert(Expression condition, @Nullable Expression message, Span span) implements CodeStatement {}

    /** {@code PERFORM …}: SELECT whose result is thrown away. */
    record Perform(Query query, Span span) implements CodeStatement {}

    /**
     * A statement of SQL as it stands (manual 41.5.2 and 41.5.3). Variables in it look like columns.
     *
     * @param statement without the INTO clause
     * @param into empty where its rows go nowhere
     */
    record Sql(Statement statement, List<Target> into, Span span) implements CodeStatement {
        public Sql {
            into = List.copyOf(into);
        }
    }

    /** {@code EXECUTE text INTO … USING …}: dynamic SQL (manual 41.5.4). */
    record Execute(Expression text, List<Target> into, List<Expression> using, Span span) implements CodeStatement {
        public Execute {
            into = List.copyOf(into);
            using = List.copyOf(using);
        }
    }

    /** {@code GET DIAGNOSTICS}: what the variables are set to is known only when it runs. */
    record GetDiagnostics(List<Target> targets, Span span) implements CodeStatement {
        public GetDiagnostics {
            targets = List.copyOf(targets);
        }
    }

    /**
     * {@code OPEN cursor …} (manual 41.7.2).
     *
     * @param query what is opened by {@code FOR query}
     * @param text what is opened by {@code FOR EXECUTE text}
     */
    record Open(
            Name cursor,
            @Nullable Statement query,
            @Nullable Expression text,
            List<Expression> arguments,
            Span span) implements CodeStatement {
        public Open {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code FETCH}, {@code MOVE} and {@code CLOSE}; only the first has targets. */
    record UseCursor(Name cursor, List<Target> into, Span span) implements CodeStatement {
        public UseCursor {
            into = List.copyOf(into);
        }
    }

    /** {@code COMMIT} and {@code ROLLBACK} (manual 41.8). */
    record EndTransaction(boolean commit, boolean chain, Span span) implements CodeStatement {}

    record Nothing(Span span) implements CodeStatement {}
}
