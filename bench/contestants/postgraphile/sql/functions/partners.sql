-- partners: who takes part in the same activities (docs/questions/partners.md).
set search_path to partnership, internal, public;

create type partner as (
  id text, kind entity_kind, name text, shared_activities integer,
  roles role[], of_roles role[], first_year integer, last_year integer, planned_activities integer
);

-- Sets of roles are kept as bits, which are cheap to unite.
create function internal.role_bit(of role) returns integer language sql immutable as $$
  select case of when 'FUNDING' then 1 when 'ACCOUNTABLE' then 2 when 'EXTENDING' then 4 when 'IMPLEMENTING' then 8
    when 'HOST' then 16 when 'PARTNER' then 32 else 64 end
$$;
create function internal.roles_of(bits integer) returns role[] language plpgsql immutable as $$
begin
  return array(select each from unnest(enum_range(null::role)) each where bits & internal.role_bit(each) <> 0);
end $$;

-- The columns beside the number are worked out for the page only, and only where they are asked for.
create function partners(
  "of" text, of_roles role[] default null, partner_roles role[] default null,
  from_year integer default null, to_year integer default null, bases basis[] default '{DECLARED,CURATED}',
  page_size integer default 20
) returns setof partner language sql stable as $$
  with asked as materialized (select key from internal.actors_meant(array["of"])),
  ours as materialized (
    select part.activity_key, bit_or(internal.role_bit(part.role)) as roles
    from asked join participation part on part.actor_key = asked.key
    where part.basis = any (bases) and (of_roles is null or part.role = any (of_roles))
      and ((from_year is null and to_year is null) or exists (
        select from activity where key = part.activity_key and internal.overlaps(first_day, last_day, from_year, to_year)))
    group by part.activity_key
  ),
  shared as materialized (
    select part.actor_key, part.activity_key, bit_or(internal.role_bit(part.role)) as roles
    from ours join participation part using (activity_key)
    where part.basis = any (bases) and (partner_roles is null or part.role = any (partner_roles))
      and part.actor_key not in (select key from asked)
    group by part.actor_key, part.activity_key
  ),
  counted as (select actor_key, count(*)::integer as activities, bit_or(roles) as roles from shared group by actor_key),
  page as materialized (
    select actor.key, actor.id, actor.kind, actor.name, counted.activities, counted.roles
    from counted join actor on actor.key = counted.actor_key
    order by counted.activities desc, actor.id limit page_size
  ),
  described as materialized (
    select shared.actor_key, min(least(first_day, last_day)) as first_day, max(greatest(first_day, last_day)) as last_day,
      count(*) filter (where status = 'PLANNED') as planned
    from shared join activity on activity.key = shared.activity_key
    where shared.actor_key in (select key from page) group by shared.actor_key
  )
  select page.id, page.kind, page.name, page.activities,
    internal.roles_of(page.roles),
    (select internal.roles_of(bit_or(ours.roles)) from shared join ours using (activity_key) where shared.actor_key = page.key),
    (select extract(year from first_day)::integer from described where actor_key = page.key),
    (select extract(year from last_day)::integer from described where actor_key = page.key),
    (select planned::integer from described where actor_key = page.key)
  from page order by page.activities desc, page.id
$$;
