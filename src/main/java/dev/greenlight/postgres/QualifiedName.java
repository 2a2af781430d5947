package dev.greenlight.postgres;

/**
 * A name with its schema, resolved: both parts as PostgreSQL stores them, without quotes. Sorted by schema, name. A
 * replay compares them more than it does anything else, so that how they are compared is written out.
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
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
        int order = schema.compareTo(other.schema);
        return order == 0 ? name.compareTo(other.name) : order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QualifiedName that && name.equals(that.name) && schema.equals(that.schema);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + name.hashCode();
    }
}
