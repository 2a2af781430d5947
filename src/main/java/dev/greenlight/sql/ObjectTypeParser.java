package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the words that say what kind of object a statement is about. */
final class ObjectTypeParser {
    private record Words(ObjectType type, String... words) {}

    /** Those of more words come first, as OPERATOR also begins OPERATOR CLASS. */
    private static final List<Words> ALL = words();

    private ObjectTypeParser() {}

    private static List<Words> words() {
        List<Words> words = new ArrayList<>(Stream.of(ObjectType.values())
                .filter(Predicate.not(Set.copyOf(
                        EnumSet.of(ObjectType.DOMAIN_CONSTRAINT, ObjectType.PARAMETER, ObjectType.SYSTEM))::contains))
                .map(type -> new Words(type, type.lowerCaseWords().split(" ")))
                .toList());
        words.add(new Words(ObjectType.LANGUAGE, "procedural", "language"));
        words.add(new Words(ObjectType.ROLE, "user"));
        words.add(new Words(ObjectType.ROLE, "group"));
        words.sort(Comparator.comparing((Words entry) -> entry.words().length).reversed());
        return List.copyOf(words);
    }

    /** The object type that stands here, and moves behind its words. */
    static ObjectType type(Cursor cursor) {
        return ALL.stream()
                .filter(entry -> cursor.acceptWords(entry.words()))
                .findFirst()
                .map(Words::type)
                .orElseThrow(() -> cursor.failExpected("a kind of object"));
    }
}
