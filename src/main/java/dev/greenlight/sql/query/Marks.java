package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.RelationReference.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been found out about the tokens of one statement so far. It changes while the statement is read, and belongs
 * to one statement and one thread.
 */
final class Marks {
    private final List<Token> tokens;
    private final Role[] roles;
    private final @Nullable Scope[] scopes;
    private final int[] partners;
    private boolean doubtful;
    private boolean tooDeep;
    private int queries;
    private int indexed;
    private final Map<Integer, Sighting> byIndex = new HashMap<>();
    private final BitSet relationNames = new BitSet();

    final List<Sighting> sightings = new ArrayList<>();
    final List<FunctionCall> functions = new ArrayList<>();
    final List<TypeName> types = new ArrayList<>();
    final List<RelationReference> relations = new ArrayList<>();
    /** The names that WITH defines anywhere in the statement. */
    final Set<String> commonTables = new HashSet<>();

    final List<Lock> locks = new ArrayList<>();

    /**
     * A name that stands for a column or a relation.
     *
     * @param index its first token
     * @param inFrom whether relations are named at its place
     * @param query the query that it is in
     */
    record Sighting(int index, @Nullable ObjectName qualifier, Name name, boolean star, boolean inFrom, int query) {
        /** The whole name, as that of a relation. */
        ObjectName relation() {
            List<Name> parts = new ArrayList<>();
            if (qualifier != null) {
                parts.addAll(qualifier.parts());
            }
            parts.add(name);
            return new ObjectName(parts);
        }
    }

    /**
     * A locking clause.
     *
     * @param names the FROM items that it locks; empty for all
     */
    record Lock(int query, List<String> names) {}

    Marks(List<Token> tokens) {
        this.tokens = tokens;
        this.roles = new Role[tokens.size()];
        Arrays.fill(roles, Role.PLAIN);
        this.scopes = new Scope[tokens.size()];
        this.partners = new int[tokens.size()];
        findPartners();
        doubtful = hasDoubtful(tokens);
    }

    private static boolean hasDoubtful(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.is(TokenKind.PLACEHOLDER) || token.is(TokenKind.ERROR)) {
                return true;
            }
        }
        return false;
    }

    private void findPartners() {
        int[] open = new int[tokens.size()];
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            partners[i] = -1;
            switch (tokens.get(i).kind()) {
                case LEFT_PAREN, LEFT_BRACKET -> open[depth++] = i;
                case RIGHT_PAREN, RIGHT_BRACKET -> {
                    if (depth > 0) {
                        partners[open[--depth]] = i;
                        partners[i] = open[depth];
                    }
                }
                default -> {}
            }
        }
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    boolean isWord(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (index < 0
                    || index + i >= tokens.size()
                    || !tokens.get(index + i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean is(int index, TokenKind kind) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(kind);
    }

    /** The index of the parenthesis or bracket that belongs to the one here; the number of tokens if it is missing. */
    int partner(int index) {
        return partners[index] < 0 ? tokens.size() : partners[index];
    }

    Role role(int index) {
        return roles[index];
    }

    void mark(int index, Role role) {
        roles[index] = role;
    }

    void mark(int from, int to, Role role) {
        Arrays.fill(roles, from, Math.min(to, roles.length), role);
    }

    @Nullable
    Scope scope(int index) {
        return scopes[index];
    }

    /** Says what the name that begins here sees. */
    void see(int index, Scope scope) {
        scopes[index] = scope;
    }

    /** The name of a column or relation that begins at a token. */
    @Nullable
    Sighting sighting(int index) {
        while (indexed < sightings.size()) {
            Sighting sighting = sightings.get(indexed++);
            byIndex.put(sighting.index(), sighting);
        }
        return byIndex.get(index);
    }

    /** The names between two tokens; none are looked for among those of other pieces. */
    List<Sighting> sightingsIn(int from, int to) {
        return sightings.stream()
                .filter(sighting -> from <= sighting.index() && sighting.index() < to)
                .toList();
    }

    /** Whether a query begins with this token. */
    boolean isSelect(int index) {
        return index >= 0
                && switch (roles[index]) {
                    case SELECT, SELECT_NOTHING, SELECT_ALL -> true;
                    default -> false;
                };
    }

    /** Says that the name that begins here is a relation's. */
    void nameRelation(int index) {
        relationNames.set(index);
    }

    boolean namesRelation(int index) {
        return relationNames.get(index);
    }

    /** Whether a relation in FROM is only read, or locked, too. */
    Use use(Sighting relation, Name visible) {
        boolean locked = locks.stream()
                .filter(lock -> lock.query() == relation.query())
                .anyMatch(lock -> lock.names().isEmpty() || lock.names().contains(visible.value()));
        return locked ? Use.LOCK : Use.READ;
    }

    /** A number for a query that none before has. */
    int newQuery() {
        return queries++;
    }

    /** Whether something was not understood. */
    boolean isDoubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    boolean isTooDeep() {
        return tooDeep;
    }

    /** Says that more is nested than can be read. */
    void giveUp() {
        tooDeep = true;
        doubtful = true;
    }
}
