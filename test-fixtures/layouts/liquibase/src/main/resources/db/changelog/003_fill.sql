UPDATE accounts SET touched_at = now();
