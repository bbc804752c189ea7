-- trilateralChains: who supports, who shares experience, who benefits (docs/questions/trilateral-chains.md).
set search_path to partnership, internal, public;

-- Begins at the actors that are named, where any are; at all arrangements otherwise. In the order of the ids.
create function trilateral_chains(
  actors text[] default null, facilitating text[] default null, pivotal text[] default null, beneficiaries text[] default null,
  statuses activity_status[] default null, from_year integer default null, to_year integer default null,
  bases basis[] default '{DECLARED,CURATED}', after text default '', page_size integer default 20
) returns setof arrangement language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  anchors text[] := coalesce(actors[1:1], facilitating, beneficiaries, pivotal);
  anchor_keys integer[] := array(select key from internal.actors_meant(anchors));
  facilitating_keys integer[] := array(select key from internal.actors_meant(facilitating));
  pivotal_keys integer[] := array(select key from internal.actors_meant(pivotal));
  beneficiary_keys integer[] := array(select key from internal.actors_meant(beneficiaries));
begin
  return query
  select chain.* from (
    select * from arrangement where anchors is null
    union all
    select * from arrangement where anchors is not null and key in (
      select play.arrangement_key from play where play.actor_key = any (anchor_keys) and play.basis = any (bases))) chain
  where chain.id > after
    and (statuses is null or chain.status = any (statuses))
    and internal.overlaps(chain.first_day, chain.last_day, from_year, to_year)
    -- Its basis is that of its weakest role, a role's that of its best-founded actor; one without all three roles is no chain.
    and (
      select count(*) = 3 and max(founded.basis) = any (bases)
      from (select min(play.basis) as basis from play where play.arrangement_key = chain.key group by play.role) founded)
    and (cardinality(actors) = 1 or actors is null or cardinality(actors) = (
      select count(distinct meant.place) from internal.actors_meant(actors) meant
      join play on play.arrangement_key = chain.key and play.actor_key = meant.key and play.basis = any (bases)))
    and (facilitating is null or exists (select from play where play.arrangement_key = chain.key
      and play.role = 'FACILITATING' and play.actor_key = any (facilitating_keys) and play.basis = any (bases)))
    and (pivotal is null or exists (select from play where play.arrangement_key = chain.key
      and play.role = 'PIVOTAL' and play.actor_key = any (pivotal_keys) and play.basis = any (bases)))
    and (beneficiaries is null or exists (select from play where play.arrangement_key = chain.key
      and play.role = 'BENEFICIARY' and play.actor_key = any (beneficiary_keys) and play.basis = any (bases)))
  order by chain.id limit page_size;
end $$;
