-- From the rows as they came (staging.sql) to the tables.
set search_path to partnership, internal, public;

insert into actor (id, kind, name, iso2) select id, 'COUNTRY', name, iso2 from staging.countries;
insert into actor (id, kind, name, organisation_kind, country_key)
  select o.id, 'ORGANISATION', o.name, o.kind::organisation_kind, c.key
  from staging.organisations o left join actor c on c.id = o.country_id;
insert into sector (id, name, code) select id, name, code from staging.sectors;
insert into activity (id, name, status, "start", "end", first_day, last_day)
  select id, name, status::activity_status, "start", "end", first_day::date, last_day::date from staging.projects;
insert into arrangement (id, name, status, "start", "end", first_day, last_day)
  select id, name, status::activity_status, "start", "end", first_day::date, last_day::date from staging.arrangements;
analyze actor, activity;

insert into participation
  select p.id, a.key, p.role::role, v.key, v.id, 'DECLARED'
  from staging.participations p join actor a on a.id = p.actor_id join activity v on v.id = p.activity_id;
insert into in_sector
  select i.id, v.key, s.key, 'DECLARED'
  from staging.in_sector i join activity v on v.id = i.activity_id join sector s on s.id = i.sector_id;
insert into transaction (id, activity_key, type, amount, currency, date, value_date, provider_key, receiver_key)
  select t.id, v.key, t.type::transaction_type, t.amount::numeric, t.currency, t.date, t.date::date, p.key, r.key
  from staging.transactions t join activity v on v.id = t.activity_id
  left join actor p on p.id = t.provider_id left join actor r on r.id = t.receiver_id;
insert into play
  select p.id, a.key, p.role::triangular_role, r.key, 'DECLARED'
  from staging.plays p join actor a on a.id = p.actor_id join arrangement r on r.id = p.arrangement_id;
insert into cover
  select c.id, r.key, v.key, 'DECLARED'
  from staging.covers c join arrangement r on r.id = c.arrangement_id join activity v on v.id = c.activity_id;
insert into entity_name
  select n.id, e.key, n.entity_id, n.value, n.language, n.kind, n.script, n.folded, n.subject
  from staging.names n join (
    select id, key from actor union all select id, key from activity
    union all select id, key from arrangement union all select id, key from sector) e on e.id = n.entity_id;
insert into word select distinct unnest(string_to_array(folded, ' ')) from entity_name;

drop schema staging cascade;
