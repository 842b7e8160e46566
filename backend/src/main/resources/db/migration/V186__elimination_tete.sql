-- Whoever records a visa or executes may see no child: which rows stand for a child, and not for a file united into theirs, is said here.
alter table elimination_enfant add column tete boolean not null default true;
update elimination_enfant x set tete = false from enfant e where e.id = x.enfant_id and e.fusionne_vers is not null;
