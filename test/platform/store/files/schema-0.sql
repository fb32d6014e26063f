-- A store as the first layout kept it: the revision only inside the document, no side tables for arrays,
-- an index that the collections of today do not declare.
CREATE TABLE "notes" (id TEXT PRIMARY KEY, doc TEXT NOT NULL);
INSERT INTO "notes" VALUES ('n1', '{"id":"n1","revision":3,"title":"助餐","rank":2,"tags":["a","b"]}');
INSERT INTO "notes" VALUES ('n2', '{"id":"n2","revision":1,"title":"助浴","code":"k","tags":["b"]}');
INSERT INTO "notes" VALUES ('n3', '{"id":"n3","revision":7}');
CREATE INDEX "index:notes:title" ON "notes" (doc ->> '$.title');
PRAGMA user_version = 0;
