/** Tests of rules, their pages and the list of them. */
@NullMarked
package dev.greenlight.rule;

import org.jspecify.annotations.NullMarked;
