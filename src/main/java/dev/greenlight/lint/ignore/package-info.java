/** What comments in the files ask Greenlight to ignore. */
@NullMarked
package dev.greenlight.lint.ignore;

import org.jspecify.annotations.NullMarked;
