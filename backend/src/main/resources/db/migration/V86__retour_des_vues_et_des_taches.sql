-- Which act opened a file to a unit, and which named an evaluator: what an undo or a return takes back is that and nothing else. A row put
-- back by an undo keeps the act that first wrote it, which its xmin would not.
alter table sujet_unite add column origine_tx xid8;
update sujet_unite set origine_tx = cast(cast(xmin as text) as xid8);
alter table sujet_unite alter column origine_tx set default pg_current_xact_id();

alter table evaluateur add column origine_tx xid8;
update evaluateur set origine_tx = cast(cast(xmin as text) as xid8);
alter table evaluateur alter column origine_tx set default pg_current_xact_id();

-- A change of unit closes the children's files to the former one; a replacement ends somebody's evaluation: both are undone.
drop trigger sujet_unite_avant on sujet_unite;
create trigger sujet_unite_avant after delete on sujet_unite
    for each row when (old.sujet_type in ('IP', 'INFORMATION', 'ENFANT')) execute function noter_avant();
create trigger evaluateur_avant after update on evaluateur
    for each row when (old is distinct from new) execute function noter_avant();

-- Who held a step when it was done: they find it again when the act is undone. Ids and codes only.
create function noter_tenue() returns trigger language plpgsql as $$
begin
    insert into avant_acte(table_nom, operation, avant)
    select 'tache', tg_op, jsonb_build_object('sujet_type', old.sujet_type, 'sujet_id', old.sujet_id, 'etape', old.etape,
        'titulaire_id', s.titulaire_id, 'depuis', s.depuis, 'affectee_par', s.affectee_par)
    from tache_suivi s where s.tache_id = old.id;
    return null;
end
$$;
create trigger tache_tenue after delete on tache for each row execute function noter_tenue();
