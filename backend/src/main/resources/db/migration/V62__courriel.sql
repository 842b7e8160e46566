-- Outbox: mails are written with the act that causes them and sent afterwards. No address and no name here: who receives is an id, what
-- is said is a template and a few codes.
create table courriel_sortant (
    id               uuid primary key,
    cle              text not null unique,
    destinataire_id  uuid not null,
    modele           text not null,
    valeurs          jsonb not null default '{}',
    depose_le        timestamptz not null default clock_timestamp(),
    prochain_essai_le timestamptz not null default clock_timestamp(),
    essais           int not null default 0,
    envoye_le        timestamptz,
    abandonne_le     timestamptz,
    derniere_erreur  text
);
create index courriel_a_envoyer on courriel_sortant (prochain_essai_le) where envoye_le is null and abandonne_le is null;
