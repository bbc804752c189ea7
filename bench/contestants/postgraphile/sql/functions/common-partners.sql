-- commonPartners: who works with each of several actors (docs/questions/common-partners.md).
set search_path to partnership, internal, public;

create type common_partner as (id text, kind entity_kind, name text, shared_activities integer, shares integer[]);

-- Whom an activity was found for is kept as bits: activities alike in them are counted together.
create function common_partners(
  "of" text[], from_year integer default null, to_year integer default null,
  bases basis[] default '{DECLARED,CURATED}', page_size integer default 20
) returns setof common_partner language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
  with asked as materialized (select place, key from internal.actors_meant("of")),
  ours as materialized (
    select part.activity_key, bit_or(1 << asked.place) as sharers
    from asked join participation part on part.actor_key = asked.key
    where part.basis = any (bases)
      and ((from_year is null and to_year is null) or exists (
        select from activity where key = part.activity_key and internal.overlaps(first_day, last_day, from_year, to_year)))
    group by part.activity_key
  ),
  shared as (
    select distinct part.actor_key, part.activity_key, ours.sharers
    from ours join participation part using (activity_key) where part.basis = any (bases)
  ),
  alike as (
    select actor_key, sharers, count(*)::integer as activities from shared
    where actor_key not in (select key from asked) group by actor_key, sharers
  ),
  -- At place 0: with any of those asked about.
  by_place as (
    select actor_key, place, sum(activities)::integer as share
    from alike join generate_series(0, cardinality("of")) place on place = 0 or sharers & (1 << place) <> 0
    group by actor_key, place
  ),
  counted as (
    select actor_key, max(share) filter (where place = 0) as activities,
      array_agg(share order by place) filter (where place > 0) as shares, min(share) as least
    from by_place group by actor_key having count(*) = cardinality("of") + 1
  )
  select actor.id, actor.kind, actor.name, counted.activities, counted.shares
  from counted join actor on actor.key = counted.actor_key
  order by counted.least desc, counted.activities desc, actor.id limit page_size;
end $$;
