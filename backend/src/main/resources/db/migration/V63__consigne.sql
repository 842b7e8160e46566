-- Requests of the parquet: dated, with their author and reference, and what they forbid. Lifted or withdrawn, they stay readable.
create table consigne_parquet (
    id               uuid primary key,
    ip_id            uuid not null references information_preoccupante,
    du               date not null,
    auteur           text not null,
    reference        text,
    portees          text[] not null check (cardinality(portees) > 0),
    precisions       text,
    saisie_le        timestamptz not null,
    saisie_par       uuid,
    evenement_id     uuid,
    levee_le         date,
    levee_reference  text,
    levee_saisie_le  timestamptz,
    levee_par        uuid,
    annulee_le       timestamptz,
    annulee_par      uuid,
    annulee_motif    text,
    check (levee_le is null or levee_le >= du)
);
create index consigne_par_ip on consigne_parquet (ip_id, du);
