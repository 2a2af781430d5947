CREATE OR REPLACE VIEW held AS SELECT part, held FROM available WHERE held > 0;
