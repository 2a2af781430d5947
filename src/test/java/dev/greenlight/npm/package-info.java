/** Tests against the migrators that npm has: does Greenlight say what they do? */
@NullMarked
package dev.greenlight.npm;

import org.jspecify.annotations.NullMarked;
