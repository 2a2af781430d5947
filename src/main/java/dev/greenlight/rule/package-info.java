/**
 * What a rule sees, what it finds, and the page that documents it.
 */
@NullMarked
package dev.greenlight.rule;

import org.jspecify.annotations.NullMarked;
