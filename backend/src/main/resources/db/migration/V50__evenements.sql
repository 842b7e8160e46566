-- The log of business events: append-only by right. No name, no free text: words live in evenement_texte, erasable.
create table evenement (
    id             uuid primary key,
    type           text not null,
    survenu_le     timestamptz not null,
    jour           date not null,
    enregistre_le  timestamptz not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    unite_id       text,
    auteur_id      uuid,
    element        text,
    dimensions     jsonb not null default '{}',
    annule_id      uuid references evenement,
    rectifie_id    uuid references evenement
);
create index evenement_par_type on evenement (type, jour);
create index evenement_par_transaction on evenement (transaction_id);
create index evenement_annulations on evenement (annule_id) where annule_id is not null;
create index evenement_rectifications on evenement (rectifie_id) where rectifie_id is not null;

create table evenement_sujet (
    evenement_id uuid not null references evenement,
    sujet_type   text not null,
    sujet_id     uuid not null,
    primary key (sujet_id, sujet_type, evenement_id)
);
create index evenement_sujet_par_evenement on evenement_sujet (evenement_id);

create table evenement_texte (
    evenement_id uuid primary key references evenement,
    texte        text not null
);

revoke update, delete, truncate on evenement, evenement_sujet from ${roleApplication};

-- Periods, versioned by what was known when: a correction closes the version and inserts the next. A change of dimension opens a new
-- segment under the same period id: stocks count segments, durations count ids.
create table periode (
    version_id  uuid primary key,
    periode_id  uuid not null,
    segment     int not null default 0,
    genre       text not null,
    sujet_type  text not null,
    sujet_id    uuid not null,
    enfant_id   uuid,
    unite_id    text,
    dimensions  jsonb not null default '{}',
    debut       date not null,
    fin         date,
    connu_tx    xid8 not null default pg_current_xact_id(),
    connu_du    timestamptz not null default clock_timestamp(),
    connu_au    timestamptz,
    connu_fin_tx xid8,
    -- The act this version tells: a version put back by an undo keeps that of the act that first said it.
    origine_tx  xid8 not null default pg_current_xact_id(),
    check (fin is null or fin >= debut)
);
create unique index periode_connue on periode (periode_id, segment) where connu_au is null;
create index periode_ouverte on periode (genre, unite_id) where connu_au is null and fin is null;
create index periode_par_sujet on periode (sujet_id, genre) where connu_au is null;
create index periode_par_genre on periode (genre, debut, fin) where connu_au is null;

-- Readers that add up go no further than this: every transaction below it has ended.
create function cloture_des_lectures() returns xid8 language sql stable as 'select pg_snapshot_xmin(pg_current_snapshot())';

-- Events that stand: not cancelled by a later one, nor themselves cancellations.
create view evenement_valide as
select e.* from evenement e
where e.annule_id is null
  and not exists (select 1 from evenement a where a.annule_id = e.id or a.rectifie_id = e.id);
