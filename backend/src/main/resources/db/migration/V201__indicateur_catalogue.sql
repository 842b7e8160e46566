-- Indicators the département adds without code. Every version is kept whole: the last is in force.
create table indicateur_catalogue (
    version   int primary key,
    yaml      text not null,
    empreinte text not null,
    du        timestamptz not null,
    par       uuid,
    motif     text
);
