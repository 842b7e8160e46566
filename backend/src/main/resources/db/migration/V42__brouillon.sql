-- What somebody is writing and has not sent: encrypted (the key stands outside the database), no event, purged with the file.
create table brouillon (
    utilisateur_id uuid        not null references utilisateur,
    formulaire     text        not null check (formulaire ~ '^[a-z0-9][a-z0-9.-]{0,59}$'),
    -- Id of what the form is about; the nil id for a form about nothing yet.
    sujet_id       uuid        not null,
    version_base   bigint,
    contenu        bytea       not null,
    enregistre_le  timestamptz not null,
    primary key (utilisateur_id, formulaire, sujet_id)
);
create index brouillon_par_sujet on brouillon (sujet_id);
create index brouillon_par_age on brouillon (enregistre_le);

-- The same key with another content is another act: it must not receive the answer of the first.
alter table commande_recue add column empreinte text not null default '';
create index commande_recue_par_age on commande_recue (recue_le);
