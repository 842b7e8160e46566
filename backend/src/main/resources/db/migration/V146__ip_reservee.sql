-- Informations and IPs in which a child whose file is for named people only stands, under every file united into theirs. Few whatever the
-- tables: each step goes by index.
create view enfant_reserve as
    with recursive sous(enfant_id, id) as (
        select e.id, e.id from enfant e where e.restreint
        union select s.enfant_id, e.id from sous s join enfant e on e.fusionne_vers = s.id)
    select enfant_id, id from sous;

create view ip_reservee as
    select mc.ip_id, r.enfant_id from enfant_reserve r join mineur_concerne mc on mc.enfant_id = r.id;

-- The information an IP was qualified from tells of the minors added since.
create view information_reservee as
    select im.information_id, r.enfant_id from enfant_reserve r join information_mineur im on im.enfant_id = r.id
    union
    select i.id, r.enfant_id from ip_reservee r join information_entrante i on i.ip_id = r.ip_id;
