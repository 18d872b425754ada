-- Proofs of possession (DPoP) that have been used. Shared by the replicas, and not worth a write-ahead log: each lasts a minute.
create unlogged table used_proof (
    digest     bytea       primary key,
    expires_at timestamptz not null
);
create index used_proof_expired on used_proof (expires_at);
