-- atlas:delimiter -- end
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
-- end
ALTER TABLE "members" ADD COLUMN "touched_at" timestamptz;
-- end
