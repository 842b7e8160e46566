-- A file opened for twenty-four hours to somebody outside its units, for a written reason: it opens reading, never an act, and never a file
-- for named people only. Rows are only added, and marked once as seen by whoever supervises.
create table acces_exceptionnel (
    id             uuid primary key,
    enfant_id      uuid not null references enfant,
    utilisateur_id uuid not null references utilisateur,
    motif          text not null check (length(motif) between 20 and 2000),
    unites         text not null,
    du             timestamptz not null,
    au             timestamptz not null,
    vu_le          timestamptz,
    vu_par         uuid,
    check (au > du and au <= du + interval '24 hours')
);
create index acces_exceptionnel_en_cours on acces_exceptionnel (utilisateur_id, au);
create index acces_exceptionnel_par_mois on acces_exceptionnel (du);
create index acces_exceptionnel_par_enfant on acces_exceptionnel (enfant_id);
revoke delete, update on acces_exceptionnel from ${roleApplication};
grant update (vu_le, vu_par) on acces_exceptionnel to ${roleApplication};

-- What stands in a child's file.
create view dossier_d_enfant as
    select id as enfant_id, 'ENFANT' as sujet_type, id as sujet_id from enfant
    union all select enfant_id, 'IP', ip_id from mineur_concerne
    union all select enfant_id, 'INFORMATION', information_id from information_mineur
    union all select enfant_id, 'MESURE', id from mesure
    union all select enfant_id, 'PROJET', id from projet
    union all select enfant_id, 'AUTONOMIE', id from autonomie;
