-- How complete the OLINPE extract was at the end of each month, variable by variable, as it was known when the report was made: a report is never made
-- again, and a month nobody made because the server was stopped is made late and says when.
create table olinpe_rapport (
    id           uuid primary key,
    annee        int not null check (annee between 2000 and 2100),
    mois         int not null check (mois between 1 and 12),
    dictionnaire int not null,
    evenements   bigint not null,
    jeunes       bigint not null,
    etabli_le    timestamptz not null,
    unique (annee, mois)
);
revoke update, delete, truncate on olinpe_rapport from ${roleApplication};

create table olinpe_rapport_variable (
    rapport_id uuid not null references olinpe_rapport,
    variable   text not null,
    -- Empty: every unit together.
    unite_id   text not null default '',
    attendues  bigint not null,
    remplies   bigint not null check (remplies between 0 and attendues),
    -- Why the officer is told, of the whole alone.
    alerte     text check (alerte in ('SEUIL', 'CHUTE')),
    primary key (rapport_id, variable, unite_id)
);
revoke update, delete, truncate on olinpe_rapport_variable from ${roleApplication};

-- What somebody has read: the notice is gone for them.
create table olinpe_avis_lu (
    rapport_id     uuid not null references olinpe_rapport,
    utilisateur_id uuid not null,
    lu_le          timestamptz not null,
    primary key (rapport_id, utilisateur_id)
);
