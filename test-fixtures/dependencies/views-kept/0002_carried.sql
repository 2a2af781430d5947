CREATE OR REPLACE FUNCTION carried() RETURNS numeric LANGUAGE sql AS 'SELECT max(total) FROM sums';
