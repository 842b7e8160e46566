-- A task that opens writes its visible rows straight from the row at hand: the general copy reads the task again through a view, and an
-- intake pays for it every time.
create or replace function tache_visible_suit_tache() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into tache_visible(vue_par, id, sujet_id, mission, unite_id, etape, etape_rang, reference, cree_le, en_consigne, date_tri)
        select distinct su.unite_id, new.id, new.sujet_id, new.mission, new.unite_id, new.etape, new.etape_rang, new.reference, new.cree_le,
               new.en_consigne, new.date_tri
        from sujet_unite su where su.sujet_type = new.sujet_type and su.sujet_id = new.sujet_id;
        return null;
    end if;
    if tg_op = 'DELETE' then
        delete from tache_visible where id = old.id;
        return null;
    end if;
    if (old.sujet_type, old.sujet_id) is distinct from (new.sujet_type, new.sujet_id) then
        delete from tache_visible where id = old.id;
    end if;
    perform tache_visible_copier(new.id);
    return null;
end
$$;

-- Counters by unit are read from tache_visible since V43; this copy of the same key on tache was only written.
drop index tache_compteurs;
