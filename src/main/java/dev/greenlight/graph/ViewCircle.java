package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Views, and routines that they call, each of which names the next one. PostgreSQL lets both close such a circle: CREATE
 * OR REPLACE VIEW takes a query that reads the view itself, and what stands in a body is looked up when it runs (manual
 * CREATE VIEW, 36.5 and 41.11.2). Routines that call each other without a view between them are none: that is how code
 * recurses.
 *
 * @param members the last names the first
 */
public record ViewCircle(List<Member> members) {
    public ViewCircle {
        members = List.copyOf(members);
    }

    /** A view or a routine. */
    public sealed interface Member {
        QualifiedName name();

        @Nullable
        Origin origin();

        /** Whether a catalog has it as it is here, under whatever name. */
        boolean isIn(Catalog catalog);
    }

    public record OfView(View view) implements Member {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfView that && view.oid() == that.view.oid();
        }

        @Override
        public int hashCode() {
            return Long.hashCode(view.oid());
        }

        @Override
        public QualifiedName name() {
            return view.name();
        }

        @Override
        public @Nullable Origin origin() {
            return view.origin();
        }

        @Override
        public boolean isIn(Catalog catalog) {
            return catalog.relation(view.oid())
                    .filter(there -> Objects.equals(there.origin(), view.origin()))
                    .isPresent();
        }
    }

    /** The only one of its name. */
    public record OfRoutine(Routine routine) implements Member {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OfRoutine that && name().equals(that.name());
        }

        @Override
        public int hashCode() {
            return name().hashCode();
        }

        @Override
        public QualifiedName name() {
            return routine.name();
        }

        @Override
        public @Nullable Origin origin() {
            return routine.origin();
        }

        @Override
        public boolean isIn(Catalog catalog) {
            return catalog.routines().anyMatch(there -> Objects.equals(there.origin(), routine.origin()));
        }
    }

    /** Whether the server itself puts each view's query in the place of its name, and finds that there is no end. */
    public boolean isOfViewsAlone() {
        return members.stream().allMatch(member -> member instanceof OfView) && !hasRows();
    }

    /** Whether a materialized view is among them: what it holds is read, and its query is not run. */
    public boolean hasRows() {
        return members.stream()
                .anyMatch(member -> member instanceof OfView of && of.view().materialized());
    }

    /** Whether each reads the next one whatever rows there are, so that no query of one of them has an end. */
    public boolean isEndless() {
        return !hasRows()
                && members.stream().allMatch(member -> OnlySource.of(member).equals(next(member)));
    }

    private String next(Member member) {
        return members.get((members.indexOf(member) + 1) % members.size())
                .name()
                .name();
    }

    /** Whether a statement that made something of this origin, and left this catalog, closed it. */
    public boolean isClosedBy(@Nullable Origin made, Catalog after) {
        return made != null
                && members.stream().anyMatch(member -> made.equals(member.origin()))
                && members.stream().allMatch(member -> member.isIn(after));
    }
}
