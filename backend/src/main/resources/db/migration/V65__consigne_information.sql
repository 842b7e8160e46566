-- A request of the parquet may come with the information itself, before anybody has qualified it. It then follows what the information
-- becomes: the IP it opens holds it from its first day, the IP it joins from the day it joined.
alter table consigne_parquet alter column ip_id drop not null;
alter table consigne_parquet
    add column information_id      uuid references information_entrante,
    -- Day of the analysis that brought it to the IP, and first day it applies there.
    add column ip_le               date,
    add column ip_du               date,
    add column reprise_id          uuid,
    add column levee_motif         text check (levee_motif = 'ORIENTEE'),
    add column levee_evenement_id  uuid,
    add constraint consigne_d_un_dossier check (ip_id is not null or information_id is not null),
    add constraint consigne_reprise_entiere check ((ip_le is null) = (ip_du is null) and (ip_le is null or ip_id is not null and information_id is not null));
create index consigne_par_information on consigne_parquet (information_id, du);

-- One request holds the first analysis and then the steps of the IP: one hold on each, with the same id.
alter table echeance_retenue drop constraint echeance_retenue_pkey;
alter table echeance_retenue add primary key (id, sujet_id);
