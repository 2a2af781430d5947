package dev.greenlight.replay;

import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of data definition may make and drop, told from its words alone: all its names, because a name that
 * is not defined by it does no harm. It may have holes where dynamic SQL is filled in.
 */
final class Definition {
    /** Stands for what is filled in when the statement runs. */
    static final String HOLE = Value.HOLE;

    private static final Set<String> VERBS = Set.of("alter", "create", "drop", "import", HOLE);
    private static final Set<String> HARMLESS = Set.of(
            "analyze", "comment", "copy", "delete", "grant", "insert", "merge", "revoke", "set", "update", "vacuum");
    /** What belongs to the server and not to a database (manual 22, Managing Databases; 21, Database Roles). */
    private static final Set<String> ABOVE_DATABASES =
            Set.of("database", "group", "role", "system", "tablespace", "user");

    private static final Set<String> REMOVING = Set.of("drop", "rename", HOLE);
    private static final Map<String, ObjectType> KINDS = Map.ofEntries(
            Map.entry("table", ObjectType.TABLE),
            Map.entry("view", ObjectType.VIEW),
            Map.entry("index", ObjectType.INDEX),
            Map.entry("sequence", ObjectType.SEQUENCE),
            Map.entry("type", ObjectType.TYPE),
            Map.entry("domain", ObjectType.DOMAIN),
            Map.entry("schema", ObjectType.SCHEMA),
            Map.entry("function", ObjectType.FUNCTION),
            Map.entry("procedure", ObjectType.PROCEDURE),
            Map.entry("trigger", ObjectType.TRIGGER),
            Map.entry("policy", ObjectType.POLICY),
            Map.entry("rule", ObjectType.RULE),
            Map.entry("column", ObjectType.COLUMN),
            Map.entry("add", ObjectType.COLUMN),
            Map.entry("constraint", ObjectType.CONSTRAINT),
            Map.entry("extension", ObjectType.EXTENSION));

    private final List<Token> tokens;
    private final Set<String> names = new TreeSet<>();
    private final List<Doubt.Pattern> patterns = new ArrayList<>();
    private @Nullable ObjectType kind;

    private Definition(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Whether these are the first tokens of a statement that defines something. */
    static boolean begins(List<Token> tokens) {
        return !tokens.isEmpty()
                && tokens.getFirst().is(TokenKind.WORD)
                && VERBS.contains(tokens.getFirst().value());
    }

    static Doubt of(List<Token> tokens) {
        if (!begins(tokens) || isAboveDatabases(tokens)) {
            return Doubt.NONE;
        }
        Definition definition = new Definition(tokens);
        definition.read();
        return definition.doubt();
    }

    private static boolean isAboveDatabases(List<Token> tokens) {
        return tokens.size() > 1
                && tokens.get(1).is(TokenKind.WORD)
                && !tokens.getFirst().isWord(HOLE)
                && ABOVE_DATABASES.contains(tokens.get(1).value());
    }

    /** What a statement may define that could not be read, unless its first word says that it defines nothing. */
    static Doubt ofUnread(List<Token> tokens) {
        if (tokens.isEmpty() || HARMLESS.contains(tokens.getFirst().value())) {
            return Doubt.NONE;
        }
        Definition definition = new Definition(tokens);
        definition.read();
        return definition.doubt();
    }

    /** A statement of which nothing is known. */
    static Doubt anything() {
        List<Doubt.Pattern> all =
                KINDS.values().stream().distinct().map(Doubt.Pattern::any).toList();
        return Doubt.ofPatterns(all, all);
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            if (!isOwner(i)) {
                read(tokens.get(i));
            }
        }
    }

    /** A role belongs to the server and not to a database. */
    private boolean isOwner(int place) {
        return place > 1
                && tokens.get(place - 1).isWord("to")
                && tokens.get(place - 2).isWord("owner");
    }

    private void read(Token token) {
        switch (token.kind()) {
            case WORD -> {
                kind = KINDS.getOrDefault(token.value(), kind);
                name(token.value());
            }
            case QUOTED_IDENTIFIER, STRING -> name(token.value());
            default -> {}
        }
    }

    private void name(String name) {
        int hole = name.indexOf(HOLE);
        if (hole < 0) {
            names.add(name);
            return;
        }
        String end = name.substring(name.lastIndexOf(HOLE) + HOLE.length());
        kinds().forEach(type -> patterns.add(new Doubt.Pattern(type, name.substring(0, hole), end)));
    }

    private Collection<ObjectType> kinds() {
        return kind == null ? KINDS.values().stream().distinct().toList() : List.of(kind);
    }

    private Doubt doubt() {
        boolean drops = begins(tokens) && tokens.getFirst().isWord("drop");
        boolean removes =
                tokens.stream().anyMatch(token -> token.is(TokenKind.WORD) && REMOVING.contains(token.value()))
                        || movesAway();
        if (!drops) {
            names.forEach(this::addChosenNames);
        }
        Doubt made = drops ? Doubt.NONE : Doubt.ofMade(names).and(Doubt.ofPatterns(patterns, List.of()));
        Doubt gone = removes ? Doubt.ofGone(names).and(Doubt.ofPatterns(List.of(), patterns)) : Doubt.NONE;
        return made.and(gone);
    }

    /** PostgreSQL names the indexes and sequences of a table after it (manual CREATE TABLE). */
    private void addChosenNames(String name) {
        if (tokens.stream().anyMatch(token -> token.isWord("table"))) {
            patterns.add(new Doubt.Pattern(ObjectType.INDEX, name + "_", ""));
            patterns.add(new Doubt.Pattern(ObjectType.SEQUENCE, name + "_", "_seq"));
        }
    }

    /** {@code SET SCHEMA}. */
    private boolean movesAway() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("set") && tokens.get(i + 1).isWord("schema")) {
                return true;
            }
        }
        return false;
    }
}
