package dev.greenlight.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What GRANT and REVOKE give and take: privileges with the columns they are limited to, or roles. */
record Privileges(List<Privilege> privileges) {
    /** Reserved words that are privileges nevertheless. */
    private static final Set<String> RESERVED = Set.of("select", "references", "create");

    /**
     * @param name also a role's, which is told only by what follows
     */
    record Privilege(Name name, List<Name> columns) {}

    static Privileges parse(Cursor cursor) {
        if (!cursor.isWord("all")) {
            return new Privileges(cursor.commaSeparated(() -> privilege(cursor)));
        }
        Name all = NameParser.of(cursor.next());
        cursor.acceptWords("privileges");
        return new Privileges(List.of(new Privilege(all, NameParser.optionalNames(cursor))));
    }

    private static Privilege privilege(Cursor cursor) {
        if (cursor.isWord("alter", "system")) {
            Token alter = cursor.next();
            Token system = cursor.next();
            return new Privilege(new Name("alter system", alter.span().cover(system.span())), List.of());
        }
        Name name = RESERVED.contains(cursor.peek().value()) ? NameParser.label(cursor) : NameParser.name(cursor);
        return new Privilege(name, NameParser.optionalNames(cursor));
    }

    boolean isAll() {
        return privileges.getFirst().name().value().equals("all");
    }

    List<Name> names() {
        return privileges.stream().map(Privilege::name).toList();
    }

    /** In lower case. */
    List<String> words() {
        return names().stream()
                .map(name -> name.value().toLowerCase(Locale.ROOT))
                .toList();
    }

    List<Name> columns() {
        return privileges.stream()
                .flatMap(privilege -> privilege.columns().stream())
                .toList();
    }
}
