-- What the intake also keeps: urgency as it looked on reception, and the unit that typed when the profile names another one to receive.
alter table information_entrante
    add column urgence boolean not null default false,
    add column unite_saisie text references unite,
    add column parents_informes_precision text,
    add column analysee_le timestamptz,
    add column analysee_par uuid,
    add column avertissements jsonb not null default '{}';

create index information_en_attente on information_entrante ((not urgence), recue_le, id) where etat = 'A_ANALYSER';
create index information_par_reference on information_entrante (reference_externe) where reference_externe is not null;
