-- atlas:txtar

-- checks.sql --
SELECT NOT EXISTS (SELECT FROM "members");

-- migration.sql --
ALTER TABLE "members" ADD COLUMN "name" text NOT NULL;

-- down.sql --
ALTER TABLE "members" DROP COLUMN "name";
