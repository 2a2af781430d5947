/** What a file in YAML or JSON says, as a tree of words, lists and keys with their lines. */
@NullMarked
package dev.greenlight.source.yaml;

import org.jspecify.annotations.NullMarked;
