CREATE OR REPLACE VIEW held AS SELECT part, held FROM stock WHERE held > 0;
