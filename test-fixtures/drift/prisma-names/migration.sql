-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('ACTIVE', '0');

-- CreateTable
CREATE TABLE "order" (
    "id" SERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "tenantId" INTEGER,
    "price" DECIMAL(12,4) NOT NULL DEFAULT 0,
    "ratio" DOUBLE PRECISION NOT NULL DEFAULT -0.5,
    "group" VARCHAR(20) NOT NULL,
    "tags" VARCHAR(10)[] DEFAULT ARRAY['x']::VARCHAR(10)[],
    "flags" BOOLEAN[] DEFAULT ARRAY[true, false]::BOOLEAN[],
    "ipv" INET NOT NULL,
    "parentId" INTEGER,
    "blob" BYTEA NOT NULL DEFAULT '\x',
    "big" BIGINT NOT NULL DEFAULT -5,

    CONSTRAINT "order_identity" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tenantId" INTEGER NOT NULL,
    "status" "Status" NOT NULL DEFAULT 'ACTIVE',

    CONSTRAINT "user_key" PRIMARY KEY ("id","tenantId")
);

-- CreateTable
CREATE TABLE "group" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "userId" UUID,
    "userTenant" INTEGER,

    CONSTRAINT "group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Überlänge_ménage_à_trois_of_a_really_very_long_name_that_goes_" (
    "id" INTEGER NOT NULL,
    "é" INTEGER NOT NULL,

    CONSTRAINT "Überlänge_ménage_à_trois_of_a_really_very_long_name_th_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "_related" (
    "A" INTEGER NOT NULL,
    "B" INTEGER NOT NULL,

    CONSTRAINT "_related_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_parentId_key" ON "order"("parentId");

-- CreateIndex
CREATE INDEX "legacy_name" ON "order"("userId", "tenantId" DESC);

-- CreateIndex
CREATE INDEX "order_price_idx" ON "order" USING BRIN ("price");

-- CreateIndex
CREATE INDEX "order_ipv_idx" ON "order" USING GIST ("ipv" inet_ops);

-- CreateIndex
CREATE INDEX "o_ratio" ON "order" USING BRIN ("ratio" float8_minmax_multi_ops);

-- CreateIndex
CREATE INDEX "order_tags_idx" ON "order" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "order_userId_price_key" ON "order"("userId", "price");

-- CreateIndex
CREATE UNIQUE INDEX "group_name_key" ON "group"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Überlänge_ménage_à_trois_of_a_really_very_long_name_tha_key" ON "Überlänge_ménage_à_trois_of_a_really_very_long_name_that_goes_"("é");

-- CreateIndex
CREATE INDEX "_related_B_index" ON "_related"("B");

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_userId_tenantId_fkey" FOREIGN KEY ("userId", "tenantId") REFERENCES "user"("id", "tenantId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group" ADD CONSTRAINT "group_userId_userTenant_fkey" FOREIGN KEY ("userId", "userTenant") REFERENCES "user"("id", "tenantId") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "_related" ADD CONSTRAINT "_related_A_fkey" FOREIGN KEY ("A") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_related" ADD CONSTRAINT "_related_B_fkey" FOREIGN KEY ("B") REFERENCES "group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

