-- Who may sign, and when: a decision signed without a délégation valid that day is void, so it is never recorded.
create table delegation_signature (
    id             uuid primary key,
    utilisateur_id uuid not null,
    reference      text not null,
    interim_de     uuid,
    du             date not null,
    au             date,
    check (au is null or au >= du)
);
create index delegation_par_utilisateur on delegation_signature (utilisateur_id, du);

-- The decision is an object of its own, apart from the conclusion of the evaluation; one line a minor. A cancelled line stays.
create table decision_mineur (
    id                  uuid primary key,
    ip_id               uuid not null references information_preoccupante,
    mineur_id           uuid not null references mineur_concerne,
    issue               text not null check (issue in ('CLASSEMENT', 'DROIT_COMMUN', 'AIDE_ADMINISTRATIVE', 'AUTORITE_JUDICIAIRE')),
    nature_aide         text,
    critere             text,
    actions_tentees     text,
    motivation          text not null,
    avertissements      jsonb not null default '{}',
    signataire_id       uuid not null,
    delegation_id       uuid not null references delegation_signature,
    interim_de          uuid,
    decidee_le          timestamptz not null,
    saisie_le           timestamptz not null,
    saisie_par          uuid,
    evenement_id        uuid,
    annulee_le          timestamptz,
    annulee_motif       text,
    check (issue <> 'AUTORITE_JUDICIAIRE' or critere is not null),
    check (issue <> 'AIDE_ADMINISTRATIVE' or nature_aide is not null)
);
create index decision_par_ip on decision_mineur (ip_id);
-- One live decision a minor in an IP, whoever clicks twice.
create unique index decision_vivante on decision_mineur (mineur_id) where annulee_le is null;

-- Sent back for precision: the question of the decider and the answer of the evaluators.
create table precision_demandee (
    id            uuid primary key,
    ip_id         uuid not null references information_preoccupante,
    question      text not null,
    demandee_le   timestamptz not null,
    demandee_par  uuid,
    reponse       text,
    repondue_le   timestamptz,
    repondue_par  uuid
);
create index precision_par_ip on precision_demandee (ip_id, demandee_le);

-- Who was told of what followed, by what means, or why not (D226-2-6, D226-2-8, L226-5).
create table information_donnee (
    id              uuid primary key,
    ip_id           uuid not null references information_preoccupante,
    destinataire    text not null check (destinataire in ('TITULAIRE', 'TRANSMETTEUR', 'SNATED', 'AUTRE_DEPARTEMENT')),
    reference_id    uuid,
    moyen           text,
    donnee_le       date,
    motif_refus     text,
    precision_motif text,
    saisie_le       timestamptz not null,
    saisie_par      uuid,
    evenement_id    uuid,
    annulee_le      timestamptz,
    check ((moyen is null) <> (motif_refus is null)),
    check (moyen is null or donnee_le is not null)
);
create unique index information_donnee_une_fois on information_donnee (ip_id, destinataire, reference_id) nulls not distinct
    where annulee_le is null;

-- What justice did with a minor that was referred: as many facts as come, one after the other.
create table suite_judiciaire (
    id           uuid primary key,
    ip_id        uuid not null references information_preoccupante,
    mineur_id    uuid not null references mineur_concerne,
    suite        text not null check (suite in ('CLASSEMENT', 'ENQUETE', 'OPP', 'JUGE_SAISI', 'MJIE', 'MESURE', 'NON_LIEU', 'SANS_REPONSE')),
    survenue_le  date not null,
    reference    text,
    saisie_le    timestamptz not null,
    saisie_par   uuid,
    evenement_id uuid,
    annulee_le   timestamptz
);
create index suite_judiciaire_par_ip on suite_judiciaire (ip_id);

-- The way back: what was corrected, its reason, and who said so. The words stay here, the event holds codes.
create table correction (
    id           uuid primary key,
    ip_id        uuid not null references information_preoccupante,
    genre        text not null,
    motif        text not null,
    avant        text,
    apres        text,
    effets       jsonb not null,
    faite_le     timestamptz not null,
    faite_par    uuid
);
create index correction_par_ip on correction (ip_id, faite_le);
