-- What each unit sees of the task list: one row for each task and unit that sees its file. Sight is said by sujet_unite and nowhere else;
-- these triggers copy it in the same transaction, so that a unit reads its few thousand rows and never walks over the 100 000 of others.
create table tache_visible (
    vue_par     text        not null,
    id          text        not null,
    sujet_id    uuid        not null,
    mission     text        not null,
    unite_id    text        not null,
    etape       text        not null,
    etape_rang  smallint    not null,
    reference   text        not null,
    cree_le     timestamptz not null,
    en_consigne boolean     not null,
    date_tri    date        not null,
    primary key (vue_par, id)
);
create index tache_visible_par_tache on tache_visible (id);
-- Counters read this one alone.
create index tache_visible_compteurs on tache_visible (vue_par, mission, unite_id, date_tri, en_consigne, id);

-- What the rows are. The triggers and the rebuild read it by task; the check reads it whole.
create view tache_visible_source as
    select distinct su.unite_id as vue_par, t.id, t.sujet_id, t.mission, t.unite_id, t.etape, t.etape_rang, t.reference, t.cree_le,
           t.en_consigne, t.date_tri
    from tache t join sujet_unite su on su.sujet_type = t.sujet_type and su.sujet_id = t.sujet_id;

create function tache_visible_copier(p_tache text) returns void language plpgsql as $$
begin
    insert into tache_visible(vue_par, id, sujet_id, mission, unite_id, etape, etape_rang, reference, cree_le, en_consigne, date_tri)
    select vue_par, id, sujet_id, mission, unite_id, etape, etape_rang, reference, cree_le, en_consigne, date_tri
    from tache_visible_source where id = p_tache
    on conflict (vue_par, id) do update set sujet_id = excluded.sujet_id, mission = excluded.mission, unite_id = excluded.unite_id,
        etape = excluded.etape, etape_rang = excluded.etape_rang, reference = excluded.reference, cree_le = excluded.cree_le,
        en_consigne = excluded.en_consigne, date_tri = excluded.date_tri;
end
$$;

create function tache_visible_suit_tache() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from tache_visible where id = old.id;
        return null;
    end if;
    if tg_op = 'UPDATE' and (old.sujet_type, old.sujet_id) is distinct from (new.sujet_type, new.sujet_id) then
        delete from tache_visible where id = old.id;
    end if;
    perform tache_visible_copier(new.id);
    return null;
end
$$;
create trigger tache_visible_ajout after insert or delete on tache for each row execute function tache_visible_suit_tache();
create trigger tache_visible_changement after update on tache for each row when (old.* is distinct from new.*)
    execute function tache_visible_suit_tache();

create function tache_visible_suit_vue() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'UPDATE') then
        delete from tache_visible v using tache t
        where t.sujet_type = old.sujet_type and t.sujet_id = old.sujet_id and v.id = t.id and v.vue_par = old.unite_id
        and not exists (select 1 from sujet_unite su
                        where su.sujet_type = old.sujet_type and su.sujet_id = old.sujet_id and su.unite_id = old.unite_id);
    end if;
    if tg_op in ('INSERT', 'UPDATE') then
        perform tache_visible_copier(t.id) from tache t where t.sujet_type = new.sujet_type and t.sujet_id = new.sujet_id;
    end if;
    return null;
end
$$;
create trigger tache_visible_vue after insert or update or delete on sujet_unite for each row execute function tache_visible_suit_vue();

-- What differs from the source: empty when all is true. Read by the nightly check.
create view tache_visible_ecarts as
    (select *, 'en trop' as ecart from tache_visible except select *, 'en trop' from tache_visible_source)
    union all
    (select *, 'manque' from tache_visible_source except select *, 'manque' from tache_visible);

insert into tache_visible select * from tache_visible_source;
