package dev.greenlight.postgres;

/** What a function, and so an expression, promises about its results (manual 36.7). */
public enum Volatility {
    IMMUTABLE,
    STABLE,
    VOLATILE,
    /** It calls something that is not known. */
    UNKNOWN;

    /** That of an expression which holds both: the looser promise; unknown yields only to volatile. */
    public Volatility and(Volatility other) {
        if (this == VOLATILE || other == VOLATILE) {
            return VOLATILE;
        }
        return compareTo(other) >= 0 ? this : other;
    }
}
