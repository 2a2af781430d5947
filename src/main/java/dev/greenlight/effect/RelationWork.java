package dev.greenlight.effect;

import dev.greenlight.catalog.Relation;

/** What is done to all rows of a relation, which is a table or a materialized view. */
public record RelationWork(Relation relation, Work work) {}
