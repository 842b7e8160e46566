-- The identifier the official tool gave a young person, campaign after campaign: the last one is the « identifiant précédent » of the next extract,
-- so that a corrected name does not make somebody new. Nothing here computes it.
create table olinpe_identifiant (
    id          uuid not null unique default gen_random_uuid(),
    enfant_id   uuid not null references enfant,
    annee       int not null check (annee between 2000 and 2100),
    identifiant text not null check (identifiant ~ '^[A-Za-z0-9+/=_-]{8,128}$'),
    recu_le     timestamptz not null,
    recu_par    uuid,
    primary key (enfant_id, annee)
);
create unique index olinpe_identifiant_unique on olinpe_identifiant (annee, identifiant);
