-- Rights of people: a dated request about one child, what somebody decided of each part of the file, what was given, frozen. And what a
-- purge leaves: the retention table as dated rows, each elimination with its visa and its certificate.

-- The file was eliminated: the row stays for what is counted, without a name.
alter table enfant add column efface_le timestamptz;
create index enfant_efface on enfant (efface_le) where efface_le is not null;

do $$
begin
    for annee in 2020..2099 loop
        execute format('create sequence numero_dro_%s', annee);
        execute format('create sequence numero_eli_%s', annee);
    end loop;
end
$$;

create table droits_demande (
    id                 uuid primary key,
    numero             text not null unique,
    enfant_id          uuid not null references enfant,
    unite_id           text references unite,
    genre              text not null check (genre in ('ACCES', 'RECTIFICATION', 'OPPOSITION', 'LIMITATION', 'EFFACEMENT')),
    qualite            text not null check (qualite in ('ENFANT', 'TITULAIRE', 'TUTEUR', 'ANCIEN_CONFIE', 'MANDATAIRE', 'AYANT_DROIT')),
    demandeur          text not null,
    contact            text,
    objet              text,
    recue_le           date not null,
    identite_le        date,
    identite_moyen     text,
    echeance           date not null,
    prolongee_le       date,
    prolongation_motif text,
    etat               text not null check (etat in ('A_INSTRUIRE', 'ARRETEE', 'REPONDUE', 'SANS_SUITE')),
    decision           text check (decision in ('ACCEPTEE', 'EN_PARTIE', 'REFUSEE')),
    decision_motif     text,
    corrige            text,
    moyen              text,
    repondue_le        date,
    repondue_par       uuid,
    evenement_id       uuid,
    saisie_le          timestamptz not null,
    saisie_par         uuid,
    version            bigint not null default 0,
    check (repondue_le is null or repondue_le >= recue_le),
    check ((etat = 'REPONDUE') = (decision is not null))
);
create index droits_demande_par_enfant on droits_demande (enfant_id);
create index droits_demande_ouverte on droits_demande (echeance) where etat in ('A_INSTRUIRE', 'ARRETEE');

-- What becomes of a part, of one of its elements, or of one line of an element. empreinte: what was read when it was decided; once the
-- file says something else, the decision no longer holds.
create table droits_marque (
    demande_id uuid not null references droits_demande,
    piece      text not null,
    element    text not null default '',
    ligne      text not null default '',
    sort       text not null check (sort in ('COMMUNIQUE', 'OCCULTE', 'RETENU', 'JURIDICTION')),
    motif      text,
    article    text,
    passages   text[] not null default '{}',
    copie_id   uuid,
    empreinte  text not null,
    posee_le   timestamptz not null,
    posee_par  uuid,
    primary key (demande_id, piece, element, ligne),
    check (sort = 'COMMUNIQUE' or (motif is not null and article is not null))
);

-- What was given: the bytes, encrypted, and their hashes, which outlive them.
create table droits_remise (
    demande_id   uuid primary key references droits_demande,
    arretee_le   timestamptz not null,
    arretee_par  uuid,
    pdf          bytea,
    json         bytea,
    documents    jsonb,
    pdf_sha256   text not null,
    json_sha256  text not null,
    zip_sha256   text not null,
    pieces       int not null,
    occultees    int not null,
    retenues     int not null
);
alter table droits_remise alter column pdf set storage external;
alter table droits_remise alter column json set storage external;

-- How long each kind of file is kept, by outcome, and what becomes of it then. Dated rows; one that a later edition replaces stays.
create table conservation_regle (
    id           uuid primary key,
    code         text not null,
    ordre        int not null default 0,
    libelle      text not null,
    genre        text not null,
    issue        text not null,
    depart       text not null check (depart in ('FIN', 'MAJORITE', 'NAISSANCE')),
    duree        text not null,
    sort_final   text not null check (sort_final in ('ELIMINATION', 'VERSEMENT', 'TRI')),
    reference    text,
    a_valider    boolean not null default true,
    du           date not null,
    source       text not null check (source in ('COMMUN', 'ADMINISTRATEUR')),
    motif        text,
    saisie_le    timestamptz not null,
    saisie_par   uuid,
    remplacee_le timestamptz
);
create unique index conservation_regle_en_vigueur on conservation_regle (code, du) where remplacee_le is null;

create table elimination (
    id                  uuid primary key,
    numero              text not null unique,
    etat                text not null check (etat in ('PROPOSEE', 'VISEE', 'REFUSEE', 'EXECUTEE', 'ABANDONNEE')),
    proposee_le         timestamptz not null,
    proposee_par        uuid not null,
    visa_le             date,
    visa_par            text,
    visa_reference      text,
    visa_saisi_le       timestamptz,
    visa_saisi_par      uuid,
    versement_le        date,
    versement_reference text,
    refus_motif         text,
    abandon_motif       text,
    executee_le         timestamptz,
    executee_par        uuid,
    comptes             jsonb,
    releve_sha256       text,
    certificat          bytea,
    certificat_sha256   text,
    version             bigint not null default 0,
    -- Two people: whoever proposes never executes.
    check (executee_par is null or executee_par <> proposee_par),
    check ((etat = 'EXECUTEE') = (certificat is not null)),
    check (etat not in ('VISEE', 'EXECUTEE') or visa_reference is not null)
);
create table elimination_enfant (
    elimination_id uuid not null references elimination,
    enfant_id      uuid not null references enfant,
    primary key (elimination_id, enfant_id)
);
create index elimination_enfant_par_enfant on elimination_enfant (enfant_id);
-- What is proposed, file by file: numbers and dates, no name.
create table elimination_dossier (
    elimination_id uuid not null references elimination,
    sujet_type     text not null,
    sujet_id       uuid not null,
    reference      text not null,
    genre          text not null,
    issue          text not null,
    regle_id       uuid not null references conservation_regle,
    fin_le         date not null,
    echue_le       date not null,
    sort_final     text not null,
    primary key (elimination_id, sujet_type, sujet_id)
);
revoke delete, truncate on elimination, elimination_enfant, elimination_dossier, droits_demande, droits_remise from ${roleApplication};
revoke update on elimination_enfant, elimination_dossier from ${roleApplication};

-- The register of exceptional accesses is only added to; once a file is eliminated, what was typed about it goes too.
create function effacer_motifs_d_acces(p_enfants uuid[]) returns bigint
language sql volatile security definer set search_path = public, pg_temp as $$
    with effaces as (
        update acces_exceptionnel a set motif = 'Motif effacé avec le dossier, éliminé.'
        where a.enfant_id = any (p_enfants) and exists (select 1 from enfant e where e.id = a.enfant_id and e.efface_le is not null) returning 1)
    select count(*) from effaces
$$;
