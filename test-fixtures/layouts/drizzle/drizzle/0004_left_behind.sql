CREATE TABLE "drafts" ("id" serial PRIMARY KEY NOT NULL);
