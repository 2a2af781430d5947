package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Signature;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.replay.typing.Scope.Source;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads functions behind FROM (manual 7.2.1.4). */
final class FromFunctions {
    private final Rules rules;
    private final TermTokens tokens;
    private final Scope scope;

    FromFunctions(Rules rules, TermTokens tokens, Scope scope) {
        this.rules = rules;
        this.tokens = tokens;
        this.scope = scope;
    }

    /** What a function gives: columns where it gives rows, else the one value, under a name if it has one. */
    private record Given(@Nullable List<Column> columns, DataType row) {}

    Source read(List<String> name, boolean bare, int start) {
        return aliased(given(name, bare, start), name);
    }

    /** A word that stands for a value, as {@code current_date}. */
    Source value(String word) {
        DataType type = DataType.builtIn(Operands.VALUES.get(word));
        return aliased(new Given(List.of(new Column("", type)), type), List.of(word));
    }

    private Source aliased(Given given, List<String> name) {
        boolean ordinality = tokens.skipWords("with", "ordinality");
        boolean written = FromItems.isAlias(tokens);
        tokens.skipWords("as");
        boolean listed = tokens.is(TokenKind.LEFT_PAREN);
        String alias = written && !listed ? tokens.name() : name.getLast();
        @Nullable List<Column> columns = given.columns() == null ? null : named(given.columns(), alias, ordinality);
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            List<Token> inside = tokens.enclosed();
            columns = isDefinition(inside) ? defined(inside) : renamed(columns, inside);
        }
        if (columns == null) {
            return Source.UNKNOWN.as(alias, List.of(), DataType.UNKNOWN);
        }
        return new Source(List.of(), columns, true).as(alias, List.of(), given.row());
    }

    private static @Nullable List<Column> renamed(@Nullable List<Column> columns, List<Token> names) {
        List<String> written = new ArrayList<>();
        for (Token token : names) {
            if (!token.is(TokenKind.COMMA)) {
                written.add(token.value());
            }
        }
        return columns == null ? null : Column.renamed(columns, written);
    }

    /** A function's one value is called like the function, or like its alias. */
    private static List<Column> named(List<Column> columns, String alias, boolean ordinality) {
        List<Column> named = new ArrayList<>();
        for (Column column : columns) {
            named.add(column.name().isEmpty() ? column.withName(alias) : column);
        }
        if (ordinality) {
            named.add(new Column("ordinality", DataType.builtIn("int8")));
        }
        return named;
    }

    private Given given(List<String> name, boolean bare, int start) {
        if (name.getLast().equals("unnest")) {
            Optional<Given> several = unnested();
            if (several.isPresent()) {
                return several.get();
            }
        }
        if (bare) {
            Optional<Typed> grammar = new GrammarCalls(rules, tokens, scope).call(name.getFirst(), start);
            if (grammar.isPresent()) {
                return new Given(
                        List.of(new Column("", grammar.get().type())),
                        grammar.get().type());
            }
        }
        return new Calls(rules, tokens, scope)
                .chosen(name, start)
                .map(this::given)
                .orElse(new Given(null, DataType.UNKNOWN));
    }

    private Given given(Choice.One choice) {
        DataType type = choice.returns();
        List<Signature.Column> out = choice.candidate().signature().columns();
        if (!out.isEmpty()) {
            List<Column> columns = out.stream()
                    .map(column -> new Column(
                            column.name(),
                            Polymorphism.isPolymorphic(column.type()) ? DataType.UNKNOWN : column.type()))
                    .toList();
            return new Given(columns, type);
        }
        if (rules.types().isComposite(type)) {
            return new Given(rules.types().columns(type), type);
        }
        boolean one = type.isKnown() && !type.is("record");
        return new Given(one ? List.of(new Column("", type)) : null, type);
    }

    /** {@code unnest} of several arrays gives a column for each. What it is of is read once: it may hold another. */
    private Optional<Given> unnested() {
        List<List<Token>> arrays = Parts.list(new TermTokens(tokens.rest()).enclosed());
        if (arrays.size() < 2) {
            return Optional.empty();
        }
        tokens.enclosed();
        List<Column> columns = new ArrayList<>();
        for (List<Token> array : arrays) {
            @Nullable
            DataType element =
                    rules.types().element(Expressions.whole(array, rules, scope).type());
            columns.add(new Column("unnest", element == null ? DataType.UNKNOWN : element));
        }
        return Optional.of(new Given(columns, Types.RECORD));
    }

    /** Whether columns with types are written: {@code AS t(a int, b text)}. */
    private static boolean isDefinition(List<Token> inside) {
        return inside.size() > 1 && !inside.get(1).is(TokenKind.COMMA);
    }

    private List<Column> defined(List<Token> inside) {
        TermTokens rest = new TermTokens(inside);
        List<Column> columns = new ArrayList<>();
        do {
            String name = rest.name();
            DataType type = rules.knowledge().type(new Names(rest).type());
            if (rest.skipWords("collate")) {
                new Names(rest).qualified();
            }
            columns.add(new Column(name, type));
        } while (rest.skip(TokenKind.COMMA));
        return columns;
    }
}
