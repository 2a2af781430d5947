package dev.greenlight.catalog.ddl.script;

import java.util.List;
import java.util.stream.Stream;

/** What the catalog keeps by its name alone, by when it can be made. */
final class MadeObjects {
    /** What tables, types and routines may be made of. */
    private static final List<String> FIRST = List.of(
            "collation ",
            "conversion ",
            "text search ",
            "foreign data wrapper ",
            "server ",
            "user mapping ",
            "language ",
            "access method ");

    /** What is about tables. */
    private static final List<String> LAST = List.of("statistics ", "publication ");

    /** They would run at what comes behind them. */
    private static final List<String> VERY_LAST = List.of("event trigger ");

    private final List<Wordings.Made> made;

    MadeObjects(Wordings wordings) {
        this.made = wordings.objects();
    }

    Stream<Wordings.Made> first() {
        return of(FIRST);
    }

    /** Operators, casts and their kin. */
    Stream<Wordings.Made> ofRoutines() {
        return made.stream().filter(one -> !isOf(one, FIRST) && !isOf(one, LAST) && !isOf(one, VERY_LAST));
    }

    Stream<Ddl> last() {
        return of(LAST).map(MadeObjects::ddl);
    }

    Stream<Ddl> veryLast() {
        return of(VERY_LAST).map(MadeObjects::ddl);
    }

    private Stream<Wordings.Made> of(List<String> kinds) {
        return made.stream().filter(one -> isOf(one, kinds));
    }

    private static boolean isOf(Wordings.Made one, List<String> kinds) {
        return kinds.stream().anyMatch(one.object()::startsWith);
    }

    static Ddl ddl(Wordings.Made made) {
        Ddl.Guard guard = made.missing() == null ? new Ddl.Guard.Tolerant() : new Ddl.Guard.When(made.missing());
        return new Ddl(made.object(), made.text(), guard);
    }
}
