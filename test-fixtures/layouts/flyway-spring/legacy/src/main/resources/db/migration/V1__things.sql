CREATE TABLE things (name text DEFAULT '${name}');
