-- What came in, the qualified IP, and each minor concerned: three levels that are never merged.
create table information_preoccupante (
    id                     uuid primary key,
    numero                 text not null unique,
    information_initiale_id uuid not null,
    recue_le               timestamptz not null,
    qualifiee_le           timestamptz not null,
    urgence                boolean not null default false,
    voie_proposee          text,
    voie                   text,
    levee_de_doutes        boolean not null default false,
    unite_pilote           text references unite,
    etat                   text not null,
    rapport_rendu_le       timestamptz,
    decidee_le             timestamptz,
    close_le               timestamptz,
    motif_cloture          text,
    version                bigint not null default 0
);
create index ip_par_etat on information_preoccupante (etat, recue_le);

create table information_entrante (
    id                 uuid primary key,
    numero             text not null unique,
    recue_le           timestamptz not null,
    saisie_le          timestamptz not null,
    regularisation     boolean not null default false,
    astreinte          text,
    mode               text not null,
    nature             text not null,
    origine            text not null,
    transmetteur_nom      text,
    transmetteur_qualite  text,
    transmetteur_contact  text,
    transmetteur_professionnel boolean not null default false,
    transmetteur_anonyme  boolean not null default false,
    transmetteur_confidentiel boolean not null default false,
    retour_demande_le  date,
    reference_externe  text,
    faits              text not null,
    parents_informes   text,
    unite_id           text not null references unite,
    etat               text not null,
    orientation        text,
    orientee_vers      text,
    orientation_motif  text,
    comptee            boolean not null default true,
    ip_id              uuid references information_preoccupante,
    saisie_par         uuid,
    version            bigint not null default 0
);
create index information_par_unite on information_entrante (unite_id, etat, recue_le);
create index information_par_ip on information_entrante (ip_id);
alter table information_preoccupante
    add constraint ip_information_initiale foreign key (information_initiale_id) references information_entrante deferrable initially deferred;

create table information_mineur (
    information_id uuid not null references information_entrante,
    enfant_id      uuid not null,
    ordre          int not null,
    primary key (information_id, enfant_id)
);
create index information_mineur_par_enfant on information_mineur (enfant_id);

create table mineur_concerne (
    id           uuid primary key,
    ip_id        uuid not null references information_preoccupante,
    enfant_id    uuid not null,
    origine      text not null default 'INFORMATION',
    retire_le    timestamptz,
    retire_motif text,
    ordre        int not null default 0,
    version      bigint not null default 0,
    unique (ip_id, enfant_id)
);
create index mineur_concerne_par_enfant on mineur_concerne (enfant_id);

-- Readable numbers run by year. One sequence a year and a series: a counter row would be locked until commit and make every intake
-- wait for the one before it. A rolled-back act leaves a hole, which nobody has to explain.
do $$
begin
    for annee in 2010..2099 loop
        execute format('create sequence numero_inf_%s', annee);
        execute format('create sequence numero_ip_%s', annee);
    end loop;
end
$$;
