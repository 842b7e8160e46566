-- Which table is under which policy (docs/decisions/row-level-security.md). Run after every other migration, and again when it changes: a new
-- table of files takes its line here, or its written reason in MurIT. %1$L is the type of subject, %2$s the column that names it.
-- « offset 0 »: a row asks for its parent by its key, never for every parent at once.
do $$
declare
    d record;
    lu text := '(select regard_tout()) or exists (select 1 from sujet_unite su where su.sujet_type = %1$L and su.sujet_id = %2$s'
        || ' and su.unite_id = any ((select regard_unites())::text[])) or %2$s = any ((select regard_ouverts())::uuid[])';
    mots text := lu || ' or ((select regard_ouvre()) and sujet_atteint(%1$L, %2$s, false))';
    trame text := lu || ' or (select regard_compte()) or ((select regard_approche()) and sujet_atteint(%1$L, %2$s, true))';
    tus text := '%2$s <> all ((select regard_tus(%1$L))::uuid[])';
    parent text := '(select regard_libre()) or exists (select 1 from %1$I p where p.id = %2$s offset 0)';
    enfant text;
begin
    -- Who children and those around them are.
    enfant := lu || ' or enfant_atteint(%2$s)';
    for d in select * from (values ('enfant', 'id'), ('nom_alternatif', 'enfant_id'), ('foyer_enfant', 'enfant_id'), ('autorite_parentale', 'enfant_id'),
            ('enfant_mot', 'enfant_id'), ('enfant_recherche', 'enfant_id'), ('acces_exceptionnel', 'enfant_id')) v(t, c) loop
        perform regard_poser(d.t, format(enfant, 'ENFANT', d.t || '.' || d.c), format(tus, 'ENFANT', d.t || '.' || d.c));
    end loop;
    perform regard_poser('adulte', '(select regard_libre()) or adulte.id = any ((select regard_ouverts())::uuid[])'
        || ' or exists (select 1 from autorite_parentale ap where ap.adulte_id = adulte.id offset 0) or exists (select 1 from foyer_adulte fa where fa.adulte_id = adulte.id offset 0)', null);
    perform regard_poser('foyer', '(select regard_libre()) or foyer.id = any ((select regard_ouverts())::uuid[])'
        || ' or exists (select 1 from foyer_enfant fe where fe.foyer_id = foyer.id offset 0)', null);
    perform regard_poser('foyer_adulte', format(parent, 'foyer', 'foyer_adulte.foyer_id'), null);
    for d in select * from (values ('lien_enfants', 'enfant_a', 'enfant_b'), ('doublon_probable', 'enfant_a', 'enfant_b'), ('fusion', 'conserve', 'absorbe')) v(t, a, b) loop
        perform regard_poser(d.t, format('(select regard_libre()) or exists (select 1 from enfant e where e.id = %1$s offset 0) or exists (select 1 from enfant e where e.id = %2$s offset 0)',
            d.t || '.' || d.a, d.t || '.' || d.b), null);
    end loop;

    -- The frame of each file: codes, dates, numbers, who is in charge. Counted by whoever counts; known to whoever reads the child's page.
    for d in select * from (values
            ('information_mineur', 'INFORMATION', 'information_id'), ('information_preoccupante', 'IP', 'id'), ('mineur_concerne', 'IP', 'ip_id'), ('mandat', 'IP', 'ip_id'),
            ('evaluateur', 'IP', 'ip_id'), ('remise_rapport', 'IP', 'ip_id'), ('mesure', 'MESURE', 'id'), ('mesure_referent', 'MESURE', 'mesure_id'),
            ('attente_rang', 'MESURE', 'mesure_id'), ('projet', 'PROJET', 'id'), ('autonomie', 'AUTONOMIE', 'id'),
            ('autonomie_repere', 'AUTONOMIE', 'autonomie_id')) v(t, s, c) loop
        perform regard_poser(d.t, format(trame, d.s, d.t || '.' || d.c), null);
    end loop;
    perform regard_poser('ip_liee', format(trame, 'IP', 'ip_liee.ip_id') || ' or exists (select 1 from information_preoccupante p where p.id = ip_liee.suite_de offset 0)', null);
    -- What came in follows the IP it became. Its row holds the facts: it is not counted from.
    perform regard_poser('information_entrante', format(lu || ' or ((select regard_approche()) and sujet_atteint(%1$L, %2$s, true))', 'INFORMATION', 'information_entrante.id') || ' or exists (select 1 from sujet_unite su'
        || ' where su.sujet_type = ''IP'' and su.sujet_id = information_entrante.ip_id and su.unite_id = any ((select regard_unites())::text[]))',
        format(tus, 'INFORMATION', 'information_entrante.id'));

    -- The words.
    for d in select * from (values
            ('fiche_navette', 'INFORMATION', 'information_id'), ('acte_evaluation', 'IP', 'ip_id'), ('ressource_entourage', 'IP', 'ip_id'),
            ('avis_demande', 'IP', 'ip_id'), ('rapport_section', 'IP', 'ip_id'), ('rapport_section_version', 'IP', 'ip_id'), ('conclusion_mineur', 'IP', 'ip_id'),
            ('signalement', 'IP', 'ip_id'), ('decision_mineur', 'IP', 'ip_id'), ('precision_demandee', 'IP', 'ip_id'), ('information_donnee', 'IP', 'ip_id'),
            ('suite_judiciaire', 'IP', 'ip_id'), ('correction', 'IP', 'ip_id'), ('fin_sans_decision', 'IP', 'ip_id'), ('commission_mineur', 'IP', 'ip_id'),
            ('mesure_acte', 'MESURE', 'mesure_id'), ('mesure_accord', 'MESURE', 'mesure_id'), ('lieu_accueil', 'MESURE', 'mesure_id'),
            ('droit_visite', 'MESURE', 'mesure_id'), ('fratrie_accueil', 'MESURE', 'mesure_id'), ('changement_prevu', 'MESURE', 'mesure_id'),
            ('projet_acte', 'PROJET', 'projet_id'), ('projet_version', 'PROJET', 'projet_id'), ('projet_rencontre', 'PROJET', 'projet_id'),
            ('autonomie_acte', 'AUTONOMIE', 'autonomie_id')) v(t, s, c) loop
        perform regard_poser(d.t, format(mots, d.s, d.t || '.' || d.c), format(tus, d.s, d.t || '.' || d.c));
    end loop;
    perform regard_poser('consigne_parquet', format(mots, 'IP', 'consigne_parquet.ip_id') || ' or ' || format(mots, 'INFORMATION', 'consigne_parquet.information_id'),
        '(ip_id is null or ' || format(tus, 'IP', 'consigne_parquet.ip_id') || ') and (information_id is null or ' || format(tus, 'INFORMATION', 'consigne_parquet.information_id') || ')');
    perform regard_poser('revue_statut', format(mots, 'ENFANT', 'revue_statut.enfant_id') || ' or ' || format(mots, 'MESURE', 'revue_statut.mesure_id'),
        format(tus, 'ENFANT', 'revue_statut.enfant_id'));
    perform regard_poser('document', '(select regard_tout()) or exists (select 1 from sujet_unite su where su.sujet_type = document.sujet_type'
        || ' and su.sujet_id = document.sujet_id and su.unite_id = any ((select regard_unites())::text[])) or document.sujet_id = any ((select regard_ouverts())::uuid[])'
        || ' or exists (select 1 from information_entrante i join sujet_unite su on su.sujet_type = ''IP'' and su.sujet_id = i.ip_id'
        || ' and su.unite_id = any ((select regard_unites())::text[]) where document.sujet_type = ''INFORMATION'' and i.id = document.sujet_id)'
        || ' or ((select regard_ouvre()) and sujet_atteint(document.sujet_type, document.sujet_id, false))',
        'document.sujet_id <> all ((select regard_tus(null))::uuid[])');
    perform regard_poser('evenement_texte', '(select regard_tout()) or exists (select 1 from evenement_sujet es join sujet_unite su on su.sujet_type = es.sujet_type'
        || ' and su.sujet_id = es.sujet_id and su.unite_id = any ((select regard_unites())::text[]) where es.evenement_id = evenement_texte.evenement_id)'
        || ' or exists (select 1 from evenement_sujet es where es.evenement_id = evenement_texte.evenement_id and (es.sujet_id = any ((select regard_ouverts())::uuid[])'
        || ' or (select regard_ouvre()) and sujet_atteint(es.sujet_type, es.sujet_id, false)))',
        '(select regard_tus(null)) = ''{}'' or not exists (select 1 from evenement_sujet es where es.evenement_id = evenement_texte.evenement_id'
        || ' and es.sujet_id = any ((select regard_tus(null))::uuid[]))');

    -- What belongs to one of these rows.
    for d in select * from (values
            ('acte_evaluation_personne', 'acte_evaluation', 'acte_id'), ('avis_relance', 'avis_demande', 'avis_id'), ('document_contenu', 'document', 'document_id'),
            ('projet_partie', 'projet_version', 'version_id'), ('projet_partie_ancienne', 'projet_partie', 'partie_id'), ('projet_objectif', 'projet_version', 'version_id'),
            ('projet_action', 'projet_version', 'version_id'), ('projet_rencontre_personne', 'projet_rencontre', 'rencontre_id'),
            ('projet_signature', 'projet_version', 'version_id'), ('projet_remise', 'projet_version', 'version_id'), ('projet_imprime', 'projet_version', 'version_id'),
            ('autonomie_mot', 'autonomie_acte', 'acte_id')) v(t, p, c) loop
        perform regard_poser(d.t, format(parent, d.p, d.t || '.' || d.c), null);
    end loop;

    -- Light records, of a child or of a meeting of a unit.
    perform regard_poser('releve', format(mots, 'ENFANT', 'releve.enfant_id') || ' or (releve.enfant_id is null and releve.unite_id = any ((select regard_unites())::text[]))',
        'enfant_id is null or ' || format(tus, 'ENFANT', 'releve.enfant_id'));

    -- Rows as they stood before an act, for whoever acts.
    perform regard_poser('avant_acte', '(select regard_tout()) or (select regard_ouvre())', null);

    for d in select unnest(array['enfant', 'adulte', 'foyer', 'information_entrante', 'information_preoccupante', 'mesure', 'projet', 'autonomie']) as t loop
        execute format('create or replace trigger %1$s_neuf before insert on %1$I for each row execute function regard_neuf()', d.t);
    end loop;
    -- These views hold words: they are read as whoever asks.
    for d in select unnest(array['lieu_vivant', 'droit_vivant', 'fratrie_vivante', 'revue_vivante']) as t loop
        execute format('alter view %I set (security_invoker = true)', d.t);
    end loop;
end
$$;

-- A child without a name, with what was added to the table since.
create or replace view enfant_repere as
    select id, fusionne_vers, restreint, naissance_precision, naissance_le, terme_prevu, cree_le, efface_le from enfant;

-- Light records without their words nor their values: which children have some, and when.
create or replace view releve_repere as select id, code, enfant_id, unite_id, du, au from releve;

-- Who lives with whom, by ids: families are counted.
create or replace view foyer_repere as select foyer_id, enfant_id, principal, du, au, annule_le, id from foyer_enfant;

-- jalon.mur says whether the policies hold: written and tried either way, in force only when it says « oui ».
do $$
declare
    d record;
begin
    for d in select distinct tablename from pg_policies where schemaname = 'public' and policyname = 'regard_lire' loop
        execute format('alter table %I %s row level security', d.tablename, case '${mur}' when 'oui' then 'enable' else 'disable' end);
    end loop;
end
$$;
