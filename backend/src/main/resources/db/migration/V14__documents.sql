-- Attached files. What is known of one stands apart from its bytes, so that no list ever reads them. Bytes are encrypted before they
-- come here and do not compress: stored out of line as they are.
create table document (
    id           uuid primary key,
    sujet_type   text not null,
    sujet_id     uuid not null,
    genre        text not null check (genre in ('COURRIER', 'RAPPORT', 'SIGNALEMENT', 'SOIT_TRANSMIS', 'CERTIFICAT', 'DECISION_JUSTICE',
                     'ECRIT_PERSONNE', 'PIECE_IDENTITE', 'PHOTO', 'AUTRE')),
    nom          text not null check (length(nom) between 1 and 160),
    type_mime    text not null,
    taille       bigint not null check (taille > 0),
    sha256       text not null,
    date_piece   date,
    depose_par   uuid,
    depose_le    timestamptz not null,
    retire_par   uuid,
    retire_le    timestamptz,
    retire_motif text,
    check ((retire_le is null) = (retire_motif is null))
);
create index document_par_sujet on document (sujet_id, sujet_type, depose_le desc);

create table document_contenu (
    document_id uuid primary key references document,
    contenu     bytea not null
);
alter table document_contenu alter column contenu set storage external;

-- What a merge changed beside the pointer, so that undoing it puts everything back.
alter table fusion add column restreint_par_fusion boolean not null default false;
alter table fusion add column designes uuid[] not null default '{}';
alter table fusion add column doublon_avant text;
