package dev.greenlight.lint.check;

import java.util.stream.Stream;

/** Looks at the schema that a history leaves for one thing. It is silent where what it looks for is not certain. */
interface SchemaCheck {
    Stream<Recommendation> look(FinalSchema schema);
}
