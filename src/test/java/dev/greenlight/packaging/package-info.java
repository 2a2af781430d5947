/** What surrounds the jar and is not Java: the launcher, the GitHub action, the pre-commit hook. */
@NullMarked
package dev.greenlight.packaging;

import org.jspecify.annotations.NullMarked;
