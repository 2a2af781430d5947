CREATE TYPE "public"."role" AS ENUM('owner', 'member');--> statement-breakpoint
CREATE TABLE "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"role" "role" NOT NULL
)
--> statement-breakpoint
CREATE TABLE "posts" ("id" serial PRIMARY KEY NOT NULL, "author_id" integer)
