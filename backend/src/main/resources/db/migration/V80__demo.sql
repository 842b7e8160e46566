-- The synthetic département: all of it follows from this one row, and the lots already written say where a stopped run goes on.
create table demo_semis (
    seul           boolean primary key default true check (seul),
    graine         bigint not null,
    ancre          date not null,
    echelle        numeric not null check (echelle > 0 and echelle <= 1),
    lots           int not null,
    commence_le    timestamptz not null default clock_timestamp(),
    utilisable_le  timestamptz,
    complet_le     timestamptz
);

-- An open file is played act after act, each in its own transaction: etape says how far, information which one it became.
create table demo_lot (
    lot            text primary key,
    dossiers       int not null default 0,
    fait_le        timestamptz,
    etape          int not null default 0,
    information_id uuid
);
