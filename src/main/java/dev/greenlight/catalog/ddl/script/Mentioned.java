package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a text may name, told by its words alone: what is there under one of them. Too many does no harm to an order. */
final class Mentioned {
    private final Catalog catalog;
    private final Set<String> words = new TreeSet<>();

    Mentioned(Catalog catalog, String text) {
        this.catalog = catalog;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
                word.append(text.charAt(i));
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
        }
    }

    Stream<Routine> routines() {
        return catalog.routines()
                .filter(routine -> words.contains(routine.name().name()));
    }

    Stream<Relation> relations() {
        return catalog.relations().stream()
                .filter(relation -> words.contains(relation.name().name()));
    }
}
