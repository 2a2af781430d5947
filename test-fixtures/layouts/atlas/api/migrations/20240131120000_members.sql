-- Create "members" table
CREATE TABLE "members" ("id" bigint NOT NULL, "email" text NOT NULL, PRIMARY KEY ("id"));
