-- Whoever has got somebody else's letter does not have to see it any more. It stays, with its keys, as evidence.
alter table copy_state
    add column removed_at timestamptz,
    add constraint removed_is_sealed check (removed_at is null or sealed_at is not null);
grant update (removed_at) on copy_state to mailbox_request;
