package dev.greenlight.source;

/** Where the places of a text were in the one that it was made from. */
interface Places {
    int before(int offset);

    Span before(Span span);
}
