-- Children, adults, homes and what ties them. A tie is dated and never deleted: what was wrong is closed with `annule_le`.
create table enfant (
    id                    uuid primary key,
    nom                   text not null,
    nom_usage             text,
    prenoms               text not null,
    non_nomme             boolean not null default false,
    sexe                  text not null check (sexe in ('FILLE', 'GARCON', 'INCONNU')),
    naissance_precision   text not null check (naissance_precision in ('EXACTE', 'MOIS', 'ANNEE', 'VERS', 'INCONNUE', 'A_NAITRE')),
    naissance_le          date,
    terme_prevu           date,
    naissance_constatee_le timestamptz,
    commune_naissance     text,
    deces_le              date,
    personne_se_declarant_mineure boolean not null default false,
    restreint             boolean not null default false,
    fusionne_vers         uuid references enfant,
    cree_le               timestamptz not null,
    version               bigint not null default 0,
    check (fusionne_vers is null or fusionne_vers <> id),
    check ((naissance_precision in ('INCONNUE', 'A_NAITRE')) = (naissance_le is null)),
    check (deces_le is null or naissance_le is null or deces_le >= naissance_le or naissance_precision <> 'EXACTE')
);
create index enfant_fusionne on enfant (fusionne_vers) where fusionne_vers is not null;
create index enfant_a_naitre on enfant (terme_prevu) where naissance_precision = 'A_NAITRE';

-- Other names a child is or was known by; a correction keeps the former name here, so that whoever knew it still finds the child.
create table nom_alternatif (
    id         uuid primary key,
    enfant_id  uuid not null references enfant,
    nom        text not null,
    prenoms    text not null,
    genre      text not null check (genre in ('USAGE', 'ANCIEN', 'ALIAS')),
    ajoute_le  timestamptz not null
);
create index nom_alternatif_par_enfant on nom_alternatif (enfant_id);

-- Named holders of a restricted file: nobody else finds it by searching.
create table enfant_restriction (
    enfant_id      uuid not null references enfant,
    utilisateur_id uuid not null,
    depuis         timestamptz not null,
    primary key (enfant_id, utilisateur_id)
);

create table adulte (
    id            uuid primary key,
    nom           text not null,
    nom_usage     text,
    prenoms       text not null default '',
    civilite      text check (civilite in ('MADAME', 'MONSIEUR')),
    naissance_le  date,
    telephone     text,
    courriel      text,
    deces_le      date,
    version       bigint not null default 0
);

create table foyer (
    id               uuid primary key,
    libelle          text,
    adresse          text,
    code_postal      text,
    commune          text,
    unite_id         text references unite,
    telephone        text,
    adresse_protegee boolean not null default false,
    protection_motif text,
    version          bigint not null default 0
);

-- Who lives in which home, from when to when; a child may have two homes at once, one of them the main one.
create table foyer_enfant (
    id         uuid primary key,
    foyer_id   uuid not null references foyer,
    enfant_id  uuid not null references enfant,
    principal  boolean not null,
    du         date,
    au         date,
    annule_le  timestamptz,
    check (au is null or du is null or au >= du)
);
create index foyer_enfant_par_enfant on foyer_enfant (enfant_id) where annule_le is null;
create index foyer_enfant_par_foyer on foyer_enfant (foyer_id) where annule_le is null;

create table foyer_adulte (
    id         uuid primary key,
    foyer_id   uuid not null references foyer,
    adulte_id  uuid not null references adulte,
    du         date,
    au         date,
    annule_le  timestamptz,
    check (au is null or du is null or au >= du)
);
create index foyer_adulte_par_foyer on foyer_adulte (foyer_id) where annule_le is null;
create index foyer_adulte_par_adulte on foyer_adulte (adulte_id) where annule_le is null;

create table autorite_parentale (
    id         uuid primary key,
    enfant_id  uuid not null references enfant,
    adulte_id  uuid not null references adulte,
    qualite    text not null check (qualite in ('MERE', 'PERE', 'PARENT', 'BEAU_PARENT', 'GRAND_PARENT', 'TIERS', 'TUTEUR', 'AUTRE')),
    exercice   text not null check (exercice in ('CONJOINT', 'EXCLUSIF', 'RETRAIT', 'DELEGATION', 'TUTELLE', 'AUCUN', 'INCONNU')),
    precision_ text,
    du         date,
    au         date,
    annule_le  timestamptz,
    check (au is null or du is null or au >= du)
);
create index autorite_par_enfant on autorite_parentale (enfant_id) where annule_le is null;
create index autorite_par_adulte on autorite_parentale (adulte_id) where annule_le is null;

-- A link is a fact, not an alert. One row a pair, the smaller id first.
create table lien_enfants (
    id         uuid primary key,
    enfant_a   uuid not null references enfant,
    enfant_b   uuid not null references enfant,
    genre      text not null check (genre in ('FRATRIE', 'DEMI_FRATRIE', 'MEME_DOMICILE', 'AUTRE')),
    note       text,
    pose_le    timestamptz not null,
    annule_le  timestamptz,
    check (enfant_a < enfant_b)
);
create unique index lien_enfants_unique on lien_enfants (enfant_a, enfant_b, genre) where annule_le is null;
create index lien_enfants_par_b on lien_enfants (enfant_b) where annule_le is null;
