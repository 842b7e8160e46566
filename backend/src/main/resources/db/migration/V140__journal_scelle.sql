-- Each committed line of the journal gets a seal: the HMAC of the seal before it and of the line, with a key the database does not know.
-- Insert-only for the application; a line removed, altered or slipped in by whoever owns the database no longer agrees with the chain.
create table journal_sceau (
    rang           bigint primary key,
    ligne_id       uuid not null unique,
    transaction_id xid8 not null,
    empreinte      bytea not null check (octet_length(empreinte) = 32),
    scelle_le      timestamptz not null default clock_timestamp()
);
revoke update, delete, truncate on journal_sceau from ${roleApplication};
create index journal_par_transaction on journal_acces (transaction_id, id);

-- What each verification found; the details are in the answer and in the log, by rank.
create table journal_verification (
    id         uuid primary key,
    le         timestamptz not null default clock_timestamp(),
    lignes     bigint not null,
    anomalies  int not null,
    premieres  jsonb not null,
    demandee_par uuid
);
revoke update, delete, truncate on journal_verification from ${roleApplication};

-- As what somebody acted: roles and units of that moment, since both change.
alter table journal_acces add column roles text, add column unites text;
