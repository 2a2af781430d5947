package dev.greenlight.postgres;

import java.util.Comparator;

/** A name with its schema, resolved: both parts as PostgreSQL stores them, without quotes. Sorted by schema, name. */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /** {@code schema.name} as stored; for people and for comparing, not for SQL. */
    @Override
    public String toString() {
        return schema + "." + name;
    }

    /** The name as PostgreSQL's messages and people say it: without the schema where that is {@code public}. */
    public String display() {
        return schema.equals("public") ? name : toString();
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }
}
