-- atlas:sum ignore
INSERT INTO "members" ("id", "email", "name") VALUES (1, 'ada@example.org', 'Ada');
