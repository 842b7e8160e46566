-- Rules of the legal clock: dated rows. A row that a later edition replaces keeps its id, because due dates say which one they used.
create table echeance_regle (
    id              uuid primary key,
    code            text not null,
    genre           text not null,
    ordre           int not null default 0,
    libelle         text not null,
    article         text,
    nature          text not null check (nature in ('LEGALE', 'CONVENTION', 'INTERNE')),
    origine         text not null,
    calcul          text not null check (calcul in ('INSTANT', 'JOURS', 'MOIS', 'ANNIVERSAIRE')),
    periode         text not null,
    etapes          text[] not null default '{}',
    etape_rappel    text,
    rappels         text[] not null default '{}',
    destinataires   text[] not null default '{}',
    a_valider       boolean not null default false,
    source          text not null check (source in ('COMMUN', 'PROFIL', 'ADMINISTRATEUR')),
    periode_commune text,
    motif           text,
    du              date not null,
    au              date,
    saisie_le       timestamptz not null,
    saisie_par      uuid,
    remplacee_le    timestamptz,
    check (au is null or au >= du)
);
create unique index echeance_regle_en_vigueur on echeance_regle (code, du) where remplacee_le is null;

-- A due date: of a file, about the file or one thing in it. It moves with its origin and its rule; a hold never moves it.
create table echeance (
    id                 uuid primary key,
    sujet_type         text not null,
    sujet_id           uuid not null,
    objet_type         text,
    objet_id           uuid,
    genre              text not null,
    regle              text not null,
    regle_id           uuid not null references echeance_regle,
    nature             text not null,
    unite_id           text,
    origine_jour       date not null,
    origine_le         timestamptz,
    date_legale        date not null,
    instant_legal      timestamptz,
    date_operationnelle date not null,
    etapes             text[] not null default '{}',
    etat               text not null check (etat in ('OUVERTE', 'SATISFAITE', 'ANNULEE')),
    posee_le           timestamptz not null,
    satisfaite_le      timestamptz,
    satisfaction_id    uuid,
    annulee_le         timestamptz,
    motif_annulation   text,
    check ((etat = 'SATISFAITE') = (satisfaite_le is not null))
);
-- One live due date of a kind about a thing, whoever computes twice.
create unique index echeance_vivante on echeance (sujet_id, sujet_type, genre, objet_id) nulls not distinct where etat <> 'ANNULEE';
create index echeance_par_date on echeance (date_legale, genre) where etat = 'OUVERTE';
create index echeance_par_unite on echeance (unite_id, genre, date_legale) where etat = 'OUVERTE';
create index echeance_par_regle on echeance (regle, origine_jour) where etat = 'OUVERTE';

-- Holds: the steps they block stay blocked from du to au, the legal date does not move. Their cause is kept by whoever asked for them.
create table echeance_retenue (
    id         uuid primary key,
    sujet_type text not null,
    sujet_id   uuid not null,
    motif      text not null,
    etapes     text[] not null,
    du         date not null,
    au         date,
    check (au is null or au >= du)
);
create index echeance_retenue_par_sujet on echeance_retenue (sujet_id, sujet_type);
