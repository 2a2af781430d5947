package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;

/** A migration as far as its file's place and name tell. The rest of {@link Migration} needs the file read. */
record PlannedMigration(Entry file, String version, String description, Direction direction) {}
