-- The end of each says whether anything was said since the last reading of the counts.
create index periode_par_transaction on periode (connu_tx);
create index periode_par_fin_connue on periode (connu_fin_tx) where connu_fin_tx is not null;
