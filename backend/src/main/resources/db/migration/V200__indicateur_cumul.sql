-- Counting adds up what each file's history contributes, once a day, and the day under way is added in memory. Nothing here is about one
-- person but enfant_trait; whoever counts writes it, and it can be emptied and made again from the log at any time.

-- A formula as it is computed, under the hash of its text: two indicators that differ by a statistic share it, a changed one is another.
create table indicateur_formule (
    id        int generated always as identity primary key,
    empreinte text not null unique,
    texte     text not null,
    cree_le   timestamptz not null,
    -- First roll-up whose deltas it is in: known as at nothing older.
    cloture_id int
);

-- One line a roll-up: everything below the fence is added up.
create table indicateur_cloture (
    id      int generated always as identity primary key,
    cloture xid8 not null,
    le      timestamptz not null,
    sujets  bigint not null,
    lignes  bigint not null,
    duree_ms bigint not null
);
create index indicateur_cloture_par_date on indicateur_cloture (le);

-- What is known at the last fence, added up.
create table indicateur_cumul (
    formule    int not null,
    axe        smallint not null,
    cle        text not null,
    grain      smallint not null,
    composante smallint not null,
    jour       int not null,
    longueur   int not null,
    somme      bigint not null,
    primary key (formule, axe, grain, cle, composante, jour, longueur)
);

-- What each fence changed of the whole: any past table is the sum of those up to it.
create table indicateur_delta (
    cloture_id int not null references indicateur_cloture,
    formule    int not null,
    grain      smallint not null,
    composante smallint not null,
    jour       int not null,
    longueur   int not null,
    somme      bigint not null,
    primary key (formule, grain, cloture_id, composante, jour, longueur)
);

-- Sex and day of birth as they were known when: a file corrected today does not change what was known yesterday.
create table enfant_trait (
    enfant_id    uuid not null,
    sexe         text not null,
    naissance_le date,
    connu_tx     xid8 not null default pg_current_xact_id(),
    connu_fin_tx xid8
);
insert into enfant_trait(enfant_id, sexe, naissance_le, connu_tx)
select id, sexe, case when naissance_precision = 'EXACTE' then naissance_le end, '3'::xid8 from enfant;
create index enfant_trait_par_enfant on enfant_trait (enfant_id);
create index enfant_trait_par_transaction on enfant_trait (connu_tx);
create index enfant_trait_par_fin on enfant_trait (connu_fin_tx) where connu_fin_tx is not null;

create function noter_enfant_trait() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        update enfant_trait set connu_fin_tx = pg_current_xact_id() where enfant_id = new.id and connu_fin_tx is null;
    end if;
    insert into enfant_trait(enfant_id, sexe, naissance_le)
    values (new.id, new.sexe, case when new.naissance_precision = 'EXACTE' then new.naissance_le end);
    return null;
end $$;
create trigger enfant_trait_ne after insert on enfant for each row execute function noter_enfant_trait();
create trigger enfant_trait_change after update of sexe, naissance_le, naissance_precision on enfant for each row
    when (old.sexe is distinct from new.sexe or old.naissance_le is distinct from new.naissance_le
        or old.naissance_precision is distinct from new.naissance_precision)
    execute function noter_enfant_trait();

-- The past of one file or one child: versions that are no longer known are found without reading those of all others.
create index periode_passee_par_sujet on periode (sujet_id) where connu_au is not null;
create index periode_passee_par_enfant on periode (enfant_id) where connu_au is not null and enfant_id is not null;
