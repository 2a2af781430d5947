package dev.greenlight.replay;

import dev.greenlight.sql.ObjectType;
import java.util.Collection;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What may be there, and what may be gone, because statements ran that could not be followed: DO blocks, dynamic SQL,
 * text that does not parse. Nothing that is in doubt is ever reported as missing or as there already.
 *
 * <p>A word in such a statement stands for objects of every kind, because its place in the text says little. Where a
 * name is put together only when the statement runs, its kind is known and its beginning and end at most.
 *
 * @param made names that may be there
 * @param gone names that may not be there any more
 * @param patternsMade as {@code made}, of names that are not known in full
 * @param patternsGone as {@code gone}, of names that are not known in full
 */
record Doubt(PSet<String> made, PSet<String> gone, PSet<Pattern> patternsMade, PSet<Pattern> patternsGone) {
    static final Doubt NONE =
            new Doubt(HashTreePSet.empty(), HashTreePSet.empty(), HashTreePSet.empty(), HashTreePSet.empty());

    /** Every name of a kind that begins and ends so. */
    record Pattern(ObjectType type, String beginning, String end) {
        Pattern {
            type = kind(type);
        }

        static Pattern any(ObjectType type) {
            return new Pattern(type, "", "");
        }

        private boolean matches(ObjectType kind, String name) {
            return type == kind
                    && name.length() >= beginning.length() + end.length()
                    && name.startsWith(beginning)
                    && name.endsWith(end);
        }
    }

    static Doubt ofMade(Collection<String> names) {
        return new Doubt(HashTreePSet.from(names), HashTreePSet.empty(), HashTreePSet.empty(), HashTreePSet.empty());
    }

    static Doubt ofGone(Collection<String> names) {
        return new Doubt(HashTreePSet.empty(), HashTreePSet.from(names), HashTreePSet.empty(), HashTreePSet.empty());
    }

    static Doubt ofPatterns(Collection<Pattern> made, Collection<Pattern> gone) {
        return new Doubt(HashTreePSet.empty(), HashTreePSet.empty(), HashTreePSet.from(made), HashTreePSet.from(gone));
    }

    Doubt and(Doubt more) {
        if (this == NONE) {
            return more;
        }
        return new Doubt(
                union(made, more.made),
                union(gone, more.gone),
                union(patternsMade, more.patternsMade),
                union(patternsGone, more.patternsGone));
    }

    /** Adding what is not there yet costs what is added; adding all would go through what is there as well. */
    private static <T> PSet<T> union(PSet<T> all, PSet<T> more) {
        PSet<T> union = all;
        for (T one : more) {
            union = union.plus(one);
        }
        return union;
    }

    boolean mayExist(ObjectType type, String name) {
        return made.contains(name) || matches(patternsMade, type, name);
    }

    /** Whether there may be anything of a kind that nobody knows of. */
    boolean mayHaveMade(ObjectType type) {
        ObjectType kind = kind(type);
        return !made.isEmpty() || patternsMade.stream().anyMatch(pattern -> pattern.type() == kind);
    }

    boolean mayBeGone(ObjectType type, String name) {
        return gone.contains(name) || matches(patternsGone, type, name);
    }

    private static boolean matches(PSet<Pattern> patterns, ObjectType type, String name) {
        ObjectType kind = kind(type);
        return !patterns.isEmpty() && patterns.stream().anyMatch(pattern -> pattern.matches(kind, name));
    }

    /** Kinds that a statement may take for one another count as one. */
    private static ObjectType kind(ObjectType type) {
        return switch (type) {
            case VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE -> ObjectType.TABLE;
            case DOMAIN -> ObjectType.TYPE;
            case PROCEDURE, ROUTINE, AGGREGATE -> ObjectType.FUNCTION;
            default -> type;
        };
    }
}
