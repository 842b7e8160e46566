-- A year closed: every cell as it stood, in a text whose fingerprint and seal say whether anybody touched it since.
create table contrat_arrete (
    annee      int primary key,
    signataire uuid,
    nom        text not null,
    qualite    text,
    remarque   text,
    arrete_le  timestamptz not null,
    contenu    text not null,
    sha256     bytea not null,
    sceau      bytea not null
);
revoke update, delete, truncate on contrat_arrete from ${roleApplication};

-- The annual execution report and its circuit: draft, Préfet and ARS, opinion of the ODPE, adopted, published; a step back is a step too.
create table rapport_etape (
    annee     int not null,
    rang      int not null,
    etape     text not null check (etape in ('BROUILLON', 'TRANSMIS', 'AVIS_ODPE', 'ADOPTE', 'PUBLIE', 'REPRIS')),
    le        date not null,
    remarques text,
    par       uuid,
    ecrite_le timestamptz not null,
    primary key (annee, rang)
);
revoke update, delete, truncate on rapport_etape from ${roleApplication};
