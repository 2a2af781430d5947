package dev.greenlight.effect;

import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.LockMode;

/** The strongest lock that is newly taken on a relation; held to the end of the transaction (manual 13.3.1). */
public record RelationLock(Relation relation, LockMode mode) {}
