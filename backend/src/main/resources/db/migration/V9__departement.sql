-- The profile this database was born with, and its units: dated rows are the truth once seeded.
create table profil (
    code       text primary key,
    nom        text not null,
    charge_le  timestamptz not null default now()
);

create table unite (
    id      text primary key,
    nom     text not null,
    type    text not null,
    parent  text,
    commune text,
    du      date not null default date '2000-01-01',
    au      date,
    check (au is null or au >= du)
);

-- One rule of sight: a subject belongs to the units listed here.
create table sujet_unite (
    sujet_type text not null,
    sujet_id   uuid not null,
    unite_id   text not null references unite,
    titre      text not null check (titre in ('RECUEIL', 'PILOTE', 'ASSOCIEE', 'SUIVI')),
    du         timestamptz not null default now(),
    primary key (sujet_type, sujet_id, unite_id, titre)
);
create index sujet_unite_par_unite on sujet_unite (unite_id, sujet_type, sujet_id);

-- Insert-only (the application role has neither UPDATE nor DELETE here): who opened or changed what, refusals included.
create table journal_acces (
    id             uuid primary key,
    le             timestamptz not null default clock_timestamp(),
    transaction_id xid8 not null default pg_current_xact_id(),
    genre          text not null check (genre in ('OUVERTURE', 'MODIFICATION', 'RECHERCHE', 'REFUS')),
    sujet_type     text,
    sujet_id       uuid,
    quoi           text,
    nombre         int,
    utilisateur_id uuid,
    acteur         text not null
);
create index journal_par_sujet on journal_acces (sujet_type, sujet_id, le);
create index journal_par_acteur on journal_acces (utilisateur_id, le);
revoke update, delete, truncate on journal_acces from ${roleApplication};
