/**
 * A review as text, Markdown, SARIF and JSON.
 */
@NullMarked
package dev.greenlight.report;

import org.jspecify.annotations.NullMarked;
