SELECT count(*) FROM clients;
