-- atlas:checkpoint

CREATE TABLE "members" ("id" bigint NOT NULL, "email" text NOT NULL, PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "members_email" ON "members" ("email");
