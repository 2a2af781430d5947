-- atlas:txmode none

-- Create index "members_email" to table: "members"
CREATE UNIQUE INDEX CONCURRENTLY "members_email" ON "members" ("email");
