package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what looks like a call and is SQL's own grammar (manual 9.4, 9.9, 9.15, 9.16, 9.18): words of its own part what
 * it is given, or its type is not a function's.
 */
final class GrammarCalls {
    private static final Set<String> XML =
            Set.of("xmlconcat", "xmlelement", "xmlforest", "xmlparse", "xmlpi", "xmlroot");

    private final Rules rules;
    private final TermTokens tokens;
    private final Scope scope;

    GrammarCalls(Rules rules, TermTokens tokens, Scope scope) {
        this.rules = rules;
        this.tokens = tokens;
        this.scope = scope;
    }

    /** Empty, with nothing taken, where it is a call like others. */
    Optional<Typed> call(String name, int start) {
        return switch (name) {
            case "coalesce", "greatest", "least" -> Optional.of(Typed.named(common(tokens.enclosed(), start), name));
            case "nullif" -> Optional.of(Typed.named(nullIf(start), name));
            case "grouping" -> constant(name, "int4");
            case "cast", "treat" -> Optional.of(cast(tokens.enclosed(), start));
            case "extract" -> Optional.of(extract(start));
            case "position" -> Optional.of(position(start));
            case "substring" -> Optional.of(substring(start));
            case "overlay" -> Optional.of(overlay(start));
            case "trim" -> Optional.of(trim(start));
            case "xmlexists" -> constant(name, "bool");
            case "xmlserialize" -> Optional.of(Typed.named(castType(tokens.enclosed()), name));
            default -> XML.contains(name) ? constant(name, "xml") : json(name);
        };
    }

    private Optional<Typed> constant(String name, String type) {
        tokens.enclosed();
        return Optional.of(Typed.named(DataType.builtIn(type), name));
    }

    /** Manual 9.16.1, 9.16.2. */
    private Optional<Typed> json(String name) {
        boolean constructors = rules.knowledge().version().isAtLeast(16);
        boolean queries = rules.knowledge().version().isAtLeast(17);
        return switch (name) {
            case "json_object", "json_array", "json_arrayagg", "json_objectagg" ->
                constructors ? json(name, "json") : Optional.empty();
            case "json_scalar" -> queries ? json(name, "json") : Optional.empty();
            case "json_query" -> queries ? json(name, "jsonb") : Optional.empty();
            case "json_value", "json_serialize" -> queries ? json(name, "text") : Optional.empty();
            case "json_exists" -> queries ? json(name, "bool") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Typed> json(String name, String otherwise) {
        List<List<Token>> parts = Parts.split(tokens.enclosed(), "returning");
        DataType type = parts.size() == 1 ? DataType.builtIn(otherwise) : type(parts.getLast());
        return Optional.of(Typed.named(type, name));
    }

    private DataType type(List<Token> written) {
        return TypeName.startOf(written).map(rules.knowledge()::type).orElse(DataType.UNKNOWN);
    }

    private List<DataType> list(List<Token> inside) {
        List<Typed> list = inside.isEmpty() ? List.of() : Expressions.wholeList(inside, rules, scope);
        return list.stream().map(Typed::type).toList();
    }

    private DataType common(List<Token> inside, int start) {
        List<DataType> types = list(inside);
        return rules.common(types, tokens.since(start));
    }

    /** The first argument, as the comparison takes it (manual 9.18.3). */
    private DataType nullIf(int start) {
        List<DataType> types = list(tokens.enclosed());
        Optional<DataType> taken = rules.operator("=", types, tokens.since(start))
                .map(choice -> choice.slots().getFirst());
        DataType first = types.getFirst();
        return taken.filter(first.withoutModifiers()::equals).isPresent() ? first : taken.orElse(DataType.UNKNOWN);
    }

    private Typed cast(List<Token> inside, int start) {
        List<List<Token>> parts = Parts.split(inside, "as");
        Typed operand = Expressions.whole(parts.getFirst(), rules, scope);
        TypeName written = TypeName.startOf(parts.getLast()).orElseThrow(tokens::unread);
        DataType type = rules.knowledge().type(written);
        rules.requireCast(operand.type(), type, tokens.since(start));
        return operand.strong()
                ? operand.as(type)
                : new Typed(type, written.name().name(), false);
    }

    private DataType castType(List<Token> inside) {
        return type(Parts.split(inside, "as").getLast());
    }

    /** Manual 9.9.1; a function of its own since PostgreSQL 14. */
    private Typed extract(int start) {
        List<List<Token>> parts = Parts.split(tokens.enclosed(), "from");
        DataType source = type(parts.getLast(), Types.LITERAL);
        String name = rules.knowledge().version().isAtLeast(14) ? "extract" : "date_part";
        return called(name, List.of(Types.TEXT, source), start);
    }

    private DataType type(List<Token> expression, DataType otherwise) {
        return expression.isEmpty()
                ? otherwise
                : Expressions.whole(expression, rules, scope).type();
    }

    private Typed called(String name, List<DataType> arguments, int start) {
        Span span = tokens.since(start);
        return Typed.named(Calls.builtIn(name, arguments, rules, span), name);
    }

    private Typed position(int start) {
        List<List<Token>> parts = Parts.split(tokens.enclosed(), "in");
        List<DataType> arguments = new ArrayList<>();
        parts.forEach(part -> arguments.addFirst(type(part, Types.LITERAL)));
        return called("position", arguments, start);
    }

    private Typed substring(int start) {
        List<Token> inside = tokens.enclosed();
        List<List<Token>> parts = Parts.split(inside, "from", "for", "similar", "escape");
        if (parts.size() == 1) {
            return called("substring", list(inside), start);
        }
        List<DataType> arguments = new ArrayList<>();
        parts.forEach(part -> arguments.add(type(part, Types.LITERAL)));
        boolean fromStart = Parts.split(inside, "for").size() == 2
                && Parts.split(inside, "from").size() == 1;
        if (fromStart) {
            arguments.add(1, DataType.builtIn("int4"));
        }
        return called("substring", arguments, start);
    }

    private Typed overlay(int start) {
        List<Token> inside = tokens.enclosed();
        List<List<Token>> parts = Parts.split(inside, "placing", "from", "for");
        List<DataType> arguments = new ArrayList<>();
        if (parts.size() == 1) {
            arguments.addAll(list(inside));
        } else {
            parts.forEach(part -> arguments.add(type(part, Types.LITERAL)));
        }
        return called("overlay", arguments, start);
    }

    private Typed trim(int start) {
        List<Token> inside = tokens.enclosed();
        TermTokens rest = new TermTokens(inside);
        String name = rest.isWord("leading") ? "ltrim" : rest.isWord("trailing") ? "rtrim" : "btrim";
        if (rest.isAnyWord(Set.of("both", "leading", "trailing"))) {
            rest.take();
        }
        List<List<Token>> parts = Parts.split(rest.rest(), "from");
        List<DataType> arguments = new ArrayList<>(list(parts.getLast()));
        if (parts.size() > 1 && !parts.getFirst().isEmpty()) {
            arguments.addAll(list(parts.getFirst()));
        }
        return called(name, arguments, start);
    }
}
