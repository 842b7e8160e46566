-- Pairs of files that may be one child, found when a child is written; somebody looks and says.
create table doublon_probable (
    enfant_a   uuid not null references enfant,
    enfant_b   uuid not null references enfant,
    note       real not null,
    etat       text not null default 'A_VOIR' check (etat in ('A_VOIR', 'ECARTE', 'REUNI')),
    repere_le  timestamptz not null,
    motif      text,
    vu_par     uuid,
    vu_le      timestamptz,
    primary key (enfant_a, enfant_b),
    check (enfant_a < enfant_b)
);
create index doublon_a_voir on doublon_probable (note desc, enfant_a, enfant_b) where etat = 'A_VOIR';
create index doublon_par_b on doublon_probable (enfant_b);

-- Two files united: both rows stay, one stands for both. Units opened by the merge are kept, so that undoing it closes them.
create table fusion (
    id           uuid primary key,
    conserve     uuid not null references enfant,
    absorbe      uuid not null references enfant,
    motif        text not null,
    unites       text[] not null default '{}',
    evenement_id uuid,
    faite_par    uuid,
    faite_le     timestamptz not null,
    defaite_par  uuid,
    defaite_le   timestamptz,
    defaite_motif text
);
create unique index fusion_en_vigueur on fusion (absorbe) where defaite_le is null;
create index fusion_par_conserve on fusion (conserve);
