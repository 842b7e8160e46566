-- What the contract officer and those in charge of a fiche type. Nothing is overwritten: each typing is a version, so that a table can be
-- read as it was known on a day.
create table indicateur_valeur (
    id          uuid primary key,
    code        text not null,
    annee       int not null check (annee between 2000 and 2100),
    type        text not null check (type in ('REALISE', 'CIBLE')),
    version     int not null,
    sorte       text not null check (sorte in ('CHIFFRE', 'NR', 'ND', 'SANS_OBJET', 'TEXTE', 'OUI_NON', 'DOCUMENT', 'RETIREE')),
    valeur      numeric,
    texte       text,
    -- Among how many, for a rate: without it nobody can tell whether it may leave the département.
    base        bigint check (base >= 0),
    source      text,
    arrete_au   date,
    commentaire text,
    -- Why it changes although the year is closed.
    motif       text,
    import_id   uuid,
    par         uuid,
    saisie_le   timestamptz not null,
    unique (code, annee, type, version),
    check ((sorte = 'CHIFFRE') = (valeur is not null))
);
revoke update, delete, truncate on indicateur_valeur from ${roleApplication};

create table indicateur_import (
    id      uuid primary key,
    lignes  int not null,
    sha256  bytea not null,
    par     uuid,
    le      timestamptz not null
);
revoke update, delete, truncate on indicateur_import from ${roleApplication};

-- Words about a cell: its comment, why it differs from the printed one, why it was revised after the closing.
create table contrat_mot (
    code     text not null,
    annee    int not null,
    sorte    text not null check (sorte in ('COMMENTAIRE', 'DIFFERENCE', 'REVISION')),
    version  int not null,
    texte    text not null,
    par      uuid,
    ecrit_le timestamptz not null,
    primary key (code, annee, sorte, version)
);
revoke update, delete, truncate on contrat_mot from ${roleApplication};

create table fiche_responsable (
    fiche          text not null,
    utilisateur_id uuid not null,
    par            uuid,
    depuis         timestamptz not null,
    primary key (fiche, utilisateur_id)
);

create table fiche_recit (
    fiche    text not null,
    annee    int not null,
    version  int not null,
    texte    text not null,
    par      uuid,
    ecrit_le timestamptz not null,
    primary key (fiche, annee, version)
);
revoke update, delete, truncate on fiche_recit from ${roleApplication};
