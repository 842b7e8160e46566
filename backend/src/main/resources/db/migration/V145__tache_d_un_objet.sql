-- A task about one thing within a file (an action of the projet, a repère of the calendar): several of the same step may wait at once.
alter table tache add column objet_id uuid;
