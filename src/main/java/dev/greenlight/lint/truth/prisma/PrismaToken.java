package dev.greenlight.lint.truth.prisma;

import dev.greenlight.source.Span;

/**
 * A piece of a Prisma schema.
 *
 * @param text of a string what it stands for, else as written
 * @param startsLine whether nothing but blanks and comments stands before it in its line
 */
record PrismaToken(Kind kind, String text, Span span, boolean startsLine) {
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        MARK,
        END
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    /** As a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "a string";
            case WORD, NUMBER, MARK -> text;
        };
    }
}
