-- One row is one leaf of the Merkle tree. The columns are the leaf: its canonical bytes are written from them, so whoever
-- changes a column breaks the tree. People appear as aliases only; names, identity numbers and content never do.
create table entry (
    leaf_index   bigint      primary key,
    leaf_hash    bytea       not null check (length(leaf_hash) = 32),
    entry_id     uuid        not null,
    stream       text        not null,
    position     bigint      not null,
    at           timestamptz not null,
    actor_kind   text        not null,
    actor        text        not null,
    supplier     text,
    subject      uuid,
    action       text        not null,
    purpose      text        not null,
    object_type  text        not null,
    object       text        not null,
    organization text,
    outcome      text        not null,
    unique (stream, position)
);
create index entry_of_subject on entry (subject, at desc, leaf_index desc) where subject is not null;

-- The size of the tree and its frontier: the roots of its perfect subtrees, largest first. Its lock is what makes indexes dense.
create table tree_head (
    only_row boolean primary key default true check (only_row),
    size     bigint  not null,
    frontier bytea   not null
);
insert into tree_head (size, frontier) values (0, '');

-- What is logged stays as it is. The service itself has no way to change or forget it.
revoke update, delete on entry from audit_worker;
revoke insert, delete on tree_head from audit_worker;
