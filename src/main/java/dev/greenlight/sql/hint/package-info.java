/** What is probably wrong with a statement that does not parse. Looked for only then, and said only where it is sure. */
@NullMarked
package dev.greenlight.sql.hint;

import org.jspecify.annotations.NullMarked;
