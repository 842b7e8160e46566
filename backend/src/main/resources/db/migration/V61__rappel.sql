-- Reminders: one row for each alert that came due, whether it was told or only noted beside a stronger one. The key is what keeps two
-- nodes, or a timer that fires twice, from telling twice. A due date that moves has new alerts: its date is in the key.
create table rappel (
    id           uuid primary key,
    echeance_id  uuid not null references echeance,
    date_legale  date not null,
    code         text not null,
    sujet_type   text not null,
    sujet_id     uuid not null,
    prevu_le     timestamptz not null,
    emis_le      timestamptz not null,
    dit          boolean not null default false,
    depasse      boolean not null,
    supervision  boolean not null default false,
    reference    text,
    etape        text,
    mission      text,
    unite_id     text,
    titulaire_id uuid,
    unique (echeance_id, date_legale, code)
);
create index rappel_par_titulaire on rappel (titulaire_id, emis_le) where dit;
create index rappel_par_unite on rappel (unite_id, emis_le) where dit;
create index rappel_par_sujet on rappel (sujet_id, sujet_type);

create table rappel_vu (
    rappel_id      uuid not null references rappel,
    utilisateur_id uuid not null,
    vu_le          timestamptz not null,
    primary key (rappel_id, utilisateur_id)
);
