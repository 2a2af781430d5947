# ALTER TABLE: constraints

ALTER TABLE {t} ADD CONSTRAINT new CHECK (sure > 0);
ALTER TABLE {t} ADD CONSTRAINT new CHECK (sure > 0) NOT VALID;
ALTER TABLE {t} ADD CONSTRAINT new CHECK (sure > 0) NO INHERIT;
ALTER TABLE {t} ADD CONSTRAINT new CHECK (sure > 0) NOT ENFORCED;
ALTER TABLE ONLY {t} ADD CONSTRAINT new CHECK (sure > 0);
ALTER TABLE {t} ADD CONSTRAINT new NOT NULL plain;
ALTER TABLE {t} ADD CONSTRAINT new NOT NULL plain NOT VALID;
-- where: a validated check proves it
ALTER TABLE {t} ADD CONSTRAINT new NOT NULL checked;
ALTER TABLE {t} ADD CONSTRAINT new UNIQUE (sure, at);
ALTER TABLE {t} ADD CONSTRAINT new UNIQUE (sure, at) DEFERRABLE;
ALTER TABLE {t} ADD CONSTRAINT new UNIQUE NULLS NOT DISTINCT (plain, at);
ALTER TABLE ONLY {t} ADD CONSTRAINT new UNIQUE (sure, at);
-- where: it has one
ALTER TABLE {t} ADD PRIMARY KEY (sure, at);
-- before: ALTER TABLE {t} DROP CONSTRAINT {t}_pkey CASCADE
-- where: columns that are NOT NULL
ALTER TABLE {t} ADD PRIMARY KEY (sure, at);
-- before: ALTER TABLE {t} DROP CONSTRAINT {t}_pkey CASCADE
-- where: a column that is nullable
ALTER TABLE {t} ADD PRIMARY KEY (plain, at);
ALTER TABLE {t} ADD CONSTRAINT new UNIQUE USING INDEX {t}_line_idx;
ALTER TABLE {t} ADD UNIQUE USING INDEX {t}_number_idx;
-- before: ALTER TABLE {t} DROP CONSTRAINT {t}_pkey CASCADE
-- where: columns that are NOT NULL
ALTER TABLE {t} ADD PRIMARY KEY USING INDEX {t}_line_idx;
-- before: ALTER TABLE {t} DROP CONSTRAINT {t}_pkey CASCADE
-- where: a column that is nullable
ALTER TABLE {t} ADD PRIMARY KEY USING INDEX {t}_number_idx;
ALTER TABLE {t} ADD CONSTRAINT new EXCLUDE USING gist (daterange(at, at) WITH &&);
ALTER TABLE {t} ADD CONSTRAINT new FOREIGN KEY (sure) REFERENCES others;
ALTER TABLE {t} ADD CONSTRAINT new FOREIGN KEY (sure) REFERENCES others NOT VALID;
ALTER TABLE {t} ADD CONSTRAINT new FOREIGN KEY (sure) REFERENCES others NOT ENFORCED;
-- where: to itself
ALTER TABLE {t} ADD CONSTRAINT new FOREIGN KEY (sure, at) REFERENCES {t};
ALTER TABLE ONLY {t} ADD CONSTRAINT new FOREIGN KEY (sure) REFERENCES others;
-- where: a check
ALTER TABLE {t} VALIDATE CONSTRAINT {c}_later_check;
-- where: it is validated already
ALTER TABLE {t} VALIDATE CONSTRAINT {c}_number_check;
-- before: ALTER TABLE {t} ADD CONSTRAINT late FOREIGN KEY (sure) REFERENCES others NOT VALID
-- where: a foreign key
ALTER TABLE {t} VALIDATE CONSTRAINT late;
-- before: ALTER TABLE {t} ADD CONSTRAINT late NOT NULL plain NOT VALID
-- where: a NOT NULL
ALTER TABLE {t} VALIDATE CONSTRAINT late;
ALTER TABLE ONLY {t} VALIDATE CONSTRAINT {c}_later_check;
ALTER TABLE {t} DROP CONSTRAINT {c}_number_check;
ALTER TABLE {t} DROP CONSTRAINT {c}_later_check;
ALTER TABLE ONLY {t} DROP CONSTRAINT {c}_number_check;
ALTER TABLE {t} DROP CONSTRAINT {c}_other_fkey;
ALTER TABLE {t} DROP CONSTRAINT {t}_pkey;
ALTER TABLE {t} DROP CONSTRAINT {t}_pkey CASCADE;
ALTER TABLE {t} DROP CONSTRAINT IF EXISTS missing;
-- prediction, partition, 12-17 only: fails with 55000 (those versions have no code of their own for it)
-- server, partition, 12-17 only: fails with XX000 (the same)
ALTER TABLE {t} ALTER CONSTRAINT {c}_other_fkey DEFERRABLE;
ALTER TABLE {t} ALTER CONSTRAINT {c}_other_fkey NOT ENFORCED;
-- before: ALTER TABLE {t} ALTER CONSTRAINT {c}_other_fkey NOT ENFORCED
ALTER TABLE {t} ALTER CONSTRAINT {c}_other_fkey ENFORCED;
ALTER TABLE {t} RENAME CONSTRAINT {c}_number_check TO renamed;
ALTER TABLE {t} RENAME CONSTRAINT {c}_other_fkey TO renamed;
ALTER TABLE {t} RENAME CONSTRAINT {t}_pkey TO renamed;
