package dev.greenlight.replay.wording;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.catalog.ddl.SignatureText;
import dev.greenlight.catalog.ddl.script.Wordings;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.wording.PastSteps.PastStep;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The comments that are still there. */
final class CommentWords {
    private final LastText texts;
    private final LastNames names;
    private final Map<String, Wordings.Comment> comments = new LinkedHashMap<>();

    CommentWords(PastSteps steps, LastText texts, LastNames names) {
        this.texts = texts;
        this.names = names;
        for (PastStep past : steps.all()) {
            past.operations()
                    .filter(ObjectOperation.Describe.class::isInstance)
                    .map(operation -> ((ObjectOperation.Describe) operation).statement())
                    .filter(ObjectStatement.CommentOn.class::isInstance)
                    .forEach(statement -> add(past, (ObjectStatement.CommentOn) statement));
        }
    }

    List<Wordings.Comment> all() {
        return List.copyOf(comments.values());
    }

    private void add(PastStep past, ObjectStatement.CommentOn comment) {
        if (comment.securityLabel()) {
            return;
        }
        object(past, comment).ifPresent(object -> {
            String key = key(past, comment, object);
            comments.remove(key);
            if (comment.text() != null && isThere(past, comment)) {
                comments.put(key, new Wordings.Comment(relation(past), object, Wordings.literal(comment.text())));
            }
        });
    }

    /** The same for all ways to write it. */
    private String key(PastStep past, ObjectStatement.CommentOn comment, String object) {
        List<String> words = LastText.tokens(object).stream().map(Token::value).toList();
        long relation = relation(past);
        if (relation == 0) {
            return String.join(" ", words);
        }
        String part = switch (comment.type()) {
            case COLUMN -> words.getLast();
            case CONSTRAINT, TRIGGER, RULE, POLICY -> words.get(1);
            default -> "";
        };
        return comment.type() + " " + relation + " " + part;
    }

    private long relation(PastStep past) {
        return past.step().references().stream()
                .filter(reference -> LastNames.isRelation(reference.type()))
                .flatMap(reference -> LastNames.relation(reference.name(), past).stream())
                .map(Relation::oid)
                .findFirst()
                .orElse(0L);
    }

    /** Such as {@code COLUMN public.orders.total}: all between ON and IS. */
    private Optional<String> object(PastStep past, ObjectStatement.CommentOn comment) {
        return switch (comment.type()) {
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE ->
                routine(past).map(routine -> comment.type().words() + " " + signature(routine));
            default -> written(past, comment);
        };
    }

    private Optional<String> written(PastStep past, ObjectStatement.CommentOn comment) {
        List<Token> tokens = LastText.tokens(past.text(comment.span()));
        int last = tokens.size() - 1;
        while (last > 2 && !tokens.get(last).isWord("is")) {
            last--;
        }
        int start = comment.span().start();
        Span object = new Span(
                start + tokens.get(2).start(), start + tokens.get(last - 1).end());
        return texts.whole(past, object).map(text -> qualified(past, comment, text));
    }

    /** The same for all ways to write it, where it is about a relation or on one. */
    private String qualified(PastStep past, ObjectStatement.CommentOn comment, String text) {
        Optional<String> relation =
                names.catalog().relation(relation(past)).map(found -> Identifiers.quote(found.name()));
        String type = comment.type().words() + " ";
        List<Token> words = LastText.tokens(text);
        return relation.map(name -> switch (comment.type()) {
                    case COLUMN ->
                        type + name + "." + Identifiers.quote(words.getLast().value());
                    case CONSTRAINT, TRIGGER, RULE, POLICY ->
                        type + Identifiers.quote(words.get(1).value()) + " ON " + name;
                    default -> type + name;
                })
                .or(() -> ofType(past, comment).map(type::concat))
                .orElseGet(() -> comment.type() == ObjectType.SCHEMA
                        ? type + Identifiers.quote(words.getLast().value())
                        : text);
    }

    private Optional<String> ofType(PastStep past, ObjectStatement.CommentOn comment) {
        return past.step().references().stream()
                .filter(reference -> comment.type() == ObjectType.TYPE || comment.type() == ObjectType.DOMAIN)
                .filter(reference -> reference.type() == ObjectType.TYPE)
                .map(reference -> names.renames().type(reference.name(), past.number()))
                .filter(name -> names.catalog().type(name).isPresent())
                .map(Identifiers::quote)
                .findFirst();
    }

    private boolean isThere(PastStep past, ObjectStatement.CommentOn comment) {
        return switch (comment.type()) {
            case DATABASE, ROLE, TABLESPACE -> false;
            case CONSTRAINT -> constraint(past, comment);
            case INDEX, TABLE, VIEW, SEQUENCE, MATERIALIZED_VIEW, FOREIGN_TABLE, COLUMN, TRIGGER, POLICY, RULE -> true;
            case FUNCTION, PROCEDURE, ROUTINE, AGGREGATE -> true;
            case SCHEMA ->
                names.catalog()
                        .schema(names.renames().schema(comment.name().name(), past.number()))
                        .isPresent();
            case EXTENSION -> names.catalog().extension(comment.name().name()).isPresent();
            case TYPE, DOMAIN, DOMAIN_CONSTRAINT -> type(past);
            case OPERATOR, CAST, TRANSFORM -> true;
            default -> named(comment);
        };
    }

    private boolean constraint(PastStep past, ObjectStatement.CommentOn comment) {
        return past.step().references().stream()
                .filter(reference -> LastNames.isRelation(reference.type()))
                .flatMap(reference -> LastNames.relation(reference.name(), past).stream())
                .flatMap(relation -> names.now(relation).stream())
                .filter(Table.class::isInstance)
                .anyMatch(table ->
                        ((Table) table).constraint(comment.name().name()).isPresent());
    }

    /** As it is at the end: one with the name and the parameters that it has then. */
    private Optional<Routine> routine(PastStep past) {
        return past.step().references().stream()
                .filter(reference -> reference.type() != ObjectType.TYPE && reference.type() != ObjectType.SCHEMA)
                .flatMap(reference -> past.step().before().routines(reference.name()).stream()
                        .filter(routine -> Objects.equals(routine.origin(), reference.origin())))
                .flatMap(routine -> last(routine, past).stream())
                .findFirst();
    }

    private Optional<Routine> last(Routine then, PastStep past) {
        List<DataType> parameters =
                then.parameters().stream().map(type -> last(type, past)).toList();
        return names.catalog().routines(names.renames().routine(then.name(), past.number())).stream()
                .filter(routine -> routine.parameters().equals(parameters))
                .findFirst();
    }

    private DataType last(DataType type, PastStep past) {
        if (type.isBuiltIn()) {
            return type;
        }
        QualifiedName name = LastNames.relation(type.name(), past)
                .flatMap(names::now)
                .map(Relation::name)
                .orElseGet(() -> names.renames().type(type.name(), past.number()));
        return new DataType(name, type.modifiers(), type.array());
    }

    private String signature(Routine routine) {
        String text = SignatureText.of(routine, new SearchPath(names.catalog(), List.of()));
        String arguments = text.substring(routine.name().toString().length());
        boolean none = routine.kind().equals("aggregate") && arguments.equals("()");
        return Identifiers.quote(routine.name()) + (none ? "(*)" : arguments);
    }

    private boolean type(PastStep past) {
        return past.step().references().stream()
                .filter(reference -> reference.type() == ObjectType.TYPE)
                .map(reference -> names.renames().type(reference.name(), past.number()))
                .anyMatch(name -> names.catalog().type(name).isPresent() || isRow(name));
    }

    private boolean isRow(QualifiedName name) {
        return names.catalog()
                .relation(name)
                .filter(relation -> !(relation instanceof Index))
                .map(Relation::oid)
                .isPresent();
    }

    private boolean named(ObjectStatement.CommentOn comment) {
        return names.catalog().objects().stream()
                .anyMatch(object -> object.kind().name().equals(comment.type().name())
                        && object.name().name().equals(comment.name().name()));
    }
}
