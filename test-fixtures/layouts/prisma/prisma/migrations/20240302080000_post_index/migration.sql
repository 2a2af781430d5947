-- CreateIndex
CREATE INDEX CONCURRENTLY "Post_id_idx" ON "Post" ("id");
