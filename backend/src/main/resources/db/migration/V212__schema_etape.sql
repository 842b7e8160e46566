-- Steps of the fiches of a schéma, dated, with the state each leaves the fiche in. A step is never changed: a wrong one is cancelled and stays readable.
create table schema_etape (
    id           uuid primary key,
    document     text not null,
    fiche        int not null,
    etat         text not null check (etat in ('A_LANCER', 'EN_COURS', 'FAITE', 'REPORTEE', 'ABANDONNEE')),
    le           date not null,
    texte        text not null,
    saisie_le    timestamptz not null,
    saisie_par   uuid,
    annulee_le   timestamptz,
    annulee_motif text
);
create index schema_etape_par_fiche on schema_etape (document, fiche, le);
