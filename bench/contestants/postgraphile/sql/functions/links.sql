-- The hops that paths.sql joins to routes.
set search_path to partnership, internal, public;

-- Hops between actors, as arrays that run side by side: cheaper than a temporary table. Weakness: that of the hop's basis.
create type internal.layer as (near integer[], far integer[], weakness integer[], near_degree integer[], far_degree integer[]);

create function internal.flipped(layer internal.layer) returns internal.layer language plpgsql immutable as $$
begin
  return row(layer.far, layer.near, layer.weakness, layer.far_degree, layer.near_degree)::internal.layer;
end $$;

-- The distinct actors that share an activity with these, or only those of them in `within`. A hop is as weak as its weaker
-- side, each side being taken by its best part; of several activities the best counts.
create function internal.links(
  of_actors integer[], within integer[], roles role[], bases basis[], from_year integer, to_year integer
) returns internal.layer language plpgsql stable as $$
#variable_conflict use_variable
declare
  layer internal.layer;
begin
  -- `in (…) is true` has the list hashed, however many there are.
  select array_agg(link.near), array_agg(link.far), array_agg(internal.weakness(link.worst)),
      array_agg(link.near_degree), array_agg(actor.participations) into layer
  from (
    select part.actor_key as near, other.actor_key as far, min(own.participations) as near_degree,
      min(greatest(part.basis, other.basis)) as worst
    from unnest(of_actors) of_actor(key)
    join actor own on own.key = of_actor.key
    join participation part on part.actor_key = of_actor.key
    join participation other on other.activity_key = part.activity_key and other.actor_key <> part.actor_key
    where part.basis = any (bases) and (roles is null or part.role = any (roles))
      and other.basis = any (bases) and (roles is null or other.role = any (roles))
      and (within is null or (other.actor_key in (select unnest(within))) is true)
      and ((from_year is null and to_year is null) or exists (
        select from activity where key = part.activity_key and internal.overlaps(first_day, last_day, from_year, to_year)))
    group by part.actor_key, other.actor_key) link
  join actor on actor.key = link.far;
  return layer;
end $$;

-- The hops that lead to one of these actors.
create function internal.leading_to(layer internal.layer, ends integer[]) returns internal.layer language plpgsql immutable as $$
declare
  kept internal.layer;
begin
  select array_agg(near), array_agg(far), array_agg(weakness), array_agg(near_degree), array_agg(far_degree) into kept
  from unnest(layer.near, layer.far, layer.weakness, layer.near_degree, layer.far_degree)
    as hop(near, far, weakness, near_degree, far_degree)
  where (far in (select unnest(ends))) is true;
  return kept;
end $$;

-- The hops that lead to an actor that a route may go through: none of its ends, and no hub where hubs are gone round.
create function internal.leading_on(layer internal.layer, ends integer[], avoid_hubs boolean) returns internal.layer language plpgsql immutable as $$
declare
  kept internal.layer;
begin
  select array_agg(near), array_agg(far), array_agg(weakness), array_agg(near_degree), array_agg(far_degree) into kept
  from unnest(layer.near, layer.far, layer.weakness, layer.near_degree, layer.far_degree)
    as hop(near, far, weakness, near_degree, far_degree)
  where not (avoid_hubs and far_degree > 500) and (far not in (select unnest(ends))) is true;
  return kept;
end $$;
