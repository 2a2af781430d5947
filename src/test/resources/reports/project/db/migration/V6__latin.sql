SELECT 1;
-- Grφίe
