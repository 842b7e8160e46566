-- A file shows its cancelled due dates too, which the index of live ones leaves out.
create index echeance_par_sujet on echeance (sujet_id, sujet_type);
