-- Business time: whole days added to the real clock, in tests and the demonstration only. One row.
create table horloge (
    seule       boolean primary key default true check (seule),
    jours       int not null default 0 check (jours >= 0)
);
insert into horloge default values;

-- One scheduled work at a time, however many nodes.
create table shedlock (
    name       varchar(64) primary key,
    lock_until timestamp not null,
    locked_at  timestamp not null,
    locked_by  varchar(255) not null
);

-- Sessions live here, so that a node can stop without logging anybody out.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

create table utilisateur (
    id                  uuid primary key,
    sub                 text unique,
    identifiant         text not null unique,
    nom                 text not null,
    prenom              text,
    fonction            text,
    profession          text,
    courriel            text,
    actif               boolean not null default true,
    demo                boolean not null default false,
    derniere_connexion  timestamptz
);

-- A duty in a unit; no unit means the whole département.
create table utilisateur_role (
    utilisateur_id uuid not null references utilisateur,
    role           text not null,
    unite_id       text,
    unique nulls not distinct (utilisateur_id, role, unite_id)
);
create index utilisateur_role_par_unite on utilisateur_role (unite_id, role);

-- A form sent twice (double click, retry after a cut) is answered once: the key comes from the opening of the form.
create table commande_recue (
    cle            text not null,
    utilisateur_id uuid not null,
    chemin         text not null,
    recue_le       timestamptz not null default clock_timestamp(),
    statut         int,
    reponse        text,
    emplacement    text,
    primary key (utilisateur_id, cle)
);
