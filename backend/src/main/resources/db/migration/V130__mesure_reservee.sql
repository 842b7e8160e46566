-- Measures of children whose file is for named people only, under every file united into theirs. Few whatever the table: both steps go by index.
create index enfant_restreint on enfant (id) where restreint;

create view mesure_reservee as
    with recursive sous(enfant_id, id) as (
        select e.id, e.id from enfant e where e.restreint
        union select s.enfant_id, e.id from sous s join enfant e on e.fusionne_vers = s.id)
    select m.id as mesure_id, s.enfant_id from sous s join mesure m on m.enfant_id = s.id;
