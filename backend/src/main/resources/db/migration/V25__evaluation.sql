-- The evaluation of an IP: who evaluates, what they did, whom they asked, what they wrote. One set for the whole fratrie; only the
-- conclusion is each minor's own.

-- Named evaluators. Somebody replaced stays listed, with the reason; the work and the legal date do not move.
create table evaluateur (
    id             uuid primary key,
    ip_id          uuid not null references information_preoccupante,
    utilisateur_id uuid not null references utilisateur,
    profession     text not null,
    du             timestamptz not null,
    au             timestamptz,
    motif_fin      text,
    designe_par    uuid,
    check (au is null or au >= du),
    check ((au is null) = (motif_fin is null))
);
create unique index evaluateur_present on evaluateur (ip_id, utilisateur_id) where au is null;
create index evaluateur_par_utilisateur on evaluateur (utilisateur_id) where au is null;

-- One dated list: visits, meetings, appointments, letters, absences. It is the proof when the evaluation is impossible.
create table acte_evaluation (
    id           uuid primary key,
    ip_id        uuid not null references information_preoccupante,
    genre        text not null check (genre in ('VISITE', 'ENTRETIEN', 'RENDEZ_VOUS', 'COURRIER', 'APPEL', 'ABSENCE', 'INFORMATION', 'OBSERVATIONS')),
    le           date not null,
    heure        time,
    foyer_id     uuid references foyer,
    lieu         text,
    moyen        text,
    motif        text,
    texte        text,
    document_id  uuid,
    auteur_id    uuid,
    saisie_le    timestamptz not null,
    evenement_id uuid,
    avertissements jsonb not null default '{}',
    annule_le    timestamptz,
    annule_motif text,
    version      bigint not null default 0,
    check ((annule_le is null) = (annule_motif is null)),
    check (genre <> 'VISITE' or foyer_id is not null)
);
create index acte_evaluation_par_ip on acte_evaluation (ip_id, le);

-- Who an act was with: a minor of the IP or an adult; absent people are listed too.
create table acte_evaluation_personne (
    acte_id   uuid not null references acte_evaluation,
    mineur_id uuid references mineur_concerne,
    adulte_id uuid references adulte,
    present   boolean not null,
    seul      boolean not null default false,
    accord    boolean not null default false,
    avis      text,
    unique nulls not distinct (acte_id, mineur_id, adulte_id),
    check (num_nonnulls(mineur_id, adulte_id) = 1),
    check (mineur_id is not null or not seul)
);

-- People around the child who may help.
create table ressource_entourage (
    id         uuid primary key,
    ip_id      uuid not null references information_preoccupante,
    qui        text not null,
    lien       text,
    apport     text,
    contact    text,
    auteur_id  uuid,
    saisie_le  timestamptz not null,
    retiree_le timestamptz,
    version    bigint not null default 0
);
create index ressource_par_ip on ressource_entourage (ip_id);

-- Opinions asked of school, doctor, PMI and services. No minor means the whole fratrie.
create table avis_demande (
    id              uuid primary key,
    ip_id           uuid not null references information_preoccupante,
    partenaire      text not null,
    destinataire    text not null,
    question        text,
    mineur_id       uuid references mineur_concerne,
    demande_le      date not null,
    moyen           text not null,
    auteur_id       uuid,
    saisie_le       timestamptz not null,
    recu_le         date,
    reponse         text,
    document_id     uuid,
    sans_reponse_le date,
    annule_le       timestamptz,
    annule_motif    text,
    version         bigint not null default 0,
    check (recu_le is null or recu_le >= demande_le),
    check (sans_reponse_le is null or sans_reponse_le >= demande_le),
    check (num_nonnulls(recu_le, sans_reponse_le) <= 1)
);
create index avis_demande_par_ip on avis_demande (ip_id, demande_le);

create table avis_relance (
    id        uuid primary key,
    avis_id   uuid not null references avis_demande,
    le        date not null,
    moyen     text not null,
    auteur_id uuid,
    saisie_le timestamptz not null
);
create index avis_relance_par_avis on avis_relance (avis_id, le);
