-- The rows of the network as they come: ids as texts, everything as text.
create schema staging;
create unlogged table staging.countries (id text, name text, iso2 text);
create unlogged table staging.sectors (id text, name text, code text);
create unlogged table staging.organisations (id text, name text, kind text, country_id text);
create unlogged table staging.projects
  (id text, name text, status text, "start" text, "end" text, first_day text, last_day text);
create unlogged table staging.participations (id text, actor_id text, role text, activity_id text);
create unlogged table staging.in_sector (id text, activity_id text, sector_id text);
create unlogged table staging.transactions
  (id text, activity_id text, type text, amount text, currency text, date text, provider_id text, receiver_id text);
create unlogged table staging.arrangements (like staging.projects);
create unlogged table staging.plays (id text, actor_id text, role text, arrangement_id text);
create unlogged table staging.covers (id text, arrangement_id text, activity_id text);
create unlogged table staging.names
  (id text, entity_id text, value text, language text, kind text, script text, folded text, subject text);
