-- The list people work from: one row for each step that waits for somebody. Written in the engine's transaction, rebuilt from the
-- engine and the files whenever wanted. Ids and codes only: names are joined for the page shown.
create table tache (
    id          text primary key,
    sujet_type  text not null,
    sujet_id    uuid not null,
    ip_id       uuid,
    cle         text not null,
    etape       text not null,
    etape_rang  smallint not null,
    mission     text not null,
    unite_id    text not null,
    reference   text not null,
    cree_le     timestamptz not null,
    urgence     boolean not null default false,
    echeance_id uuid,
    date_legale date,
    en_consigne boolean not null default false,
    -- A task without legal date sorts after all others, in the same index.
    date_tri    date not null generated always as (coalesce(date_legale, date '9999-12-31')) stored
);

-- One index a sort, each ending in the id: a page is found by its key, so that the last costs what the first costs.
create index tache_par_echeance   on tache (date_tri, id);
create index tache_par_anciennete on tache (cree_le, id);
create index tache_par_etape      on tache (etape_rang, date_tri, id);
create index tache_par_reference  on tache (reference, id);
create index tache_par_unite      on tache (unite_id, date_tri, id);
create index tache_par_sujet      on tache (sujet_type, sujet_id);
-- Counters read this one alone, without the table.
create index tache_compteurs      on tache (unite_id, mission, date_tri, en_consigne);

-- Who holds a task since when, and who has read it: human facts, never rebuilt.
create table tache_suivi (
    tache_id     text primary key,
    titulaire_id uuid not null,
    depuis       timestamptz not null,
    affectee_par uuid
);
create index tache_suivi_par_titulaire on tache_suivi (titulaire_id, tache_id);

create table tache_lue (
    utilisateur_id uuid not null,
    tache_id       text not null,
    lue_le         timestamptz not null,
    primary key (utilisateur_id, tache_id)
);
create index tache_lue_par_tache on tache_lue (tache_id);

create table filtre_enregistre (
    id             uuid primary key,
    utilisateur_id uuid not null,
    nom            text not null check (length(nom) between 1 and 60),
    criteres       jsonb not null,
    unique (utilisateur_id, nom)
);
