package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.truth.prisma.PrismaField.Arity;
import dev.greenlight.lint.truth.prisma.PrismaToken.Kind;
import dev.greenlight.lint.truth.prisma.PrismaValue.Argument;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the blocks of one file of a Prisma schema. Whether names in it mean something is for others to say. */
final class PrismaParser {
    private static final Set<String> KINDS = Set.of("model", "view", "enum", "type", "datasource", "generator");
    private static final Set<String> SETTINGS = Set.of("datasource", "generator");
    private static final int DEEPEST = 50;

    private final SourceFile file;
    private final List<PrismaToken> tokens;
    private int at;

    private PrismaParser(SourceFile file) {
        this.file = file;
        this.tokens = PrismaLexer.tokenize(file);
    }

    /** @throws PrismaFailure if it is no Prisma schema */
    static List<PrismaBlock> parse(SourceFile file) {
        PrismaParser parser = new PrismaParser(file);
        List<PrismaBlock> blocks = new ArrayList<>();
        while (parser.token().kind() != Kind.END) {
            blocks.add(parser.block());
        }
        return blocks;
    }

    private PrismaBlock block() {
        PrismaToken kind = word("model, enum, view, type, datasource or generator");
        if (!KINDS.contains(kind.text())) {
            throw new PrismaFailure(
                    place(kind.span()), "here has to be model, enum, view, type, datasource or generator");
        }
        PrismaToken name = word("the name of the " + kind.text());
        Origin place = place(kind.span().start(), name.span().end());
        List<PrismaField> fields = new ArrayList<>();
        List<PrismaAttribute> attributes = new ArrayList<>();
        expect("{");
        while (!token().isMark("}")) {
            member(kind.text(), fields, attributes);
        }
        expect("}");
        return new PrismaBlock(kind.text(), name.text(), place, fields, attributes);
    }

    private void member(String kind, List<PrismaField> fields, List<PrismaAttribute> attributes) {
        if (token().isMark("@@")) {
            attributes.add(attribute());
        } else if (SETTINGS.contains(kind)) {
            attributes.add(setting());
        } else {
            fields.add(kind.equals("enum") ? label() : field());
        }
    }

    private PrismaAttribute setting() {
        PrismaToken name = word("a setting");
        expect("=");
        PrismaValue value = value(0);
        return new PrismaAttribute(name.text(), List.of(new Argument("", value)), from(name));
    }

    private PrismaField label() {
        PrismaToken name = next();
        if (name.kind() != Kind.WORD && name.kind() != Kind.NUMBER) {
            throw expected(name, "a value of the enum");
        }
        return new PrismaField(name.text(), "", Optional.empty(), Arity.REQUIRED, attributes(), from(name));
    }

    private PrismaField field() {
        PrismaToken name = word("a field");
        skip(":");
        PrismaToken type = word("the type of " + name.text());
        Optional<String> unsupported = Optional.empty();
        if (token().isMark("(")) {
            unsupported = arguments(0).stream()
                    .findFirst()
                    .flatMap(each -> each.value().asText());
        }
        Arity arity = arity();
        return new PrismaField(name.text(), type.text(), unsupported, arity, attributes(), from(name));
    }

    private Arity arity() {
        if (skip("?")) {
            return Arity.OPTIONAL;
        }
        if (skip("[")) {
            expect("]");
            return Arity.LIST;
        }
        skip("!");
        return Arity.REQUIRED;
    }

    private List<PrismaAttribute> attributes() {
        List<PrismaAttribute> attributes = new ArrayList<>();
        while (token().isMark("@") && !token().startsLine()) {
            attributes.add(attribute());
        }
        boolean ends = token().startsLine() || token().isMark("}") || token().kind() == Kind.END;
        if (!ends) {
            throw expected(token(), "an attribute or the next line");
        }
        return attributes;
    }

    private PrismaAttribute attribute() {
        PrismaToken mark = next();
        StringBuilder name = new StringBuilder(word("the name of an attribute").text());
        while (skip(".")) {
            name.append('.').append(word("the name of an attribute").text());
        }
        List<Argument> arguments = token().isMark("(") ? arguments(0) : List.of();
        return new PrismaAttribute(name.toString(), arguments, from(mark));
    }

    private List<Argument> arguments(int depth) {
        expect("(");
        List<Argument> arguments = new ArrayList<>();
        while (!token().isMark(")")) {
            arguments.add(argument(depth));
            if (!skip(",")) {
                break;
            }
        }
        expect(")");
        return arguments;
    }

    private Argument argument(int depth) {
        if (token().kind() == Kind.WORD && tokens.get(at + 1).isMark(":")) {
            String name = next().text();
            expect(":");
            return new Argument(name, value(depth));
        }
        return new Argument("", value(depth));
    }

    private PrismaValue value(int depth) {
        PrismaToken token = next();
        if (depth > DEEPEST) {
            throw new PrismaFailure(place(token.span()), "nested more than " + DEEPEST + " deep");
        }
        return switch (token.kind()) {
            case STRING -> new PrismaValue.Text(token.text());
            case NUMBER -> new PrismaValue.Figure(token.text());
            case WORD -> named(token, depth + 1);
            case MARK, END -> {
                if (!token.isMark("[")) {
                    throw expected(token, "a value");
                }
                yield items(depth + 1);
            }
        };
    }

    private PrismaValue named(PrismaToken word, int depth) {
        StringBuilder name = new StringBuilder(word.text());
        while (skip(".")) {
            name.append('.').append(word("a name").text());
        }
        return token().isMark("(")
                ? new PrismaValue.Call(name.toString(), arguments(depth))
                : new PrismaValue.Word(name.toString());
    }

    private PrismaValue items(int depth) {
        List<PrismaValue> values = new ArrayList<>();
        while (!token().isMark("]")) {
            values.add(value(depth));
            if (!skip(",")) {
                break;
            }
        }
        expect("]");
        return new PrismaValue.Items(values);
    }

    private PrismaToken token() {
        return tokens.get(at);
    }

    private PrismaToken next() {
        PrismaToken token = token();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private PrismaToken word(String expected) {
        PrismaToken token = next();
        if (token.kind() != Kind.WORD) {
            throw expected(token, expected);
        }
        return token;
    }

    private boolean skip(String mark) {
        boolean there = token().isMark(mark);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String mark) {
        if (!skip(mark)) {
            throw expected(token(), mark);
        }
    }

    private PrismaFailure expected(PrismaToken found, String expected) {
        return new PrismaFailure(place(found.span()), "here has to be " + expected + ", not " + found.shown());
    }

    /** From a token to what was read last. */
    private Origin from(PrismaToken first) {
        return place(first.span().start(), tokens.get(at - 1).span().end());
    }

    private Origin place(Span span) {
        return new Origin(file, span);
    }

    private Origin place(int start, int end) {
        return new Origin(file, new Span(start, Math.max(start, end)));
    }
}
