/** What types expressions and the columns of queries have (manual 10). */
@NullMarked
package dev.greenlight.replay.typing;

import org.jspecify.annotations.NullMarked;
