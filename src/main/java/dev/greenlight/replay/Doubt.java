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
record Doubt(PSet<String> made, PSet<String> gone, NamePatterns patternsMade, NamePatterns patternsGone) {
    static final Doubt NONE =
            new Doubt(HashTreePSet.empty(), HashTreePSet.empty(), NamePatterns.NONE, NamePatterns.NONE);

    /** Every name of a kind that begins and ends so. */
    record Pattern(ObjectType type, String beginning, String end) {
        Pattern {
            type = kind(type);
        }

        static Pattern any(ObjectType type) {
            return new Pattern(type, "", "");
        }

        boolean matches(String name) {
            return name.length() >= beginning.length() + end.length()
                    && name.startsWith(beginning)
                    && name.endsWith(end);
        }
    }

    static Doubt ofMade(Collection<String> names) {
        return new Doubt(HashTreePSet.from(names), HashTreePSet.empty(), NamePatterns.NONE, NamePatterns.NONE);
    }

    static Doubt ofGone(Collection<String> names) {
        return new Doubt(HashTreePSet.empty(), HashTreePSet.from(names), NamePatterns.NONE, NamePatterns.NONE);
    }

    static Doubt ofPatterns(Collection<Pattern> made, Collection<Pattern> gone) {
        return new Doubt(HashTreePSet.empty(), HashTreePSet.empty(), NamePatterns.of(made), NamePatterns.of(gone));
    }

    Doubt and(Doubt more) {
        if (this == NONE || this == more) {
            return more;
        }
        return new Doubt(
                union(made, more.made),
                union(gone, more.gone),
                patternsMade.and(more.patternsMade),
                patternsGone.and(more.patternsGone));
    }

    /** Adding what is not there yet costs what is added; adding all would go through what is there as well. */
    private static PSet<String> union(PSet<String> all, PSet<String> more) {
        PSet<String> union = all;
        for (String one : more) {
            union = union.plus(one);
        }
        return union;
    }

    boolean mayExist(ObjectType type, String name) {
        return made.contains(name) || patternsMade.match(kind(type), name);
    }

    /** Whether there may be anything of a kind that nobody knows of. */
    boolean mayHaveMade(ObjectType type) {
        return !made.isEmpty() || patternsMade.hasAny(kind(type));
    }

    /** As {@link #mayHaveMade}, of names that are not known in full. */
    boolean mayHaveMadeUnnamed(ObjectType type) {
        return patternsMade.hasAny(kind(type));
    }

    boolean mayBeGone(ObjectType type, String name) {
        return gone.contains(name) || patternsGone.match(kind(type), name);
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
