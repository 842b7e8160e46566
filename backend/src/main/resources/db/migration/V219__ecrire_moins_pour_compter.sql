-- What an act pays to be counted. A child who is new says nothing by itself: only a change of what was known of one is looked for, by the end of what it was.
drop index enfant_trait_par_transaction;
-- Past versions of a child's files are found by the child; only those of an IP, or of nobody, by the file.
drop index periode_passee_par_sujet;
create index periode_passee_par_sujet on periode (sujet_id) where connu_au is not null and (sujet_type = 'IP' or enfant_id is null);
