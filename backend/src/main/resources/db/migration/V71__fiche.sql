-- The list of IPs, the last received first, and the path of each on its drawing.
create index ip_par_reception on information_preoccupante (recue_le desc, id desc);
-- An opening is looked for before it is written again: one line a sitting.
create index journal_ouvertures on journal_acces (utilisateur_id, sujet_id, le) where genre = 'OUVERTURE';
