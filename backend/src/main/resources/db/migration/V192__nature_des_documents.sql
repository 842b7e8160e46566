-- What a document holds, beside what it is: who reads health or justice inside a file in sight is the profile's (acces.RegardDonnees).
alter table document add column nature text not null default 'FAITS' check (nature in ('FAITS', 'MEDICAL', 'JUDICIAIRE'));
update document set nature = case when genre = 'CERTIFICAT' then 'MEDICAL' else 'JUDICIAIRE' end
    where genre in ('CERTIFICAT', 'DECISION_JUSTICE', 'SIGNALEMENT', 'SOIT_TRANSMIS');
