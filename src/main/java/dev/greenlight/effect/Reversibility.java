package dev.greenlight.effect;

import java.util.Locale;

/** Whether a statement can be taken back. */
public enum Reversibility {
    /** Another statement restores what was. */
    YES,
    /** The structure can be restored, rows or values cannot. */
    LOSES_DATA,
    /** PostgreSQL has no statement for the way back. */
    NO;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
