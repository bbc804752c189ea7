-- paths: how two actors are connected through others (docs/questions/paths.md), without `via` and `avoid`.
set search_path to partnership, internal, public;

create type hop as (shared_activities integer, activity entity_reference, basis basis);
create type route as (actors entity_reference[], hops hop[], hubs integer);

-- The activities that two actors share: their number, and the best-founded, then the one that ends last, then by id.
-- Read from the side with fewer participations.
create function internal.describe_hop(
  one integer, other integer, roles role[], bases basis[], from_year integer, to_year integer
) returns hop language plpgsql stable as $$
#variable_conflict use_variable
declare
  few integer := one;
  many integer := other;
  best hop;
begin
  if (select participations from actor where key = one) > (select participations from actor where key = other) then
    few := other;
    many := one;
  end if;
  with shared as (
    select part.activity_key, greatest(min(part.basis), min(their.basis)) as worst
    from participation part
    join participation their on their.activity_key = part.activity_key and their.actor_key = many
    where part.actor_key = few
      and part.basis = any (bases) and (roles is null or part.role = any (roles))
      and their.basis = any (bases) and (roles is null or their.role = any (roles))
    group by part.activity_key
  )
  select (count(*) over ())::integer, row(activity.id, activity.kind, activity.name)::entity_reference, shared.worst into best
  from shared join activity on activity.key = shared.activity_key
  where internal.overlaps(first_day, last_day, from_year, to_year)
  order by shared.worst, (last_day is null and first_day is not null) desc, last_day is null, last_day desc, activity.id
  limit 1;
  return best;
end $$;

-- Widens the side where fewer participations have to be read, until the sides meet in routes enough.
create function internal.find_routes(
  sources integer[], targets integer[], max_hops integer, wanted integer, avoid_hubs boolean,
  roles role[], bases basis[], from_year integer, to_year integer
) returns table (hops integer, actors integer[], worth bigint) language plpgsql stable as $$
#variable_conflict use_variable
declare
  near integer[] := sources;
  far integer[] := targets;
  near_cost bigint := (select sum(participations) from actor where key = any (sources));
  far_cost bigint := (select sum(participations) from actor where key = any (targets));
  near_layers internal.layer[] := '{}';
  far_layers internal.layer[] := '{}';
  read internal.layer;
  meeting internal.layer;
  routes_found integer := 0;
  of_this_length integer;
begin
  for length in 1..max_hops loop
    if near_cost <= far_cost then
      read := internal.links(near, case when length = max_hops then far end, roles, bases, from_year, to_year);
      meeting := internal.leading_to(read, far);
      return query select length, r.actors, r.worth from internal.best_routes(near_layers || meeting || far_layers, wanted - routes_found) r;
    else
      read := internal.links(far, case when length = max_hops then near end, roles, bases, from_year, to_year);
      meeting := internal.flipped(internal.leading_to(read, near));
      return query select length, r.actors, r.worth from internal.best_routes(near_layers || meeting || far_layers, wanted - routes_found) r;
    end if;
    get diagnostics of_this_length = row_count;
    routes_found := routes_found + of_this_length;
    exit when routes_found >= wanted;
    read := internal.leading_on(read, sources || targets, avoid_hubs);
    if near_cost <= far_cost then
      near_layers := near_layers || read;
      select array_agg(key), coalesce(sum(degree), 0) into near, near_cost
        from (select distinct key, degree from unnest(read.far, read.far_degree) actor(key, degree)) next;
    else
      far_layers := internal.flipped(read) || far_layers;
      select array_agg(key), coalesce(sum(degree), 0) into far, far_cost
        from (select distinct key, degree from unnest(read.far, read.far_degree) actor(key, degree)) next;
    end if;
  end loop;
end $$;

create function paths(
  "from" text, "to" text, max_hops integer default 4, wanted integer default 5, avoid_hubs boolean default true,
  roles role[] default null, bases basis[] default '{DECLARED,CURATED}', from_year integer default null, to_year integer default null
) returns setof route language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  sources integer[] := array(select key from internal.actors_meant(array["from"]));
  targets integer[] := array(select key from internal.actors_meant(array["to"]));
begin
  if exists (select unnest(sources) intersect select unnest(targets)) then
    raise exception 'from and to stand for a same actor: %, %', "from", "to" using errcode = 'invalid_parameter_value';
  end if;
  return query
  with routes as materialized (
    select route.hops, route.worth, route.actors, named.ids, named.actors as named
    from internal.find_routes(
      sources, targets, max_hops, wanted, avoid_hubs, roles, bases, from_year, to_year) route,
    lateral (
      select array_agg(actor.id order by place) as ids, array_agg(row(actor.id, actor.kind, actor.name)::entity_reference order by place) as actors
      from unnest(route.actors) with ordinality member(key, place) join actor on actor.key = member.key) named
    order by route.hops, route.worth, named.ids limit wanted
  ),
  hops as materialized (
    select pair.one, pair.other, internal.describe_hop(pair.one, pair.other, roles, bases, from_year, to_year) as hop
    from (select distinct routes.actors[place] as one, routes.actors[place + 1] as other from routes, generate_series(1, routes.hops) place) pair
  )
  select routes.named,
    array(
      select hops.hop from generate_series(1, routes.hops) place
      join hops on hops.one = routes.actors[place] and hops.other = routes.actors[place + 1] order by place),
    (routes.worth >> 42)::integer
  from routes order by routes.hops, routes.worth, routes.ids;
end $$;
