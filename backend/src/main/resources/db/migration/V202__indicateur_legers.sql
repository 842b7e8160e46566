-- Families and numbers are counted from light records and help at home alone: their children are found without reading the periods of all others.
create index periode_legere on periode (enfant_id)
    where (sujet_type = 'RELEVE' or genre = 'EXERCEE' and (dimensions ->> 'base' = 'TISF' or dimensions ->> 'produit' = 'TISF')) and enfant_id is not null;
