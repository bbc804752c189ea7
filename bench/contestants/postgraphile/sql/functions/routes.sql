-- From layers of hops to the best routes.
set search_path to partnership, internal, public;

-- What makes a route better, less being better: its hubs first, then its weakest hop, then all participations of the
-- actors between its ends.
create function internal.worth(hubs integer, weakness integer, degrees integer) returns bigint language sql immutable as $$
  select (hubs::bigint << 42) | (weakness::bigint << 40) | degrees
$$;

-- The best routes through as many layers as are given, the first first; with all that are as good as the last of them,
-- since the ids that decide between those are not known here. Nested loops over arrays of unknown length are ruled out.
create function internal.best_routes(layers internal.layer[], wanted integer)
returns table (actors integer[], worth bigint) language plpgsql stable set enable_nestloop = off as $$
#variable_conflict use_column
declare
  l1 internal.layer := layers[1];
  l2 internal.layer := layers[2];
  l3 internal.layer := layers[3];
  l4 internal.layer := layers[4];
begin
  case cardinality(layers)
  when 1 then
    return query select array[e1.near, e1.far], internal.worth(0, e1.weakness, 0)
      from unnest(l1.near, l1.far, l1.weakness) e1(near, far, weakness)
      order by 2 fetch first wanted rows with ties;
  when 2 then
    return query select array[e1.near, e1.far, e2.far], internal.worth((e2.degree > 500)::integer, greatest(e1.weakness, e2.weakness), e2.degree)
      from unnest(l1.near, l1.far, l1.weakness) e1(near, far, weakness)
      join unnest(l2.near, l2.far, l2.weakness, l2.near_degree) e2(near, far, weakness, degree) on e2.near = e1.far
      order by 2 fetch first wanted rows with ties;
  when 3 then
    return query select array[e1.near, e1.far, e2.far, e3.far],
        internal.worth((e2.degree > 500)::integer + (e3.degree > 500)::integer, greatest(e1.weakness, e2.weakness, e3.weakness), e2.degree + e3.degree)
      from unnest(l1.near, l1.far, l1.weakness) e1(near, far, weakness)
      join unnest(l2.near, l2.far, l2.weakness, l2.near_degree) e2(near, far, weakness, degree) on e2.near = e1.far
      join unnest(l3.near, l3.far, l3.weakness, l3.near_degree) e3(near, far, weakness, degree) on e3.near = e2.far
      order by 2 fetch first wanted rows with ties;
  when 4 then
    return query select * from internal.best_routes_of_four(l1, l2, l3, l4, wanted);
  end case;
end $$;

-- Four hops may join in very many ways: halves meet in a middle actor. What each middle actor is good for at best, by its
-- best halves, says which middles and which halves can be in one of the best routes at all.
create function internal.best_routes_of_four(l1 internal.layer, l2 internal.layer, l3 internal.layer, l4 internal.layer, wanted integer)
returns table (actors integer[], worth bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  with first_half as materialized (
    select e1.near as source, e1.far as actor, e2.far as middle, greatest(e1.weakness, e2.weakness) as weakness,
      e2.near_degree as degree, (e2.near_degree > 500)::integer as hubs, e2.far_degree as middle_degree
    from unnest(l1.near, l1.far, l1.weakness) e1(near, far, weakness)
    join unnest(l2.near, l2.far, l2.weakness, l2.near_degree, l2.far_degree) e2(near, far, weakness, near_degree, far_degree) on e2.near = e1.far
  ),
  second_half as materialized (
    select e4.far as target, e3.far as actor, e3.near as middle, greatest(e3.weakness, e4.weakness) as weakness,
      e3.far_degree as degree, (e3.far_degree > 500)::integer as hubs
    from unnest(l3.near, l3.far, l3.weakness, l3.far_degree) e3(near, far, weakness, far_degree)
    join unnest(l4.near, l4.far, l4.weakness) e4(near, far, weakness) on e4.near = e3.far
  ),
  first_best as (
    select middle, min(middle_degree) as middle_degree, (min(middle_degree) > 500)::integer as hub,
      min(hubs) as hubs, min(weakness) as weakness, min(degree) as degree,
      min((hubs::bigint << 57) | (weakness::bigint << 55) | (degree::bigint << 31) | actor) as best
    from first_half group by middle
  ),
  second_best as (
    select middle, min(hubs) as hubs, min(weakness) as weakness, min(degree) as degree,
      min((hubs::bigint << 57) | (weakness::bigint << 55) | (degree::bigint << 31) | actor) as best
    from second_half group by middle
  ),
  -- `bound`: no route through it is better. `reached`: there is such a route, where the best halves differ in their actors.
  middles as materialized (
    select middle, one.hub, one.middle_degree as own_degree,
      one.hubs as first_hubs, one.weakness as first_weakness, one.degree as first_degree,
      other.hubs as second_hubs, other.weakness as second_weakness, other.degree as second_degree,
      internal.worth(one.hub + one.hubs + other.hubs, greatest(one.weakness, other.weakness), one.middle_degree + one.degree + other.degree) as bound,
      case when one.best & 2147483647 <> other.best & 2147483647 then internal.worth(
        one.hub + (one.best >> 57)::integer + (other.best >> 57)::integer,
        greatest((one.best >> 55)::integer & 3, (other.best >> 55)::integer & 3),
        one.middle_degree + ((one.best >> 31) & 16777215)::integer + ((other.best >> 31) & 16777215)::integer) end as reached
    from first_best one join second_best other using (middle)
  ),
  worst as materialized (
    select case when count(*) = wanted then max(reached) end as worth
    from (select reached from middles where reached is not null order by reached limit wanted) reached
  )
  select array[one.source, one.actor, middle, other.actor, other.target],
    internal.worth(hub + one.hubs + other.hubs, greatest(one.weakness, other.weakness), own_degree + one.degree + other.degree)
  from middles
  join first_half one using (middle)
  join second_half other using (middle)
  where one.actor <> other.actor
    and ((select worth from worst) is null
      or (bound <= (select worth from worst)
        and internal.worth(hub + one.hubs + second_hubs, greatest(one.weakness, second_weakness), own_degree + one.degree + second_degree) <= (select worth from worst)
        and internal.worth(hub + first_hubs + other.hubs, greatest(first_weakness, other.weakness), own_degree + first_degree + other.degree) <= (select worth from worst)))
  order by 2 fetch first wanted rows with ties;
end $$;
