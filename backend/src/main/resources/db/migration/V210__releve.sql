-- Light records kept on a child's page, or of a meeting of a unit: one day, or from a day to another. Kinds and fields are data
-- (releves/genres.yaml); values are codes and whole numbers. A line is corrected by its next version, cancelled with a reason, never deleted.
create table releve (
    id            uuid primary key,
    code          text not null,
    enfant_id     uuid references enfant,
    foyer_id      uuid references foyer,
    unite_id      text not null references unite,
    du            date not null,
    au            date,
    champs        jsonb not null default '{}',
    texte         text,
    evenement_id  uuid not null,
    fin_evenement_id uuid,
    note_le       timestamptz not null,
    note_par      uuid,
    corrige_le    timestamptz,
    corrige_par   uuid,
    annule_le     timestamptz,
    annule_motif  text,
    version       bigint not null default 0,
    check (au is null or au >= du)
);
create index releve_par_enfant on releve (enfant_id, du) where enfant_id is not null;
create index releve_par_unite on releve (unite_id, code, du);
