-- Papers of a version once established: the bytes that were printed, encrypted, so that printing again gives the same file whatever becomes of
-- the templates. remise_id: the copy of one recipient, with what was masked for them.
create table projet_imprime (
    id          uuid primary key,
    version_id  uuid not null references projet_version,
    -- Of the content printed: a version written again after its establishment was cancelled is another content.
    empreinte   text not null,
    remise_id   uuid references projet_remise,
    variante    text not null check (variante in ('COMPLET', 'GRAND', 'ENFANT')),
    contenu     bytea not null,
    sha256      text not null,
    taille      int not null,
    imprime_le  timestamptz not null,
    imprime_par uuid
);
alter table projet_imprime alter column contenu set storage external;
create unique index projet_imprime_unique on projet_imprime (version_id, empreinte, remise_id, variante) nulls not distinct;
create index projet_imprime_par_remise on projet_imprime (remise_id) where remise_id is not null;
