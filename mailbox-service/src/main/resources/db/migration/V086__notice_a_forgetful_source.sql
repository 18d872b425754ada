-- Partitions of which consent-service counted other decisions than are known here when it counted last.
create table decision_drift (shard smallint primary key);
