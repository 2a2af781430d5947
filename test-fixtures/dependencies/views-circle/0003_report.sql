CREATE TABLE report AS SELECT part FROM available;
