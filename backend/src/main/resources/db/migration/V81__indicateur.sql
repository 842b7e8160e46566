-- The log is read backwards too: what rectifies an event is found without reading the whole of it.
create index if not exists evenement_rectifications on evenement (rectifie_id) where rectifie_id is not null;

-- A year declared final: its figures are computed as they were known below this fence, whatever is corrected afterwards.
create table indicateur_exercice (
    annee       int primary key,
    arrete_le   timestamptz not null,
    arrete_par  uuid,
    cloture     xid8 not null
);
