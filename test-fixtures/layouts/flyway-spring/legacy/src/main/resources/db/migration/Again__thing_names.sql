CREATE OR REPLACE VIEW thing_names AS SELECT name FROM things;
