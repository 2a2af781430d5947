/** One small final class for each rule, and the one list of them. */
@NullMarked
package dev.greenlight.rule.checks;

import org.jspecify.annotations.NullMarked;
