ALTER TABLE "Post" ADD COLUMN "authorId" INTEGER;

-- CreateIndex
CREATE INDEX CONCURRENTLY "Post_authorId_idx" ON "Post" ("authorId");
