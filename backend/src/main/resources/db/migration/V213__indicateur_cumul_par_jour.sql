-- A year by unit and month is read day by day of the formula, all units at once: the days come before the keys, and the sum stands in the index.
alter table indicateur_cumul drop constraint indicateur_cumul_pkey;
-- Keys are codes: compared as bytes, not as words of a language.
alter table indicateur_cumul alter column cle type text collate "C";
alter table indicateur_cumul add primary key (formule, axe, grain, jour, cle, composante, longueur) include (somme);

-- What a service exercises of a product is a part of the whole, read and kept with it. What was kept of it elsewhere is counted again.
alter table indicateur_delta add column cle text collate "C" not null default '';
alter table indicateur_delta drop constraint indicateur_delta_pkey;
alter table indicateur_delta add primary key (formule, grain, cloture_id, cle, composante, jour, longueur);
delete from indicateur_cumul where formule in (select id from indicateur_formule where texte like 'Occupation[%');
delete from indicateur_delta where formule in (select id from indicateur_formule where texte like 'Occupation[%');
delete from indicateur_formule where texte like 'Occupation[%';
