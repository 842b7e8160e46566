-- The owner runs this; the application role reads and writes rows and owns nothing, so that neither a bug nor an injection alters a
-- table, and row-level security will hold against it.
alter default privileges in schema public grant select, insert, update, delete on tables to ${roleApplication};
alter default privileges in schema public grant usage, select, update on sequences to ${roleApplication};
alter default privileges in schema public grant execute on functions to ${roleApplication};
grant usage on schema public to ${roleApplication};
