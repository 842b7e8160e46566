-- The timeline of a child reads every period that is theirs, whatever file it belongs to.
create index periode_par_enfant on periode (enfant_id) where enfant_id is not null and connu_au is null;
