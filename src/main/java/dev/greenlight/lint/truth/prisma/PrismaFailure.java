package dev.greenlight.lint.truth.prisma;

import dev.greenlight.catalog.Origin;

/** Carries a reader out of a schema that it cannot read. It never leaves this package and has no stack trace. */
final class PrismaFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Origin place;

    PrismaFailure(Origin place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    Origin place() {
        return place;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
