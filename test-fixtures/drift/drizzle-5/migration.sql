CREATE SCHEMA "shop";
--> statement-breakpoint
DO $$ BEGIN
 CREATE TYPE "userRole" AS ENUM('member', 'admin');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "shop"."orders" (
	"user_id" integer NOT NULL,
	"number" bigint NOT NULL,
	"code" varchar(12),
	"paid" boolean DEFAULT false NOT NULL,
	"token" uuid DEFAULT gen_random_uuid(),
	CONSTRAINT "orders_user_id_number_pk" PRIMARY KEY("user_id","number"),
	CONSTRAINT "orders_token_code" UNIQUE("token","code")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"role" "userRole" DEFAULT 'member' NOT NULL,
	"manager_id" integer,
	"created" timestamp with time zone DEFAULT now() NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb,
	"tags" text[],
	"total" numeric(10, 2) DEFAULT '0.00',
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS "orders_code" ON "shop"."orders" ("code");--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "users_by_manager" ON "users" ("manager_id");--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "shop"."orders" ADD CONSTRAINT "orders_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "users" ADD CONSTRAINT "users_manager_id_users_id_fk" FOREIGN KEY ("manager_id") REFERENCES "users"("id") ON DELETE no action ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
