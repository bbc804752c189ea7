-- The tables. Keys are integers, of one sequence for actors, activities, arrangements and sectors, so that a key says by
-- itself which record is meant; the ids that callers know are unique texts beside them. Keys and indexes: indexes.sql.

create extension pg_trgm;
create extension fuzzystrmatch;
create extension unaccent;
create schema partnership;  -- what GraphQL shows
create schema internal;     -- what only the functions use
alter database postgres set search_path to partnership, internal, public;
alter database postgres set pg_trgm.similarity_threshold to 0.2; -- two slips in a word of eight letters
set search_path to partnership, internal, public;

create type entity_kind as enum ('COUNTRY', 'ORGANISATION', 'PROJECT', 'ARRANGEMENT', 'SECTOR');
create type basis as enum ('DECLARED', 'CURATED', 'INFERRED'); -- the strongest first
create type role as enum ('FUNDING', 'ACCOUNTABLE', 'EXTENDING', 'IMPLEMENTING', 'HOST', 'PARTNER', 'BENEFICIARY');
create type triangular_role as enum ('FACILITATING', 'PIVOTAL', 'BENEFICIARY');
create type activity_status as enum ('PLANNED', 'ONGOING', 'FINALISING', 'CLOSED', 'SUSPENDED', 'CANCELLED');
create type organisation_kind as enum
  ('NATIONAL_AGENCY', 'UN_BODY', 'MULTILATERAL', 'GOVERNMENT', 'ACADEMIC', 'NGO', 'FOUNDATION', 'PRIVATE', 'OTHER');
create type transaction_type as enum ('INCOMING_FUNDS', 'OUTGOING_COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE', 'INTEREST_PAYMENT',
  'LOAN_REPAYMENT', 'REIMBURSEMENT', 'PURCHASE_OF_EQUITY', 'SALE_OF_EQUITY', 'CREDIT_GUARANTEE', 'INCOMING_COMMITMENT',
  'OUTGOING_PLEDGE', 'INCOMING_PLEDGE');

create sequence internal.entity_key as integer;

-- Countries and organisations. `participations` and `relations` are kept by triggers (indexes.sql), as a graph database
-- keeps the degrees of its nodes.
create table actor (
  key integer default nextval('internal.entity_key'),
  id text not null,
  kind entity_kind not null check (kind in ('COUNTRY', 'ORGANISATION')),
  name text not null,
  iso2 text,
  organisation_kind organisation_kind,
  country_key integer, -- the country whose own it is
  participations integer not null default 0,
  relations integer not null default 0
);

create table sector (
  key integer default nextval('internal.entity_key'),
  id text not null,
  name text not null,
  code text not null
);

create table activity (
  key integer default nextval('internal.entity_key'),
  id text not null,
  kind entity_kind not null default 'PROJECT' check (kind = 'PROJECT'),
  name text not null,
  status activity_status,
  "start" text,
  "end" text,
  first_day date,
  last_day date
);

-- `activity_id` is repeated here so that an actor's projects can be read in the order of their ids, a page at a time.
create table participation (
  id text not null,
  actor_key integer not null,
  role role not null,
  activity_key integer not null,
  activity_id text not null,
  basis basis not null
);

create table in_sector (
  id text not null,
  activity_key integer not null,
  sector_key integer not null,
  basis basis not null
);

create table transaction (
  id text not null,
  activity_key integer not null,
  type transaction_type not null,
  amount numeric not null,
  currency text not null,
  date text,
  value_date date,
  year smallint generated always as (coalesce(left(date, 4)::smallint, extract(year from value_date)::smallint)) stored,
  provider_key integer,
  receiver_key integer
);

create table arrangement (
  key integer default nextval('internal.entity_key'),
  id text not null,
  kind entity_kind not null default 'ARRANGEMENT' check (kind = 'ARRANGEMENT'),
  name text not null,
  status activity_status,
  "start" text,
  "end" text,
  first_day date,
  last_day date
);

create table play (
  id text not null,
  actor_key integer not null,
  role triangular_role not null,
  arrangement_key integer not null,
  basis basis not null
);

create table cover (
  id text not null,
  arrangement_key integer not null,
  activity_key integer not null,
  basis basis not null
);

create table entity_name (
  id text not null,
  entity_key integer not null,
  entity_id text not null,
  value text not null,
  language text not null,
  kind text not null,
  script text not null,
  folded text not null,
  subject text not null,
  words tsvector generated always as (array_to_tsvector(string_to_array(folded, ' '))) stored
);

-- Every word of every name once: what slips of the pen are looked up in.
create table internal.word (word text primary key);
