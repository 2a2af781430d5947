package dev.greenlight.replay;

import dev.greenlight.replay.Doubt.Pattern;
import dev.greenlight.sql.ObjectType;
import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Patterns of names by the kind of object that they are of: a name is held only against those of its own kind. */
record NamePatterns(PMap<ObjectType, PSet<Pattern>> ofKind) {
    static final NamePatterns NONE = new NamePatterns(HashTreePMap.empty());

    static NamePatterns of(Collection<Pattern> patterns) {
        return NONE.and(patterns);
    }

    NamePatterns and(NamePatterns more) {
        NamePatterns all = this;
        for (PSet<Pattern> patterns : more.ofKind.values()) {
            all = all.and(patterns);
        }
        return all;
    }

    private NamePatterns and(Collection<Pattern> patterns) {
        PMap<ObjectType, PSet<Pattern>> all = ofKind;
        for (Pattern pattern : patterns) {
            PSet<Pattern> before = all.getOrDefault(pattern.type(), HashTreePSet.empty());
            PSet<Pattern> after = before.plus(pattern);
            all = after == before ? all : all.plus(pattern.type(), after);
        }
        return new NamePatterns(all);
    }

    /** Whether there is any of a kind. */
    boolean hasAny(ObjectType kind) {
        return ofKind.containsKey(kind);
    }

    boolean match(ObjectType kind, String name) {
        for (Pattern pattern : ofKind.getOrDefault(kind, HashTreePSet.empty())) {
            if (pattern.matches(name)) {
                return true;
            }
        }
        return false;
    }
}
