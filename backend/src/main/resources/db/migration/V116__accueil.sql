-- What is known of where an entrusted child lives follows the acts of the measure: an act cancelled later, wherever it is cancelled from,
-- takes with it the row it wrote, or gives back its open end to the row it closed.
alter table lieu_accueil add column acte_id uuid references mesure_acte, add column fin_acte_id uuid references mesure_acte, add column fin_motif text;
alter table droit_visite add column acte_id uuid references mesure_acte, add column fin_acte_id uuid references mesure_acte,
    add column saisi_le timestamptz, add column saisi_par uuid;
alter table fratrie_accueil add column acte_id uuid references mesure_acte, add column fin_acte_id uuid references mesure_acte,
    add column saisi_le timestamptz, add column saisi_par uuid, add column annule_le timestamptz, add column annule_motif text;
alter table revue_statut add column acte_id uuid references mesure_acte, add column saisi_le timestamptz, add column saisi_par uuid;

-- A change of place one prepares: the judge is told a month before when the child has lived there for two years (L223-3).
create table changement_prevu (
    id            uuid primary key,
    mesure_id     uuid not null references mesure,
    prevu_le      date not null,
    motif         text,
    acte_id       uuid references mesure_acte,
    juge_avise_le date,
    fait_le       date,
    fait_acte_id  uuid references mesure_acte,
    saisi_le      timestamptz not null,
    saisi_par     uuid,
    annule_le     timestamptz,
    annule_motif  text
);
-- One prepared at a time.
create unique index changement_prevu_un_seul on changement_prevu (mesure_id) where annule_le is null and fait_le is null;

create view lieu_vivant as
select l.id, l.mesure_id, l.nature, l.type, l.service_id, l.famille_id, l.libelle, l.du,
    case when f.annule_le is null then l.au end as au, l.motif, case when f.annule_le is null then l.fin_motif end as fin_motif,
    l.juge_avise_le, l.acte_id, l.fin_acte_id, l.saisi_le, l.saisi_par
from lieu_accueil l left join mesure_acte a on a.id = l.acte_id left join mesure_acte f on f.id = l.fin_acte_id
where l.annule_le is null and a.annule_le is null;

create view droit_vivant as
select d.id, d.mesure_id, d.adulte_id, d.genre, d.modalite, d.ordonne_le, d.du, case when f.annule_le is null then d.au end as au, d.texte,
    d.acte_id, d.saisi_le, d.saisi_par
from droit_visite d left join mesure_acte a on a.id = d.acte_id left join mesure_acte f on f.id = d.fin_acte_id
where d.annule_le is null and a.annule_le is null;

create view fratrie_vivante as
select r.id, r.mesure_id, r.frere_id, r.ensemble, r.motif, r.juge_avise_le, r.du, case when f.annule_le is null then r.au end as au,
    r.acte_id, r.saisi_le, r.saisi_par
from fratrie_accueil r left join mesure_acte a on a.id = r.acte_id left join mesure_acte f on f.id = r.fin_acte_id
where r.annule_le is null and a.annule_le is null;

-- Held, unless the act that said so was cancelled: it is then only planned, if it ever was.
create view revue_vivante as
select r.id, r.enfant_id, r.mesure_id, r.genre, r.prevue_le, case when a.annule_le is null then r.tenue_le end as tenue_le,
    case when a.annule_le is null then r.avis end as avis, case when a.annule_le is null then r.texte end as texte, r.acte_id, r.saisi_le, r.saisi_par
from revue_statut r left join mesure_acte a on a.id = r.acte_id
where r.annulee_le is null and (a.annule_le is null or r.prevue_le is not null);
