#!/bin/bash
# Two roles, as in the embedded database: the owner of the tables, and the application's, which owns nothing.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v proprietaire="$JALON_MDP_PROPRIETAIRE" -v application="$JALON_MDP_APPLICATION" -U postgres <<'SQL'
create role jalon_proprietaire login nosuperuser nocreatedb nocreaterole nobypassrls password :'proprietaire';
create role jalon_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'application';
create database jalon owner jalon_proprietaire;
\connect jalon
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists fuzzystrmatch;
SQL
