package dev.greenlight.effect;

import dev.greenlight.postgres.LockMode;
import java.util.Locale;

/** Whose statements wait while a lock is held. */
public enum Blocks {
    NOTHING,
    WRITES,
    READS_AND_WRITES;

    public static Blocks by(LockMode mode) {
        if (mode.blocksReads()) {
            return READS_AND_WRITES;
        }
        return mode.blocksWrites() ? WRITES : NOTHING;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
