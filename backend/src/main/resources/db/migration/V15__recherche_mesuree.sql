-- The same door, after 300 000 children were measured: other readings of what was typed (two words joined, a particle dropped) are not
-- asked by trigrams, and words far from what was asked are not followed when the word itself is known.
-- The one door for fuzzy search; who asks is what the transaction hook told the database. A query is a list of tokens; one token may
-- be asked under several words (p_jetons gives the token of each word, p_poids how much the word is worth for it). It sees every child
-- whatever the caller may see, and gives back only scored ids: the id when the child is in the caller's sight; otherwise, for a sure
-- match, nothing but the units to contact; nothing at all for a restricted file, whose holders are told instead (p_alerte_le not null).
create or replace function chercher_enfants(p_jetons int[], p_mots text[], p_cles text[], p_poids real[], p_variantes text[], p_variantes_de int[],
    p_partiel boolean, p_du date, p_au date, p_limite int, p_alerte_le timestamptz, p_alerte_jour date)
returns table (id uuid, score real, contacter text[])
language plpgsql volatile security definer
set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.35
set jit = off
as $$
declare
    n int := coalesce((select max(j) from unnest(p_jetons) as t(j)), 0);
    acteur text := coalesce(current_setting('jalon.acteur', true), '');
    unites text[] := string_to_array(coalesce(current_setting('jalon.unites', true), ''), ',');
    departement boolean := coalesce(current_setting('jalon.departement', true), '') = 'oui';
    -- Out of sight, a name alone must be the same; with a date, it may be a little wrong.
    sur real := case when p_du is null then 0.96 else 0.84 end;
    -- One word names nobody.
    dire boolean := n > 1 or p_du is not null;
    ids uuid[];
    notes real[];
    vus boolean[];
    tus boolean[];
begin
    if acteur = '' or (n = 0 and p_du is null) then
        return;
    end if;
    with q as materialized (
        select t.k::int as k, t.i, t.mot, t.cle, t.poids from unnest(p_jetons, p_mots, p_cles, p_poids) with ordinality as t(i, mot, cle, poids, k)
    ),
    trouves as (
        select q.i, q.mot as demande, q.poids, m.mot, 1.0 as plancher from q join mot_connu m on m.mot = q.mot
        union all
        select q.i, q.mot, q.poids, m.mot, 0.86 from q join mot_connu m on m.cle = q.cle where length(q.mot) > 1
        union all
        select q.i, q.mot, q.poids, m.mot, 0.84 from q join mot_connu m
            on m.variantes && (select array_agg(v.mot) from unnest(p_variantes, p_variantes_de) as v(mot, i) where v.i = q.k)
            where length(q.mot) > 2
        union all
        select q.i, q.mot, q.poids, m.mot, 0.0 from q join mot_connu m on m.mot % q.mot where length(q.mot) > 3 and q.poids = 1
        union all
        (select q.i, q.mot, q.poids, m.mot, 0.9 from q join mot_connu m on m.mot like q.mot || '%'
            where p_partiel and q.i = n order by length(m.mot) limit 60)
    ),
    -- When a word is known as it was asked, only near ones are kept beside it; far ones are for a word nobody bears.
    mots as materialized (
        select i, mot, poids from (
            select g.i, g.mot, g.poids, row_number() over par_poids as rang, first_value(g.poids) over par_poids as meilleur from (
                select t.i, t.mot, max(t.poids * case when t.plancher = 1.0 then 1.0 else least(0.95, greatest(t.plancher,
                        1 - levenshtein(t.mot, t.demande)::real / greatest(length(t.mot), length(t.demande)))) end)::real as poids
                from trouves t group by t.i, t.mot) g where g.poids >= 0.5
            window par_poids as (partition by g.i order by g.poids desc, g.mot)) r
        where rang <= 40 and poids >= meilleur - 0.3
    ),
    touches as (
        select em.enfant_id, m.i, max(m.poids * case em.place when 'S' then 0.94 when 'A' then 0.97 else 1.0 end)::real as poids
        from mots m join enfant_mot em on em.mot = m.mot group by em.enfant_id, m.i
    ),
    nes as (
        select r.enfant_id from enfant_recherche r where p_du = p_au and r.naissance_du = r.naissance_au and r.naissance_du = p_du
    ),
    candidats as (
        select t.enfant_id, (sum(t.poids) / n)::real as nom from touches t group by t.enfant_id
        having count(*) >= least(n, 2) or t.enfant_id in (select nes.enfant_id from nes)
        union all
        select nes.enfant_id, 0.5 from nes where n = 0
    ),
    notes_ as materialized (
        select c.enfant_id, (case when p_du is null then c.nom
                else c.nom * 0.7 + 0.3 * accord_naissance(p_du, p_au, r.naissance_du, r.naissance_au) end)::real as note
        from candidats c join enfant_recherche r on r.enfant_id = c.enfant_id
    ),
    -- Those in sight are kept apart: a common name elsewhere must not push them out.
    retenus as (
        (select n1.enfant_id, n1.note from notes_ n1 order by n1.note desc, n1.enfant_id limit p_limite + 40)
        union
        (select n2.enfant_id, n2.note from notes_ n2 where not departement and exists (select 1 from sujet_unite su
            where su.sujet_type = 'ENFANT' and su.sujet_id = n2.enfant_id and su.unite_id = any (unites))
            order by n2.note desc, n2.enfant_id limit p_limite)
    ),
    cartes as (
        select b.enfant_id, b.note, e.restreint and not exists (select 1 from enfant_restriction er
                where er.enfant_id = b.enfant_id and er.utilisateur_id::text = acteur) as tu,
            departement or exists (select 1 from sujet_unite su where su.sujet_type = 'ENFANT' and su.sujet_id = b.enfant_id
                and su.unite_id = any (unites)) as visible
        from retenus b join enfant e on e.id = b.enfant_id
    )
    select array_agg(c.enfant_id), array_agg(c.note), array_agg(c.visible), array_agg(c.tu) into ids, notes, vus, tus from cartes c;

    if p_alerte_le is not null and dire and ids is not null then
        insert into alerte_recherche(enfant_id, chercheur_id, jour, le)
        select t.e, acteur::uuid, p_alerte_jour, p_alerte_le from unnest(ids, notes, tus) as t(e, note, tu) where t.tu and t.note >= sur
        on conflict do nothing;
    end if;
    return query
        select case when t.visible then t.e end, t.note,
            case when not t.visible then array(select distinct su.unite_id from sujet_unite su
                where su.sujet_type = 'ENFANT' and su.sujet_id = t.e order by 1) end
        from unnest(ids, notes, vus, tus) as t(e, note, visible, tu)
        where not t.tu and (t.visible or (dire and t.note >= sur))
        order by t.note desc, t.visible desc, t.e limit p_limite;
end
$$;
