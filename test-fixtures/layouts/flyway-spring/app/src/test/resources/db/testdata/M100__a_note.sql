INSERT INTO notes.notes VALUES (1, 'A note.', 'Ann');
