-- The path of one young person toward autonomy, from sixteen (or entry) to six months after the exit. The acts are the truth; the row is what
-- they, the birth date and the stays in care make of them, and holds what the lists of a whole département read.
create table autonomie (
    id                uuid primary key,
    enfant_id         uuid not null references enfant,
    unite_id          text not null references unite,
    etat              text not null check (etat in ('PREPARATION', 'ENTRETIEN', 'NOTIFICATION', 'MAJORITE', 'DECISION', 'ACCOMPAGNE', 'SORTIE', 'SIX_MOIS', 'CLOSE')),
    naissance         date not null,
    naissance_exacte  boolean not null default true,
    dix_sept_le       date not null,
    dix_huit_le       date not null,
    vingt_et_un_le    date not null,
    ouverte_le        date not null,
    entree_le         date,
    tardive           boolean not null default false,
    en_charge         boolean not null default false,
    jeune_majeur      boolean not null default false,
    mna               boolean not null default false,
    mdph              boolean not null default false,
    rendez_vous_le    date,
    -- Day by which the interview is owed, or null when it is not (out of care before it, grown up on arrival).
    entretien_du_le   date,
    entretien_le      date,
    entretien_issue   text check (entretien_issue in ('TENU', 'DECLINE', 'NON_TENU')),
    notifie_le        date,
    projet_le         date,
    reference_le      date,
    demande_le        date,
    decision_le       date,
    decision          text check (decision in ('ACCORD', 'REFUS')),
    mesure_id         uuid references mesure,
    terme             date,
    sortie_le         date,
    sortie_majeur     boolean not null default false,
    fiche_le          date,
    logement          text,
    logement_stable   boolean,
    ressources        boolean,
    activite          boolean,
    souhaitee         boolean,
    six_mois_le       date,
    six_mois_fait_le  date,
    suivi_le          date,
    close_le          date,
    motif_fin         text,
    saisie_le         timestamptz not null,
    version           bigint not null default 0
);
create unique index autonomie_par_enfant on autonomie (enfant_id);
create index autonomie_dix_sept on autonomie (dix_sept_le) where etat <> 'CLOSE';
create index autonomie_dix_huit on autonomie (dix_huit_le) where etat <> 'CLOSE';
create index autonomie_en_cours on autonomie (unite_id, etat) where etat <> 'CLOSE';
create index autonomie_six_mois on autonomie (six_mois_le) where etat = 'SIX_MOIS';
create index autonomie_sortie on autonomie (sortie_le) where sortie_le is not null;

-- Every dated act, as mesure_acte: codes, ids and dates in details, the words of agents and of the young person apart.
create table autonomie_acte (
    id             uuid primary key,
    autonomie_id   uuid not null references autonomie,
    genre          text not null,
    le             date not null,
    details        jsonb not null default '{}',
    avertissements jsonb not null default '{}',
    texte          text,
    evenement_id   uuid,
    saisi_le       timestamptz not null,
    saisi_par      uuid,
    annule_le      timestamptz,
    annule_motif   text
);
create index autonomie_acte_par_autonomie on autonomie_acte (autonomie_id, le);

-- Words of an act by code: sections of the interview, conditions notified, names of those present, a telephone. Erasable apart from the act.
create table autonomie_mot (
    acte_id  uuid not null references autonomie_acte,
    code     text not null,
    rang     int not null default 0,
    texte    text not null,
    primary key (acte_id, code, rang)
);

-- The calendar: one row a landmark of the profile that concerns this young person. It becomes a task when its day comes.
create table autonomie_repere (
    id            uuid primary key,
    autonomie_id  uuid not null references autonomie,
    code          text not null,
    le            date not null,
    etat          text not null check (etat in ('A_VENIR', 'A_FAIRE', 'FAIT', 'SANS_OBJET', 'RETIRE')),
    fait_le       date,
    unique (autonomie_id, code)
);
create index autonomie_repere_du on autonomie_repere (le) where etat = 'A_VENIR';
create index autonomie_repere_par_autonomie on autonomie_repere (autonomie_id);

-- Who turns 16, 17, 18: minors are found by their birth, then by their one placement.
create index enfant_par_naissance on enfant (naissance_le) where naissance_le is not null;

-- Paths of children whose file is for named people only, as the measures of these.
create view autonomie_reservee as
    with recursive sous(enfant_id, id) as (
        select e.id, e.id from enfant e where e.restreint
        union select s.enfant_id, e.id from sous s join enfant e on e.fusionne_vers = s.id)
    select a.id as autonomie_id, s.enfant_id from sous s join autonomie a on a.enfant_id = s.id;
