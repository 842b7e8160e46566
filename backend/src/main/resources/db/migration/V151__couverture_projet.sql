-- Of age on that day, when the birth is known to the day: told apart in every count.
alter table projet add column majeur_le date;
-- Coverage of the whole département is read here alone, without the table.
create index projet_couverture on projet (unite_id, mesure_depuis)
    include (id, depuis, etabli_le, revision_le, commence, etabli_avec_mep, majeur_le, produits) where etat not in ('CLOS', 'ANNULE');
-- The service that answers for an action finds it.
create index projet_action_par_service on projet_action (service_id) where service_id is not null and faite_le is null;
