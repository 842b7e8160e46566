-- A limit of the court is shown and is never the département's lateness; some due dates are counted backwards from a term.
alter table echeance_regle drop constraint echeance_regle_nature_check;
alter table echeance_regle add constraint echeance_regle_nature_check check (nature in ('LEGALE', 'CONVENTION', 'INTERNE', 'TRIBUNAL'));
alter table echeance_regle drop constraint echeance_regle_calcul_check;
alter table echeance_regle add constraint echeance_regle_calcul_check check (calcul in ('INSTANT', 'JOURS', 'MOIS', 'ANNIVERSAIRE', 'AVANT'));

-- Readable numbers of measures, one series a year; a measure taken over from elsewhere keeps its decision date and may be old.
do $$
begin
    for annee in 1995..2099 loop
        execute format('create sequence numero_mes_%s', annee);
    end loop;
end
$$;

-- Pages of the list of measures are found by this key.
create index mesure_par_date on mesure (decidee_le desc, id desc);

-- Who is to exercise it (the territory's unit itself, or a service to be found), and whether what follows the term is to be decided: the
-- step of the process follows from these.
alter table mesure add column exercice text not null default 'SERVICE' check (exercice in ('UNITE', 'SERVICE'));
alter table mesure add column suite_attendue boolean not null default false;
alter table mesure add column relais_attendu boolean not null default false;
