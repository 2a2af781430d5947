/** A catalog as a script of SQL that makes it, object by object in the order in which they need each other. */
@NullMarked
package dev.greenlight.catalog.ddl.script;

import org.jspecify.annotations.NullMarked;
