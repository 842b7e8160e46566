-- Search before create. Derived tables, written with the child and rebuildable: the words of the names, and who bears them.
-- Every word ever seen in a name, once. A misspelt query is compared with these few tens of thousands of words, not with 300 000
-- children. Three nets: same sound, one letter apart (words left when one letter is removed), common trigrams.
create table mot_connu (
    mot       text primary key,
    cle       text not null,
    variantes text[] not null
);
create index mot_connu_cle on mot_connu (cle);
create index mot_connu_variantes on mot_connu using gin (variantes);
create index mot_connu_trigrammes on mot_connu using gin (mot gin_trgm_ops);
create index mot_connu_debut on mot_connu (mot text_pattern_ops);

-- place: N name, P first given name, S other given names, A any word of another name.
create table enfant_mot (
    mot       text not null,
    enfant_id uuid not null references enfant,
    place     "char" not null,
    primary key (mot, enfant_id, place)
);
create index enfant_mot_par_enfant on enfant_mot (enfant_id);

create table enfant_recherche (
    enfant_id    uuid primary key references enfant,
    naissance_du date,
    naissance_au date,
    cle_nom      text not null,
    cle_prenom   text not null
);
create index enfant_recherche_naissance on enfant_recherche (naissance_du) where naissance_du = naissance_au;
create index enfant_recherche_cles on enfant_recherche (cle_nom, cle_prenom);

-- How well a birth date fits what was asked: 1 the same, 0.5 nothing known to compare, 0 incompatible.
create function accord_naissance(q_du date, q_au date, e_du date, e_au date) returns real
language sql immutable parallel safe as $$
    select case
        when q_du is null or e_du is null then 0.5
        when q_du = q_au and e_du = e_au then case
            when q_du = e_du then 1.0
            when extract(year from q_du) = extract(year from e_du)
                 and extract(day from q_du) = extract(month from e_du) and extract(month from q_du) = extract(day from e_du) then 0.85
            when (extract(year from q_du) = extract(year from e_du))::int + (extract(month from q_du) = extract(month from e_du))::int
                 + (extract(day from q_du) = extract(day from e_du))::int = 2 then 0.75
            when abs(q_du - e_du) <= 31 then 0.5
            when abs(q_du - e_du) <= 366 then 0.2
            else 0.0 end
        when q_du <= e_au and q_au >= e_du then 0.85
        when q_du <= e_au + 366 and q_au >= e_du - 366 then 0.35
        else 0.0 end::real
$$;

-- The one door for fuzzy search; who asks is what the transaction hook told the database. A query is a list of tokens; one token may be asked under several words (p_jetons gives the token
-- of each word). It sees every child whatever the caller may see, and gives back only scored ids: the id when the
-- child is in the caller's sight, otherwise nothing but the units to contact, and nothing at all for a restricted file.
create function chercher_enfants(p_jetons int[], p_mots text[], p_cles text[], p_variantes text[], p_variantes_de int[], p_partiel boolean,
    p_du date, p_au date, p_limite int)
returns table (id uuid, score real, contacter text[])
language plpgsql stable security definer
set search_path = public, pg_temp
set pg_trgm.similarity_threshold = 0.35
set jit = off
as $$
declare
    n int := (select max(j) from unnest(p_jetons) as t(j));
    acteur text := coalesce(current_setting('jalon.acteur', true), '');
    unites text[] := string_to_array(coalesce(current_setting('jalon.unites', true), ''), ',');
    departement boolean := coalesce(current_setting('jalon.departement', true), '') = 'oui';
begin
    if acteur = '' then
        return;
    end if;
    return query
    with q as materialized (
        select t.k::int as k, t.i, t.mot, t.cle from unnest(p_jetons, p_mots, p_cles) with ordinality as t(i, mot, cle, k)
    ),
    trouves as (
        select q.i, q.mot as demande, m.mot, 1.0 as plancher from q join mot_connu m on m.mot = q.mot
        union all
        select q.i, q.mot as demande, m.mot, 0.86 from q join mot_connu m on m.cle = q.cle where length(q.mot) > 1
        union all
        select q.i, q.mot as demande, m.mot, 0.84 from q join mot_connu m
            on m.variantes && (select array_agg(v.mot) from unnest(p_variantes, p_variantes_de) as v(mot, i) where v.i = q.k)
            where length(q.mot) > 2
        union all
        select q.i, q.mot as demande, m.mot, 0.0 from q join mot_connu m on m.mot % q.mot where length(q.mot) > 3
        union all
        (select q.i, q.mot as demande, m.mot, 0.9 from q join mot_connu m on m.mot like q.mot || '%'
            where p_partiel and q.i = n order by length(m.mot) limit 60)
    ),
    mots as materialized (
        select i, mot, poids from (
            select g.i, g.mot, g.poids, row_number() over (partition by g.i order by g.poids desc, g.mot) as rang from (
                select t.i, t.mot, case when max(t.plancher) = 1.0 then 1.0 else least(0.95, greatest(max(t.plancher),
                        1 - min(levenshtein(t.mot, t.demande)::real / greatest(length(t.mot), length(t.demande))))) end::real as poids
                from trouves t group by t.i, t.mot) g where g.poids >= 0.5) r
        where rang <= 50
    ),
    touches as (
        select em.enfant_id, m.i, max(m.poids * case em.place when 'S' then 0.94 when 'A' then 0.97 else 1.0 end)::real as poids
        from mots m join enfant_mot em on em.mot = m.mot group by em.enfant_id, m.i
    ),
    candidats as (
        select t.enfant_id, (sum(t.poids) / n)::real as nom from touches t group by t.enfant_id
        having count(*) >= least(n, 2) or (p_du = p_au and n > 1)
    ),
    notes as (
        select c.enfant_id, (case when p_du is null then c.nom
                else c.nom * 0.7 + 0.3 * accord_naissance(p_du, p_au, r.naissance_du, r.naissance_au) end)::real as note
        from candidats c join enfant_recherche r on r.enfant_id = c.enfant_id
    ),
    meilleurs as (
        select notes.enfant_id, notes.note from notes order by notes.note desc, notes.enfant_id limit p_limite * 3
    ),
    cartes as (
        select b.enfant_id, b.note, e.restreint and not exists (select 1 from enfant_restriction er
                where er.enfant_id = b.enfant_id and er.utilisateur_id::text = acteur) as tu,
            departement or exists (select 1 from sujet_unite su where su.sujet_type = 'ENFANT' and su.sujet_id = b.enfant_id
                and su.unite_id = any (unites)) as visible
        from meilleurs b join enfant e on e.id = b.enfant_id
    )
    select case when c.visible then c.enfant_id end, c.note,
        case when not c.visible then array(select distinct su.unite_id from sujet_unite su
            where su.sujet_type = 'ENFANT' and su.sujet_id = c.enfant_id order by 1) end
    from cartes c where not c.tu and (c.visible or c.note >= 0.86)
    order by c.note desc, c.enfant_id limit p_limite;
end
$$;
