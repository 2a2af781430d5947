-- What an older CLI wrote about the database it found.
create schema if not exists auth;
