package dev.greenlight.postgres;

/** The major versions that have something, both ends included. */
public record VersionRange(PostgresVersion first, PostgresVersion last) {
    public static final VersionRange ALL = new VersionRange(PostgresVersion.OLDEST, PostgresVersion.NEWEST);

    /** Reads {@code 13+} or {@code 12-14}. */
    static VersionRange parse(String text) {
        String[] ends = text.split("[+-]", 2);
        int last = ends[1].isEmpty() ? PostgresVersion.NEWEST.major() : Integer.parseInt(ends[1]);
        return new VersionRange(new PostgresVersion(Integer.parseInt(ends[0])), new PostgresVersion(last));
    }

    public boolean contains(PostgresVersion version) {
        return first.compareTo(version) <= 0 && version.compareTo(last) <= 0;
    }
}
