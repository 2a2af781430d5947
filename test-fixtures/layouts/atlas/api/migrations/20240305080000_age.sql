-- atlas:txmode all

ALTER TABLE "members" ADD COLUMN "age" int;
