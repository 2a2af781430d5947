/** Tests of the report formats. */
@NullMarked
package dev.greenlight.report;

import org.jspecify.annotations.NullMarked;
