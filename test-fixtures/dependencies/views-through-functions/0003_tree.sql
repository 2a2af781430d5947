CREATE OR REPLACE VIEW tree AS SELECT id, parent, depth_of(id) AS depth FROM teams;
