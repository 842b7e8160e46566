-- The projet pour l'enfant (L223-1-1): one for a child, for the whole path. The acts (projet_acte) are the truth, those the measures make
-- included; the row, its periods, due dates, step and tasks follow from them.
create table projet (
    id               uuid primary key,
    numero           text not null unique,
    enfant_id        uuid not null references enfant,
    etat             text not null check (etat in ('A_PREPARER', 'A_RENCONTRER', 'A_ECRIRE', 'A_ETABLIR', 'A_REMETTRE', 'SUIVI', 'CLOS', 'ANNULE')),
    unite_id         text not null references unite,
    -- The measure whose effective start opened the path under way, and that day: three months are counted from it.
    mesure_id        uuid references mesure,
    ouvert_le        date not null,
    depuis           date not null,
    -- What coverage reads: since when the oldest measure still exercised is, and the products exercised.
    mesure_depuis    date,
    produits         text[] not null default '{}',
    commence         boolean not null default false,
    invite_le        date,
    rencontre_le     date,
    etabli_le        date,
    premier_etabli_le date,
    etabli_avec_mep  boolean,
    remis_le         date,
    -- Last day the version established is not past its revision (D223-13).
    revision_le      date,
    -- A revision is being prepared since that day.
    revise_depuis    date,
    motif_revision   text,
    version_id       uuid,
    referent_id      uuid references utilisateur,
    referent_nom     text,
    clos_le          date,
    motif_cloture    text,
    saisi_le         timestamptz not null,
    version          bigint not null default 0
);
-- A second live projet for a child is the impossible, whoever acts twice at once.
create unique index projet_un_par_enfant on projet (enfant_id) where etat <> 'ANNULE';
create index projet_par_enfant on projet (enfant_id);
create index projet_par_mesure on projet (mesure_id) where mesure_id is not null;
create index projet_en_cours on projet (unite_id, etat, depuis) where etat not in ('CLOS', 'ANNULE');
create index projet_par_referent on projet (referent_id) where referent_id is not null and etat not in ('CLOS', 'ANNULE');
create index projet_par_date on projet (depuis desc, id desc);

-- Every dated act of a projet; nothing is updated: a correction cancels the line. Words of agents and of the family stand in texte.
create table projet_acte (
    id             uuid primary key,
    projet_id      uuid not null references projet,
    genre          text not null,
    le             date not null,
    -- Made by the measures, never by hand: it follows them when they are corrected.
    automatique    boolean not null default false,
    details        jsonb not null default '{}',
    avertissements jsonb not null default '{}',
    texte          text,
    evenement_id   uuid,
    saisi_le       timestamptz not null,
    saisi_par      uuid,
    annule_le      timestamptz,
    annule_motif   text
);
create index projet_acte_par_projet on projet_acte (projet_id, le);

-- A version is written, established once, then never changed: its content is frozen with its fingerprint, so that it prints the same later.
create table projet_version (
    id             uuid primary key,
    projet_id      uuid not null references projet,
    numero         int not null check (numero >= 1),
    -- Form model it is written with (projets/<modele>.yaml).
    modele         text not null,
    etat           text not null check (etat in ('EN_COURS', 'ETABLIE', 'REMISE')),
    ouverte_le     date not null,
    motif          text,
    etablie_le     date,
    remise_le      date,
    signataire_id  uuid references utilisateur,
    delegation_id  uuid references delegation_signature,
    interim_de     uuid,
    contenu        jsonb,
    empreinte      text,
    version        bigint not null default 0,
    unique (projet_id, numero),
    check ((etat = 'EN_COURS') = (contenu is null)),
    check ((contenu is null) = (empreinte is null)),
    check ((etat = 'EN_COURS') = (etablie_le is null))
);
-- One version is written at a time.
create unique index projet_version_en_cours on projet_version (projet_id) where etat = 'EN_COURS';

-- A part of the form in a version. Each has its contributor (the referent, or a service habilité) and its own lock, so that several write
-- at once; each edit keeps its predecessor.
create table projet_partie (
    id           uuid primary key,
    version_id   uuid not null references projet_version,
    code         text not null,
    contributeur text not null,
    texte        text not null default '',
    version      bigint not null default 0,
    modifie_le   timestamptz,
    modifie_par  uuid,
    unique (version_id, code, contributeur)
);
create table projet_partie_ancienne (
    partie_id    uuid not null references projet_partie,
    version      bigint not null,
    texte        text not null,
    modifie_le   timestamptz,
    modifie_par  uuid,
    primary key (partie_id, version)
);

-- Objectives and actions of a version; lignee is the same from version to version.
create table projet_objectif (
    id          uuid primary key,
    version_id  uuid not null references projet_version,
    lignee      uuid not null,
    rang        int not null,
    domaine     text not null,
    besoin      text,
    objectif    text not null,
    bilan       text check (bilan in ('MAINTENU', 'AJUSTE', 'FINI')),
    bilan_le    date,
    version     bigint not null default 0,
    unique (version_id, lignee)
);
create index projet_objectif_par_version on projet_objectif (version_id, rang);

create table projet_action (
    id             uuid primary key,
    version_id     uuid not null references projet_version,
    objectif_id    uuid not null references projet_objectif,
    lignee         uuid not null,
    rang           int not null,
    aupres         text not null check (aupres in ('ENFANT', 'TITULAIRES', 'ENVIRONNEMENT')),
    libelle        text not null,
    -- Who does it: somebody of the house, a service habilité, or words (the father, the school).
    utilisateur_id uuid references utilisateur,
    service_id     text references unite,
    qui            text,
    debut          date,
    fin            date,
    duree          text,
    echeance       date,
    faite_le       date,
    -- Will not be done: why stands in the act.
    abandonnee_le  date,
    version        bigint not null default 0,
    unique (version_id, lignee),
    check (fin is null or debut is null or fin >= debut),
    check (echeance is null or debut is null or echeance >= debut)
);
create index projet_action_par_version on projet_action (version_id, rang);
create index projet_action_par_lignee on projet_action (lignee);
create index projet_action_par_personne on projet_action (utilisateur_id) where utilisateur_id is not null and faite_le is null;

-- Shared meetings: prepared (invited), then held or not.
create table projet_rencontre (
    id           uuid primary key,
    projet_id    uuid not null references projet,
    version_id   uuid references projet_version,
    prevue_le    date,
    lieu         text,
    tenue_le     date,
    statut       text not null check (statut in ('PREVUE', 'TENUE', 'NON_TENUE')),
    -- The child's own words, and what they were at that age.
    parole_enfant text,
    synthese     text,
    desaccords   text,
    motif        text,
    annulee_le   timestamptz,
    check ((statut = 'TENUE') = (tenue_le is not null))
);
create index projet_rencontre_par_projet on projet_rencontre (projet_id);

create table projet_rencontre_personne (
    id           uuid primary key,
    rencontre_id uuid not null references projet_rencontre,
    qualite      text not null check (qualite in ('ENFANT', 'TITULAIRE', 'TIERS', 'SERVICE', 'PROFESSIONNEL')),
    adulte_id    uuid,
    service_id   text references unite,
    nom          text,
    invitee      boolean not null default true,
    presence     text check (presence in ('PRESENTE', 'ABSENTE', 'EXCUSEE')),
    avis         text
);
create index projet_rencontre_personne_par_rencontre on projet_rencontre_personne (rencontre_id);

-- Each signature of a version as it is: it describes, it never blocks.
create table projet_signature (
    id          uuid primary key,
    version_id  uuid not null references projet_version,
    qualite     text not null check (qualite in ('ENFANT', 'TITULAIRE', 'TUTEUR', 'SERVICE')),
    adulte_id   uuid,
    service_id  text references unite,
    nom         text,
    statut      text not null check (statut in ('SIGNEE', 'REFUSEE', 'ABSENTE', 'SANS_OBJET')),
    le          date,
    motif       text,
    acte_id     uuid not null references projet_acte,
    annulee_le  timestamptz
);
create unique index projet_signature_vivante on projet_signature (version_id, qualite, adulte_id, service_id) nulls not distinct where annulee_le is null;

-- To whom a version was given, when, and what was masked for them.
create table projet_remise (
    id           uuid primary key,
    version_id   uuid not null references projet_version,
    destinataire text not null check (destinataire in ('ENFANT', 'TITULAIRE', 'JUGE', 'SERVICE', 'TIERS')),
    adulte_id    uuid,
    service_id   text references unite,
    nom          text,
    masques      text[] not null default '{}',
    moyen        text not null,
    le           date not null,
    document_id  uuid,
    acte_id      uuid not null references projet_acte,
    annulee_le   timestamptz
);
create index projet_remise_par_version on projet_remise (version_id);

-- The projets of children whose file is for named people only.
create view projet_reserve as
    with recursive sous(enfant_id, id) as (
        select e.id, e.id from enfant e where e.restreint
        union select s.enfant_id, e.id from sous s join enfant e on e.fusionne_vers = s.id)
    select p.id as projet_id, s.enfant_id from sous s join projet p on p.enfant_id = s.id;

-- Readable numbers, one series a year.
do $$
begin
    for annee in 1995..2099 loop
        execute format('create sequence numero_ppe_%s', annee);
    end loop;
end
$$;
