-- A holder is told minor by minor; the 119 and a département are told once an information.
alter table information_donnee add column mineur_id uuid references mineur_concerne;
alter table information_donnee add column avertissements jsonb not null default '{}';
drop index information_donnee_une_fois;
create unique index information_donnee_une_fois on information_donnee (ip_id, destinataire, reference_id, mineur_id) nulls not distinct
    where annulee_le is null;
alter table information_donnee add column annulee_motif text;
alter table suite_judiciaire add column annulee_motif text;
alter table correction add column version_avant bigint;

alter table delegation_signature add column donnee_le timestamptz;
alter table delegation_signature add column donnee_par uuid;
alter table delegation_signature add column fin_motif text;
-- The same person under the same arrêté from the same day is the same délégation, whoever clicks twice.
create unique index delegation_une_fois on delegation_signature (utilisateur_id, reference, interim_de, du) nulls not distinct;

-- Endings that are not decisions: what the département owes before it may stop (L221-3, R221-5).
create table fin_sans_decision (
    id                     uuid primary key,
    ip_id                  uuid not null references information_preoccupante,
    motif                  text not null,
    le                     date not null,
    etape                  text not null,
    departement            text,
    parents_informes_le    date,
    parents_non_informes   text,
    pieces                 text[] not null default '{}',
    envoyee_le             date,
    accuse_recu_le         date,
    caf_interrogee_le      date,
    caf_reponse            text,
    cpam_interrogee_le     date,
    cpam_reponse           text,
    doublon_de             uuid references information_preoccupante,
    precision_             text,
    avertissements         jsonb not null default '{}',
    saisie_le              timestamptz not null,
    saisie_par             uuid,
    evenement_id           uuid,
    annulee_le             timestamptz,
    annulee_motif          text,
    check (motif <> 'DOUBLON' or doublon_de is not null),
    check (doublon_de is null or doublon_de <> ip_id)
);
create unique index fin_sans_decision_vivante on fin_sans_decision (ip_id) where annulee_le is null;
create index fin_accuse_attendu on fin_sans_decision (envoyee_le) where motif = 'TRANSFEREE' and accuse_recu_le is null and annulee_le is null;

-- What a commission said of one minor, on the day it sat. The decision stays the decider's.
create table commission_mineur (
    id           uuid primary key,
    ip_id        uuid not null references information_preoccupante,
    mineur_id    uuid not null references mineur_concerne,
    seance_le    date not null,
    avis_issue   text check (avis_issue in ('CLASSEMENT', 'DROIT_COMMUN', 'AIDE_ADMINISTRATIVE', 'AUTORITE_JUDICIAIRE')),
    avis         text,
    rendu_le     timestamptz,
    saisie_le    timestamptz not null,
    saisie_par   uuid,
    evenement_id uuid,
    annulee_le   timestamptz
);
create unique index commission_une_fois on commission_mineur (mineur_id, seance_le) where annulee_le is null;
create index commission_par_seance on commission_mineur (seance_le) where annulee_le is null;

-- The row of a file as it stood before a transaction changed it, so that the last act is undone whole, whoever wrote the code of the
-- act. Kept a few days (correction purges it): what was done is told by the events, not by this.
create table avant_acte (
    id             bigint generated always as identity primary key,
    transaction_id xid8 not null default pg_current_xact_id(),
    table_nom      text not null,
    cle            uuid,
    operation      text not null,
    avant          jsonb not null,
    note_le        timestamptz not null default clock_timestamp()
);
create index avant_acte_par_transaction on avant_acte (transaction_id, id);
create index avant_acte_par_age on avant_acte (note_le);

create function noter_avant() returns trigger language plpgsql as $$
begin
    insert into avant_acte(table_nom, cle, operation, avant)
    values (tg_table_name, (to_jsonb(old) ->> 'id')::uuid, tg_op, to_jsonb(old));
    return null;
end
$$;

create trigger information_preoccupante_avant after update on information_preoccupante
    for each row when (old is distinct from new) execute function noter_avant();
create trigger mineur_concerne_avant after update on mineur_concerne
    for each row when (old is distinct from new) execute function noter_avant();
create trigger sujet_unite_avant after delete on sujet_unite
    for each row when (old.sujet_type in ('IP', 'INFORMATION')) execute function noter_avant();

-- The referral a decision sent; cancelled with it.
alter table decision_mineur add column signalement_id uuid;

-- A question or an answer that was undone stays, and is no longer shown as open.
alter table precision_demandee add column evenement_id uuid;
alter table precision_demandee add column reponse_retiree text;
alter table precision_demandee add column annulee_le timestamptz;

-- A mandate that was undone or given to the wrong unit stays readable.
alter table mandat add column annule_le timestamptz;
