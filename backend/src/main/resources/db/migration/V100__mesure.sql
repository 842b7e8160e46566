-- A measure: one child, one decision, then its life until its end. What the law calls it (base_legale) and what the département calls it
-- (produit) are two axes that are never merged. Decision, start, term and end are separate dates; a judicial measure has more
-- (mesure_acte). Several children under one decision share decision_id and have one measure each.
create table mesure (
    id               uuid primary key,
    numero           text not null unique,
    enfant_id        uuid not null references enfant,
    decision_id      uuid not null,
    origine          text not null check (origine in ('IP', 'ORDONNANCE', 'DIRECTE', 'REPRISE')),
    ip_id            uuid references information_preoccupante,
    mineur_id        uuid,
    cadre            text not null check (cadre in ('ADMINISTRATIF', 'JUDICIAIRE')),
    base_legale      text not null,
    produit          text not null,
    accueil          boolean not null default false,
    urgence          boolean not null default false,
    provisoire       boolean not null default false,
    etat             text not null check (etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE', 'TERMINEE', 'CADUQUE', 'ANNULEE')),
    unite_id         text not null references unite,
    service_id       text references unite,
    autorite         text not null,
    juridiction      text,
    magistrat        text,
    reference        text,
    decidee_le       date not null,
    duree            text,
    terme            date,
    debut_prevu      date,
    intensite        text,
    lieu             text,
    attente_depuis   date,
    affectee_le      date,
    demarree_le      date,
    -- The hour counts for an « accueil 72 heures » alone.
    demarree_a       timestamptz,
    finie_le         date,
    motif_fin        text,
    suite_fin        text,
    tiers_recherches text check (tiers_recherches in ('OUI', 'SANS_RESULTAT', 'NON', 'URGENCE')),
    motivation       text,
    saisie_le        timestamptz not null,
    saisie_par       uuid,
    version          bigint not null default 0,
    check (terme is null or terme >= decidee_le),
    check (demarree_le is null or demarree_le >= decidee_le),
    check (finie_le is null or finie_le >= coalesce(demarree_le, decidee_le))
);
create index mesure_par_enfant on mesure (enfant_id, decidee_le);
create index mesure_par_decision on mesure (decision_id);
create index mesure_par_ip on mesure (ip_id) where ip_id is not null;
create index mesure_en_cours on mesure (unite_id, etat, terme) where etat in ('ATTENTE_ACCORD', 'ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE');
create index mesure_par_service on mesure (service_id, etat) where etat in ('ATTENTE_EXERCICE', 'EXERCEE', 'SUSPENDUE');
-- Only the impossible is refused: a child cannot be under two placement measures at once (« lieux d’accueil » may overlap, measures not).
create unique index mesure_un_seul_accueil on mesure (enfant_id) where accueil and etat in ('EXERCEE', 'SUSPENDUE');

-- Every dated act of a measure's life, in the order it happened; nothing is updated: a correction cancels the line and writes the next.
-- The words of agents stand here, codes and dates in details.
create table mesure_acte (
    id            uuid primary key,
    mesure_id     uuid not null references mesure,
    genre         text not null,
    le            date not null,
    details       jsonb not null default '{}',
    avertissements jsonb not null default '{}',
    texte         text,
    evenement_id  uuid,
    saisi_le      timestamptz not null,
    saisi_par     uuid,
    annule_le     timestamptz,
    annule_motif  text
);
create index mesure_acte_par_mesure on mesure_acte (mesure_id, le);

-- The agreement of each holder to an administrative measure: given, refused, revoked at any time (L223-2, L223-4).
create table mesure_accord (
    mesure_id  uuid not null references mesure,
    adulte_id  uuid not null,
    statut     text not null check (statut in ('ATTENDU', 'DONNE', 'REFUSE', 'REVOQUE', 'IMPOSSIBLE')),
    le         date,
    motif      text,
    primary key (mesure_id, adulte_id)
);

-- Who answers for it: the service's « référent de mesure », the unit's « référent de parcours ».
create table mesure_referent (
    id             uuid primary key,
    mesure_id      uuid not null references mesure,
    genre          text not null check (genre in ('MESURE', 'PARCOURS')),
    utilisateur_id uuid references utilisateur,
    nom            text,
    du             date not null,
    au             date,
    check (utilisateur_id is not null or nom is not null),
    check (au is null or au >= du)
);
create index mesure_referent_par_mesure on mesure_referent (mesure_id, genre, du);
create index mesure_referent_par_personne on mesure_referent (utilisateur_id) where au is null;

-- Where an entrusted child lives; overlaps are normal (« relais », « repli », « séquentiel »).
create table lieu_accueil (
    id             uuid primary key,
    mesure_id      uuid not null references mesure,
    nature         text not null check (nature in ('PRINCIPAL', 'RELAIS', 'REPLI', 'SEQUENTIEL')),
    type           text not null,
    service_id     text references unite,
    famille_id     uuid,
    libelle        text,
    du             date not null,
    au             date,
    motif          text,
    juge_avise_le  date,
    saisi_le       timestamptz not null,
    saisi_par      uuid,
    annule_le      timestamptz,
    annule_motif   text,
    check (au is null or au >= du)
);
create index lieu_accueil_par_mesure on lieu_accueil (mesure_id, du);
create index lieu_accueil_par_famille on lieu_accueil (famille_id) where au is null;

-- A foster family, by number: its name is the service's; here it only tells two homes apart.
create table famille_accueil (
    id          uuid primary key,
    reference   text not null unique,
    unite_id    text not null references unite,
    agrement    int not null check (agrement between 1 and 10),
    du          date not null,
    au          date
);

-- Visiting and lodging rights as ordered (C. civ. 375-7), each with its dates.
create table droit_visite (
    id           uuid primary key,
    mesure_id    uuid not null references mesure,
    adulte_id    uuid not null,
    genre        text not null check (genre in ('VISITE', 'HEBERGEMENT', 'CORRESPONDANCE')),
    modalite     text not null check (modalite in ('LIBRE', 'EN_PRESENCE_D_UN_TIERS', 'ENCADRE', 'SUSPENDU', 'REFUSE')),
    ordonne_le   date not null,
    du           date not null,
    au           date,
    texte        text,
    annule_le    timestamptz,
    annule_motif text,
    check (au is null or au >= du)
);
create index droit_visite_par_mesure on droit_visite (mesure_id, du);

-- Brothers and sisters together or apart, with the reason and the notice to the judge (C. civ. 375-7 al. 3).
create table fratrie_accueil (
    id            uuid primary key,
    mesure_id     uuid not null references mesure,
    frere_id      uuid not null references enfant,
    ensemble      boolean not null,
    motif         text,
    juge_avise_le date,
    du            date not null,
    au            date,
    check (ensemble or motif is not null)
);
create index fratrie_accueil_par_mesure on fratrie_accueil (mesure_id);

-- CESSEC sittings and reviews of the child's legal status (L223-1, L227-2-1): the child's, whatever the measure.
create table revue_statut (
    id            uuid primary key,
    enfant_id     uuid not null references enfant,
    mesure_id     uuid references mesure,
    genre         text not null check (genre in ('CESSEC', 'STATUT')),
    prevue_le     date,
    tenue_le      date,
    avis          text,
    texte         text,
    evenement_id  uuid,
    annulee_le    timestamptz,
    annulee_motif text,
    check (prevue_le is not null or tenue_le is not null)
);
create index revue_statut_par_enfant on revue_statut (enfant_id);

-- What a service is habilité to exercise, by product and territory, dated: occupancy is read against the places of the day.
create table capacite (
    id         uuid primary key,
    service_id text not null references unite,
    produit    text not null,
    unite_id   text references unite,
    places     int not null check (places >= 0),
    du         date not null,
    au         date,
    source     text,
    version    bigint not null default 0,
    check (au is null or au >= du)
);
create index capacite_par_service on capacite (service_id, produit, du);

-- One row a service and product: locked by whoever assigns, so that the last place is given once.
create table place_verrou (
    service_id text not null references unite,
    produit    text not null,
    primary key (service_id, produit)
);

-- The order somebody proposed on the waiting list, with the reason; the latest stands.
create table attente_rang (
    mesure_id  uuid primary key references mesure,
    rang       numeric not null,
    motif      text not null,
    propose_le timestamptz not null,
    propose_par uuid
);

alter table sujet_unite drop constraint sujet_unite_titre_check;
alter table sujet_unite add constraint sujet_unite_titre_check check (titre in ('RECUEIL', 'PILOTE', 'ASSOCIEE', 'SUIVI', 'EXERCICE'));
