-- Which engine instance carries which subject. Kept after the end: the drawing of a closed file says on which version it ran.
create table processus_instance (
    instance_id text primary key,
    sujet_type  text not null,
    sujet_id    uuid not null,
    cle         text not null,
    version     text not null,
    actif       boolean not null,
    ouvert_le   timestamptz not null default now()
);
create unique index processus_instance_active on processus_instance (sujet_type, sujet_id) where actif;
create index processus_instance_par_sujet on processus_instance (sujet_type, sujet_id);
