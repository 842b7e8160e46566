-- The act that says why a place of the waiting list was proposed: once it is cancelled the proposal no longer stands.
alter table attente_rang add column acte_id uuid;
