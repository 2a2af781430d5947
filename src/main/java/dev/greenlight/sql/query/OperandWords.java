package dev.greenlight.sql.query;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the key words that stand where an operand begins (manual 4.2, Value Expressions). */
final class OperandWords {
    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    private static final Set<String> NORMAL_FORMS = Set.of("nfc", "nfd", "nfkc", "nfkd");

    private final Scan scan;

    OperandWords(Scan scan) {
        this.scan = scan;
    }

    /** Reads the word here; false where it is a name like others. */
    boolean read() {
        String word = scan.token().value();
        boolean parenthesis = scan.is(1, TokenKind.LEFT_PAREN);
        if (special(word) || window(word) || own(word) || parenthesis && call(word) || typedLiteral(word)) {
            return true;
        }
        if (!Keywords.mayNameColumn(word)
                && !(parenthesis && Keywords.mayNameTypeOrFunction(word) && Keywords.mayNameRole(word))) {
            scan.unknown();
            return true;
        }
        return false;
    }

    private boolean special(String word) {
        switch (word) {
            case "null", "true", "false", "default" -> value();
            case "not" -> scan.take(Role.SKIPPED);
            case "current_date", "current_role", "current_user", "session_user", "system_user", "user" -> clock();
            case "current_time", "current_timestamp", "localtime", "localtimestamp" -> clock();
            case "current_catalog" -> clock();
            case "current_schema" -> {
                if (scan.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                clock();
            }
            case "case" -> scan.push(Kind.CASE, Role.OPEN);
            case "when" -> scan.take(Role.SKIPPED);
            case "array" -> scan.take(Role.CALL);
            case "distinct", "all", "variadic" -> modifier(word);
            case "leading", "trailing", "both" -> scan.take(Role.SKIPPED);
            case "from", "for", "using" -> {
                if (!scan.frame().hasArguments()) {
                    return false;
                }
                scan.take(Role.SKIPPED);
            }
            case "operator" -> {
                return prefixOperator();
            }
            case "grouping" -> {
                return groupingSets();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Further sets may stand within (manual 7.2.4, GROUPING SETS, CUBE, and ROLLUP). */
    private boolean groupingSets() {
        boolean sets = scan.isWord("grouping", "sets");
        if (sets) {
            scan.take(Role.CALL, Role.SKIPPED);
        }
        return sets;
    }

    private void value() {
        scan.take(Role.VALUE);
        scan.expectOperand(false);
    }

    /** Values that are called without parentheses (manual 9.9.5 and 9.27); a precision may follow. */
    private void clock() {
        Token word = scan.token();
        value();
        if (scan.is(0, TokenKind.LEFT_PAREN)) {
            scan.skipParentheses();
        }
        report(word, word.value());
    }

    private void report(Token word, String function) {
        ObjectName name = new ObjectName(List.of(new Name(function, word.span())));
        scan.marks().functions.add(new FunctionCall(name, List.of(), true, word.span()));
    }

    /** DISTINCT and ALL before an aggregate's arguments, ALL before a list or sub-select. */
    private void modifier(String word) {
        boolean quantifier = word.equals("all") && scan.is(1, TokenKind.LEFT_PAREN);
        scan.take(quantifier && !scan.frame().hasArguments() ? Role.CALL : Role.SKIPPED);
    }

    private boolean prefixOperator() {
        if (!scan.is(1, TokenKind.LEFT_PAREN)) {
            return false;
        }
        scan.take(Role.SKIPPED);
        scan.skipParentheses();
        scan.expectOperand(true);
        return true;
    }

    /** The words of a window's definition (manual 4.2.8, Window Function Calls). */
    private boolean window(String word) {
        Kind kind = scan.frame().kind;
        if (kind == Kind.FILTER && word.equals("where")) {
            scan.take(Role.SKIPPED);
            return true;
        }
        if (kind != Kind.WINDOW && kind != Kind.NAMED_WINDOW) {
            return false;
        }
        int before = scan.at();
        Windows.first(scan, word);
        return scan.at() > before;
    }

    private boolean call(String word) {
        switch (word) {
            case "exists", "any", "some", "unique" -> scan.take(Role.CALL);
            case "row", "coalesce", "greatest", "least", "nullif", "merge_action" -> open(Kind.CALL, "");
            case "grouping" -> open(Kind.CALL, "");
            case "cast", "treat" -> open(Kind.CAST, "");
            case "extract" -> extract();
            case "substring", "position", "overlay", "normalize" -> open(Kind.CALL, word);
            case "trim" -> trim();
            case "xmlconcat" -> open(Kind.CALL, "");
            default -> {
                return grammar(word);
            }
        }
        return true;
    }

    /** Words at the beginning of an argument in forms of SQL's XML and JSON grammar. */
    private boolean own(String word) {
        if (scan.isWord("collation", "for") && scan.is(2, TokenKind.LEFT_PAREN)) {
            collationFor();
            return true;
        }
        return scan.frame().is(Kind.GRAMMAR) && GrammarWords.beforeOperand(scan, word);
    }

    private void collationFor() {
        Token word = scan.token();
        scan.take(Role.CALL, Role.SKIPPED);
        Frame frame = scan.push(Kind.CALL, Role.PLAIN);
        frame.function = new ObjectName(List.of(new Name("pg_collation_for", word.span())));
        frame.grammar = true;
    }

    /** Forms with words of their own (manual 9.15, XML Functions; 9.16, JSON Functions and Operators). */
    private boolean grammar(String word) {
        boolean own = word.startsWith("xml") || word.startsWith("json");
        if (!own || Keywords.mayNameTypeOrFunction(word)) {
            return false;
        }
        open(Kind.GRAMMAR, "");
        return true;
    }

    /** Substring and overlay may be called like others, too; only words between their arguments tell. */
    private void open(Kind kind, String function) {
        Token word = scan.token();
        scan.take(Role.CALL);
        Frame frame = scan.push(kind, Role.PLAIN);
        if (!function.isEmpty()) {
            frame.function = new ObjectName(List.of(new Name(function, word.span())));
            frame.grammar = !function.equals("substring") && !function.equals("overlay");
        }
    }

    private void extract() {
        open(Kind.CALL, "extract");
        scan.skip(1);
        if (scan.isWord("from")) {
            scan.take(Role.SKIPPED);
        } else {
            scan.marks().doubt();
        }
    }

    /** TRIM calls btrim, ltrim or rtrim (manual 9.4, String Functions and Operators). */
    private void trim() {
        int side = scan.at() + 2;
        boolean left = scan.marks().isWord(side, "leading");
        boolean right = scan.marks().isWord(side, "trailing");
        open(Kind.CALL, left ? "ltrim" : right ? "rtrim" : "btrim");
    }

    /** A type with a syntax of its own before a text (manual 4.1.2.7), and normal forms. */
    private boolean typedLiteral(String word) {
        if (NORMAL_FORMS.contains(word) && "normalize".equals(functionName())) {
            value();
            return true;
        }
        int at = scan.at();
        Marks marks = scan.marks();
        Optional<TypeName> type =
                isTypeWord(word) ? TypeName.startOf(marks.tokens().subList(at, marks.size())) : Optional.empty();
        if (type.isEmpty()) {
            return false;
        }
        int text = at;
        while (text < marks.size()
                && marks.token(text).start() < type.get().span().end()) {
            text++;
        }
        if (!marks.is(text, TokenKind.STRING) && !marks.is(text, TokenKind.DOLLAR_STRING)) {
            return false;
        }
        literal(type.get(), text, word);
        return true;
    }

    private String functionName() {
        ObjectName function = scan.frame().function;
        return function == null ? "" : function.name();
    }

    private static boolean isTypeWord(String word) {
        return !Keywords.mayNameTypeOrFunction(word) && Keywords.mayNameColumn(word) || word.equals("double");
    }

    private void literal(TypeName type, int text, String word) {
        scan.marks().types.add(type);
        scan.skip(text - scan.at());
        value();
        while (word.equals("interval")
                && !scan.atEnd()
                && INTERVAL_FIELDS.contains(scan.token().value())) {
            scan.take(Role.SKIPPED);
            if (scan.is(0, TokenKind.LEFT_PAREN)) {
                scan.skipParentheses();
            }
        }
    }
}
