-- Accounts: since when, by whom a duty is held; what was given by hand, dated; absences; the periodic review.
alter table utilisateur add column cree_le timestamptz not null default clock_timestamp();

-- What the rule reads at each request stays here. ANNUAIRE: said by the directory at each login; MANUELLE: given by hand in Jalon, until
-- its last day included.
alter table utilisateur_role
    add column source   text not null default 'ANNUAIRE' check (source in ('ANNUAIRE', 'MANUELLE')),
    add column depuis   timestamptz not null default clock_timestamp(),
    add column jusquau  date;

-- Given by hand: kept, ended by a reason, never erased.
create table habilitation_manuelle (
    id             uuid primary key,
    utilisateur_id uuid not null references utilisateur,
    role           text not null,
    unite_id       text references unite,
    du             date not null,
    au             date,
    motif          text not null check (length(motif) between 5 and 500),
    donnee_le      timestamptz not null,
    donnee_par     uuid,
    retiree_le     timestamptz,
    retiree_par    uuid,
    retrait_motif  text check (length(retrait_motif) <= 500),
    check (au is null or au >= du)
);
create index habilitation_manuelle_en_cours on habilitation_manuelle (utilisateur_id) where retiree_le is null;
revoke update, delete, truncate on habilitation_manuelle from ${roleApplication};
grant update (retiree_le, retiree_par, retrait_motif) on habilitation_manuelle to ${roleApplication};

-- Somebody away from one day to another, and who receives their tasks meanwhile. Why is nobody's business here: no reason is kept.
create table absence (
    id             uuid primary key,
    utilisateur_id uuid not null references utilisateur,
    du             date not null,
    au             date not null,
    remplacant_id  uuid references utilisateur,
    saisie_le      timestamptz not null,
    saisie_par     uuid,
    annulee_le     timestamptz,
    annulee_par    uuid,
    check (au >= du),
    check (remplacant_id is null or remplacant_id <> utilisateur_id)
);
create index absence_par_utilisateur on absence (utilisateur_id, au) where annulee_le is null;
create index absence_par_remplacant on absence (remplacant_id, au) where annulee_le is null;
revoke delete, truncate on absence from ${roleApplication};

-- The periodic review: each account looked at, what was decided, by whom, and what it had been used for until then. Insert-only.
create table revue_compte (
    id                 uuid primary key,
    utilisateur_id     uuid not null references utilisateur,
    decision           text not null check (decision in ('MAINTENU', 'RETIRE', 'RETABLI')),
    motif              text check (length(motif) <= 500),
    derniere_connexion timestamptz,
    habilitations      text not null,
    decidee_le         timestamptz not null,
    decidee_par        uuid,
    check (decision = 'MAINTENU' or motif is not null)
);
create index revue_compte_par_utilisateur on revue_compte (utilisateur_id, decidee_le desc);
revoke update, delete, truncate on revue_compte from ${roleApplication};

-- Who came in, went out or was turned away at the door is a line of the journal like the others.
alter table journal_acces drop constraint journal_acces_genre_check;
alter table journal_acces add constraint journal_acces_genre_check
    check (genre in ('OUVERTURE', 'MODIFICATION', 'RECHERCHE', 'REFUS', 'CONNEXION'));
