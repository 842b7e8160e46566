-- Row-level security under the application's rule (docs/decisions/row-level-security.md): what a query that forgets the rule is refused.
-- The application's role is under it; the owner (Flyway, the functions below) is not. Who acts is what the transaction hook told the database.

-- Ties are followed from either end by the policies, cancelled or not: whole indexes in place of those of the ties in force.
drop index foyer_enfant_par_enfant;
create index foyer_enfant_par_enfant on foyer_enfant (enfant_id);
drop index foyer_enfant_par_foyer;
create index foyer_enfant_par_foyer on foyer_enfant (foyer_id);
drop index foyer_adulte_par_foyer;
create index foyer_adulte_par_foyer on foyer_adulte (foyer_id);
drop index foyer_adulte_par_adulte;
create index foyer_adulte_par_adulte on foyer_adulte (adulte_id);
drop index autorite_par_enfant;
create index autorite_par_enfant on autorite_parentale (enfant_id);
drop index autorite_par_adulte;
create index autorite_par_adulte on autorite_parentale (adulte_id);
drop index lien_enfants_par_b;
create index lien_enfants_par_b on lien_enfants (enfant_b);
create index lien_enfants_par_a on lien_enfants (enfant_a);

-- Whole département, or the house itself. Nobody: an error, never an empty answer that would pass for « nothing there ».
create function regard_tout() returns boolean language plpgsql stable parallel safe as $$
begin
    if current_setting('jalon.maison', true) = 'oui' or current_setting('jalon.departement', true) = 'oui' then
        return true;
    end if;
    if coalesce(current_setting('jalon.acteur', true), '') = '' then
        raise insufficient_privilege using message = 'Personne n’agit : identité absente';
    end if;
    return false;
end
$$;

create function regard_unites() returns text[] language sql stable parallel safe
as $$ select string_to_array(coalesce(current_setting('jalon.unites', true), ''), ',') $$;

-- Opened by this act: what it wrote, the file its right was checked on, an exceptional access.
create function regard_ouverts() returns uuid[] language sql stable parallel safe
as $$ select string_to_array(coalesce(current_setting('jalon.ouverts', true), ''), ',')::uuid[] $$;

create function regard_ouvre() returns boolean language sql stable parallel safe
as $$ select coalesce(current_setting('jalon.ouverts', true), '') <> '' $$;

-- Children of the page being read: what stands in their file is known to exist, its words are not opened.
create function regard_approche() returns boolean language sql stable parallel safe
as $$ select coalesce(current_setting('jalon.ouverts', true), '') <> '' or coalesce(current_setting('jalon.proches', true), '') <> '' $$;

-- Counting: rows of codes and dates, whatever the unit; no name, no word.
create function regard_compte() returns boolean language sql stable parallel safe
as $$ select coalesce(current_setting('jalon.compte', true), '') = 'oui' $$;

-- What is for other people by name, by type (null: all); worked out once a transaction and somebody. The house is kept from nothing.
create function regard_tus(p_type text) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    acteur text := coalesce(current_setting('jalon.acteur', true), '');
    reglage text := 'jalon.tus_' || lower(coalesce(p_type, 'tous'));
    connus text := current_setting(reglage, true);
    qui uuid := case when acteur ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then acteur::uuid end;
    enfants uuid[];
    tus uuid[] := '{}';
begin
    if coalesce(current_setting('jalon.maison', true), '') = 'oui' then
        return '{}';
    end if;
    if starts_with(connus, acteur || ' ') then
        return string_to_array(substr(connus, length(acteur) + 2), ',')::uuid[];
    end if;
    enfants := array(select e.id from enfant e where e.restreint
        and not exists (select 1 from enfant_restriction er where er.enfant_id = e.id and er.utilisateur_id = qui));
    if enfants <> '{}' then
        tus := array(
            select r.id from enfant_reserve r where (p_type is null or p_type = 'ENFANT') and r.enfant_id = any (enfants)
            union all select r.ip_id from ip_reservee r where (p_type is null or p_type = 'IP') and r.enfant_id = any (enfants)
            union all select r.information_id from information_reservee r where (p_type is null or p_type = 'INFORMATION') and r.enfant_id = any (enfants)
            union all select r.mesure_id from mesure_reservee r where (p_type is null or p_type = 'MESURE') and r.enfant_id = any (enfants)
            union all select r.projet_id from projet_reserve r where (p_type is null or p_type = 'PROJET') and r.enfant_id = any (enfants)
            union all select r.autonomie_id from autonomie_reservee r where (p_type is null or p_type = 'AUTONOMIE') and r.enfant_id = any (enfants));
    end if;
    perform set_config(reglage, acteur || ' ' || array_to_string(tus, ','), true);
    return tus;
end
$$;

-- Sees everything and nothing is kept from them: rows that lean on others are read without looking at these.
create function regard_libre() returns boolean language plpgsql stable as $$
begin
    return regard_tout() and cardinality(regard_tus('ENFANT')) = 0;
end
$$;

-- Every id a child has since merges, above and below. Step by step, by values: as one recursive query it read whole tables.
create function identites_de(p_enfants uuid[]) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    tous uuid[] := p_enfants;
    bord uuid[] := p_enfants;
begin
    while cardinality(bord) > 0 loop
        bord := array(select e.fusionne_vers from enfant e where e.id = any (bord) and e.fusionne_vers is not null and e.fusionne_vers <> all (tous));
        tous := tous || bord;
    end loop;
    bord := tous;
    while cardinality(bord) > 0 loop
        bord := array(select e.id from enfant e where e.fusionne_vers = any (bord) and e.id <> all (tous));
        tous := tous || bord;
    end loop;
    return tous;
end
$$;

-- Whether one of these children stands in a file of one's units, or opened by the act.
create function dossier_en_vue(p_enfants uuid[], p_unites text[], p_ouverts uuid[]) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    enfant uuid;
    d record;
begin
    foreach enfant in array p_enfants loop
        for d in select v.sujet_type, v.sujet_id from dossier_d_enfant v where v.enfant_id = enfant loop
            if d.sujet_id = any (p_ouverts) or exists (select 1 from sujet_unite su where su.sujet_type = d.sujet_type and su.sujet_id = d.sujet_id
                    and su.unite_id = any (p_unites)) then
                return true;
            end if;
        end loop;
    end loop;
    return false;
end
$$;

-- The last resort of a policy, asked of the rows the cheap conditions left out: the subject belongs to the file of a child this act opened,
-- or, when p_proche, of a child whose page is being read. Settings are read afresh: a row written by this statement is known.
create function sujet_atteint(p_type text, p_id uuid, p_proche boolean) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp cost 5000 as $$
declare
    ouverts uuid[] := string_to_array(coalesce(current_setting('jalon.ouverts', true), ''), ',')::uuid[];
    enfants uuid[];
begin
    if p_id = any (ouverts) then
        return true;
    end if;
    if p_proche then
        ouverts := ouverts || string_to_array(coalesce(current_setting('jalon.proches', true), ''), ',')::uuid[];
    end if;
    enfants := case when p_type = 'ENFANT' then array[p_id]
        else array(select d.enfant_id from dossier_d_enfant d where d.sujet_type = p_type and d.sujet_id = p_id) end;
    if p_type = 'INFORMATION' then
        -- It tells of the minors of the IP it became, those added since included.
        enfants := enfants || array(select mc.enfant_id from information_entrante i join mineur_concerne mc on mc.ip_id = i.ip_id where i.id = p_id);
    end if;
    return enfants && ouverts or identites_de(enfants) && ouverts;
end
$$;

-- Who a child is, is known to whoever reads a file in which the child stands, or that of a brother, a sister, or of somebody of the same home.
create function enfant_atteint(p_id uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp cost 5000 as $$
declare
    acteur text := coalesce(current_setting('jalon.acteur', true), '');
    unites text[] := string_to_array(coalesce(current_setting('jalon.unites', true), ''), ',');
    ouverts uuid[] := string_to_array(coalesce(current_setting('jalon.ouverts', true), '') || case when coalesce(current_setting('jalon.ouverts', true), '') = ''
        or coalesce(current_setting('jalon.proches', true), '') = '' then '' else ',' end || coalesce(current_setting('jalon.proches', true), ''), ',')::uuid[];
    siens uuid[];
    autour uuid[];
begin
    if p_id = any (ouverts) then
        return true;
    end if;
    siens := identites_de(array[p_id]);
    -- Those named on a restricted file are told when somebody looks for it.
    if siens && ouverts or exists (select 1 from enfant_restriction er where er.enfant_id = any (siens) and er.utilisateur_id::text = acteur)
            or dossier_en_vue(siens, unites, ouverts) then
        return true;
    end if;
    autour := array(
        select l.enfant_b from lien_enfants l where l.enfant_a = any (siens)
        union select l.enfant_a from lien_enfants l where l.enfant_b = any (siens)
        union select b.enfant_id from foyer_enfant a join foyer_enfant b on b.foyer_id = a.foyer_id where a.enfant_id = any (siens));
    return cardinality(autour) > 0 and (autour && ouverts or dossier_en_vue(identites_de(autour), unites, ouverts));
end
$$;

-- Told by the application once its rule let somebody read (p_acte false) or act on a subject. An act reaches the whole file of its children:
-- dates, projet and path follow from what other units hold.
create function regard_ouvrir(p_type text, p_id uuid, p_acte boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    enfants uuid[] := identites_de(case when p_type = 'ENFANT' then array[p_id]
        else array(select d.enfant_id from dossier_d_enfant d where d.sujet_type = p_type and d.sujet_id = p_id) end);
    ouverts uuid[] := string_to_array(coalesce(current_setting('jalon.ouverts', true), ''), ',')::uuid[];
    proches uuid[] := string_to_array(coalesce(current_setting('jalon.proches', true), ''), ',')::uuid[];
    neufs uuid[];
begin
    -- What came in goes with the IP it became.
    neufs := array[p_id] || case p_type when 'IP' then array(select i.id from information_entrante i where i.ip_id = p_id) else '{}' end
        || case when p_acte or p_type = 'ENFANT' then enfants else '{}' end;
    if not neufs <@ ouverts then
        perform set_config('jalon.ouverts', array_to_string(array(select distinct unnest(ouverts || neufs)), ','), true);
    end if;
    if not enfants <@ proches then
        perform set_config('jalon.proches', array_to_string(array(select distinct unnest(proches || enfants)), ','), true);
    end if;
    return true;
end
$$;

-- What an act writes is open to it at once, before any unit is told.
create function regard_neuf() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('jalon.acteur', true), '') <> '' and coalesce(current_setting('jalon.departement', true), '') <> 'oui'
            and coalesce(current_setting('jalon.maison', true), '') <> 'oui' then
        perform set_config('jalon.ouverts', concat_ws(',', nullif(current_setting('jalon.ouverts', true), ''), new.id::text), true);
    end if;
    return new;
end
$$;

-- A child without a name: what merges, restrictions and counts need. Read with the owner's rights, whoever acts.
create view enfant_repere as
    select id, fusionne_vers, restreint, naissance_precision, naissance_le, terme_prevu from enfant;

-- What came in, without a word of it: what counts and lists of steps need.
create view information_repere as
    select id, numero, recue_le, saisie_le, unite_id, etat, urgence, ip_id, reference_externe from information_entrante;

-- Somebody's exceptional accesses are asked before it is known who acts.
create function exceptions_de(p_utilisateur uuid) returns uuid[] language sql stable security definer set search_path = public, pg_temp
as $$ select array(select a.enfant_id from acces_exceptionnel a where a.utilisateur_id = p_utilisateur and a.au > clock_timestamp()) $$;

-- Homonyms are looked for everywhere when a child is written; the pair holds two ids and a score.
create function doublons_de(p_enfant uuid, p_note real) returns table (enfant_a uuid, enfant_b uuid, note real)
language sql stable security definer set search_path = public, pg_temp as $$
    select least(r.enfant_id, m.enfant_id), greatest(r.enfant_id, m.enfant_id), accord_naissance(m.naissance_du, m.naissance_au, r.naissance_du, r.naissance_au)
    from enfant_recherche m join enfant_recherche r on r.cle_nom = m.cle_nom and r.cle_prenom = m.cle_prenom and r.enfant_id <> m.enfant_id
    join enfant e on e.id = r.enfant_id
    where m.enfant_id = p_enfant and e.fusionne_vers is null
        and accord_naissance(m.naissance_du, m.naissance_au, r.naissance_du, r.naissance_au) >= p_note
    limit 20
$$;

-- A proposed order no longer stands once its act was cancelled, whoever reads the waiting list.
create function acte_annule(p_acte uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from mesure_acte a where a.id = p_acte and a.annule_le is not null) $$;

-- One policy a command, from one condition; said again, it replaces what was said. Writing asks for somebody; where it may write is the application's rule, what it may change or
-- erase is what it sees.
create function regard_poser(p_table text, p_condition text, p_nommes text) returns void language plpgsql as $$
declare
    connue record;
begin
    for connue in select policyname from pg_policies where schemaname = 'public' and tablename = p_table and policyname like 'regard\_%' loop
        execute format('drop policy %I on %I', connue.policyname, p_table);
    end loop;
    execute format('alter table %I enable row level security', p_table);
    execute format('create policy regard_lire on %I for select using (%s)', p_table, p_condition);
    execute format('create policy regard_ajouter on %I for insert with check ((select regard_tout()) is not null)', p_table);
    execute format('create policy regard_changer on %I for update using (%s) with check (true)', p_table, p_condition);
    execute format('create policy regard_effacer on %I for delete using (%s)', p_table, p_condition);
    if p_nommes is not null then
        execute format('create policy regard_nommes on %I as restrictive for select using (%s)', p_table, p_nommes);
    end if;
end
$$;
revoke execute on function regard_poser from public, ${roleApplication};
