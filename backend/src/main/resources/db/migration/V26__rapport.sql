-- The report, by sections of the profile. A section carries its own version: two people write in two sections without meeting, and in
-- the same one the second is told. The history keeps every text another save could have lost.
create table rapport_section (
    ip_id       uuid not null references information_preoccupante,
    code        text not null,
    texte       text not null,
    version     bigint not null,
    auteur_id   uuid,
    modifiee_le timestamptz not null,
    primary key (ip_id, code)
);

create table rapport_section_version (
    ip_id     uuid not null,
    code      text not null,
    version   bigint not null,
    texte     text not null,
    auteur_id uuid,
    ecrite_le timestamptz not null,
    primary key (ip_id, code, version),
    foreign key (ip_id, code) references rapport_section (ip_id, code)
);

-- One conclusion a minor, shared by the evaluators; being written until the report is handed in.
create table conclusion_mineur (
    mineur_id   uuid primary key references mineur_concerne,
    ip_id       uuid not null references information_preoccupante,
    conclusion  text check (conclusion in ('DANGER', 'RISQUE', 'NI_DANGER_NI_RISQUE', 'IMPOSSIBLE')),
    natures     text[] not null default '{}',
    proposition text check (proposition in ('CLASSEMENT', 'DROIT_COMMUN', 'AIDE_ADMINISTRATIVE', 'SAISINE_JUDICIAIRE')),
    nature_aide text,
    motivation  text,
    version     bigint not null,
    auteur_id   uuid,
    modifiee_le timestamptz not null,
    check (nature_aide is null or proposition = 'AIDE_ADMINISTRATIVE')
);
create index conclusion_par_ip on conclusion_mineur (ip_id);

-- Each handing in of the report; a file brought back to its evaluation is handed in again and the former line stays, cancelled.
create table remise_rapport (
    id                uuid primary key,
    ip_id             uuid not null references information_preoccupante,
    rendu_le          timestamptz not null,
    saisie_le         timestamptz not null,
    saisie_par        uuid,
    avertissements    jsonb not null default '{}',
    motif_depassement text,
    evenement_id      uuid,
    annulee_le        timestamptz
);
create unique index remise_vivante on remise_rapport (ip_id) where annulee_le is null;

-- The word is for the judicial authority only. One line a minor and a transmission, at any step, beside the evaluation.
create table signalement (
    id              uuid primary key,
    ip_id           uuid not null references information_preoccupante,
    mineur_id       uuid not null references mineur_concerne,
    transmis_le     timestamptz not null,
    destinataire    text not null check (destinataire in ('PARQUET', 'PARQUET_ASTREINTE', 'JUGE_DES_ENFANTS')),
    juridiction     text,
    critere         text not null,
    actions_tentees text,
    expose          text,
    reference       text,
    etape           text,
    saisie_le       timestamptz not null,
    saisie_par      uuid,
    evenement_id    uuid,
    annule_le       timestamptz,
    annule_motif    text,
    check ((annule_le is null) = (annule_motif is null))
);
create index signalement_par_ip on signalement (ip_id, transmis_le);
create index signalement_par_mineur on signalement (mineur_id);
