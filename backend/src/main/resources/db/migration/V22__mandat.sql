-- Each mandate and each change of track or unit, one after the other: the last line that stands is how it is now.
create table mandat (
    id                uuid primary key,
    ip_id             uuid not null references information_preoccupante,
    genre             text not null check (genre in ('MANDAT', 'VOIE', 'UNITE')),
    unite_id          text not null references unite,
    unite_associee_id text references unite,
    voie              text,
    levee_de_doutes   boolean not null default false,
    message           text,
    motif             text,
    avertissements    jsonb not null default '{}',
    fait_le           timestamptz not null,
    saisi_le          timestamptz not null,
    saisi_par         uuid,
    check (unite_associee_id is null or unite_associee_id <> unite_id),
    check (voie is not null or levee_de_doutes)
);
create index mandat_par_ip on mandat (ip_id, saisi_le);

-- An IP opened after the decision on an earlier one about the same child.
create table ip_liee (
    ip_id     uuid not null references information_preoccupante,
    suite_de  uuid not null references information_preoccupante,
    posee_le  timestamptz not null,
    primary key (ip_id, suite_de),
    check (ip_id <> suite_de)
);
create index ip_liee_par_precedente on ip_liee (suite_de);

-- Fiche navette: a dated question to a service before the mandate, its reminders and its answer.
create table fiche_navette (
    id             uuid primary key,
    information_id uuid not null references information_entrante,
    service        text not null,
    unite_id       text references unite,
    question       text not null,
    posee_le       timestamptz not null,
    posee_par      uuid,
    relancee_le    timestamptz,
    relances       int not null default 0,
    reponse        text,
    repondue_le    timestamptz,
    repondue_par   uuid,
    sans_objet_motif text,
    version        bigint not null default 0,
    check ((repondue_le is null) = (reponse is null and sans_objet_motif is null))
);
create index navette_par_information on fiche_navette (information_id);
create index navette_en_attente on fiche_navette (posee_le) where repondue_le is null;
create index navette_par_unite on fiche_navette (unite_id) where repondue_le is null;
