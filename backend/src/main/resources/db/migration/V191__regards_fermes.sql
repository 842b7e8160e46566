-- A unit asked by a fiche navette sees the information as long as its answer is waited for: what stayed open closes.
delete from sujet_unite su
where su.sujet_type = 'INFORMATION' and su.titre = 'SUIVI'
    and not exists (select 1 from fiche_navette n where n.information_id = su.sujet_id and n.unite_id = su.unite_id and n.repondue_le is null);

-- A measure that went to another territory, or was entered by mistake, leaves the child's file open to nobody for its sake.
delete from sujet_unite su
where su.sujet_type = 'ENFANT' and su.titre = 'SUIVI'
    and su.origine_tx in (select e.transaction_id from mesure m join evenement_sujet s on s.sujet_type = 'MESURE' and s.sujet_id = m.id
        join evenement e on e.id = s.evenement_id where m.enfant_id = su.sujet_id and (m.unite_id <> su.unite_id or m.etat = 'ANNULEE'))
    and not exists (select 1 from dossier_d_enfant d join sujet_unite v on v.sujet_type = d.sujet_type and v.sujet_id = d.sujet_id
        where d.enfant_id = su.sujet_id and d.sujet_type <> 'ENFANT' and v.unite_id = su.unite_id and v.titre <> 'EXERCICE'
        and not (d.sujet_type = 'MESURE' and exists (select 1 from mesure m where m.id = d.sujet_id and m.etat = 'ANNULEE'))
        and not (d.sujet_type = 'PROJET' and exists (select 1 from projet p where p.id = d.sujet_id and p.etat = 'ANNULE')));
