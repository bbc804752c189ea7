-- neighbourhood: what lies around a record (docs/questions/neighbourhood.md), without `types` and `years`.
set search_path to partnership, internal, public;

create type subgraph_node as (record entity_reference, distance integer, is_hub boolean);
create type kind_count as (kind entity_kind, count integer);
create type subgraph as (nodes subgraph_node[], edges relation[], left_out kind_count[], truncated boolean);

-- A record of a level: its key, where it is kept, and how it is shown.
create type internal.shown as (key integer, record entity_reference, is_hub boolean);

-- The records next to those walked from: those first that most relations connect to what is shown, then by id.
create function internal.next_records(
  walked integer[], shown integer[], hubs integer[], room integer, roles role[], bases basis[],
  out records internal.shown[], out left_out kind_count[]
) language plpgsql stable as $$
#variable_conflict use_variable
begin
  with met as (
    select relation.far as key, relation.far_table as at, count(*) as relations
    from internal.relations_of(walked, roles, bases) relation
    where (relation.far not in (select unnest(shown))) is true
    group by 1, 2
  ),
  ranked as materialized (
    select met.key, met.at,
      met.relations + case when cardinality(hubs) = 0 then 0 else internal.relations_to(met.key, hubs, roles, bases) end as relations
    from met
  ),
  -- Only what may be on the page is looked up; where many are alike in number, their ids decide.
  candidates as materialized (select * from ranked order by relations desc fetch first room rows with ties),
  named as materialized (
    select candidates.key, at, candidates.relations, activity.id, activity.kind, activity.name
      from candidates join activity on at = 'v' and activity.key = candidates.key
    union all
    select candidates.key, at, candidates.relations, actor.id, actor.kind, actor.name
      from candidates join actor on at = 'a' and actor.key = candidates.key
    union all
    select candidates.key, at, candidates.relations, arrangement.id, arrangement.kind, arrangement.name
      from candidates join arrangement on at = 'r' and arrangement.key = candidates.key
  ),
  page as materialized (select * from named order by relations desc, id limit room),
  rest as (
    select case ranked.at when 'v' then 'PROJECT' when 'r' then 'ARRANGEMENT' else (select kind from actor where key = ranked.key) end::entity_kind as kind,
      count(*)::integer as count
    from ranked where ranked.key not in (select key from page) group by 1
  )
  select
    array(select row(key, row(id, kind, name)::entity_reference, internal.is_hub(page.key, page.at))::internal.shown from page order by relations desc, id),
    array(select row(kind, count)::kind_count from rest)
  into records, left_out;
end $$;

create function neighbourhood(
  "of" text, depth integer default 1, page_size integer default 25, roles role[] default null, bases basis[] default '{DECLARED,CURATED}'
) returns subgraph language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  centre integer;
  nodes subgraph_node[];
  walked integer[];
  shown integer[];
  hubs integer[] := '{}';
  room integer := page_size;
  next record;
  left_out kind_count[] := '{}';
  passed_hub boolean := false;
  edges relation[];
begin
  select asked.key, array[row(row(asked.id, asked.kind, asked.name)::entity_reference, 0, internal.is_hub(asked.key, asked.at))::subgraph_node] into centre, nodes
  from (
    select key, id, kind, name, 'a'::"char" as at from actor where id = "of"
    union all select key, id, kind, name, 'v' from activity where id = "of"
    union all select key, id, kind, name, 'r' from arrangement where id = "of") asked;
  if centre is null then return null; end if;
  walked := array[centre];
  shown := array[centre];
  for distance in 1..depth loop
    next := internal.next_records(walked, shown, hubs, room, roles, bases);
    nodes := nodes || array(select row(record, distance, is_hub)::subgraph_node from unnest(next.records));
    shown := shown || array(select key from unnest(next.records));
    walked := array(select key from unnest(next.records) where not is_hub);
    hubs := hubs || array(select key from unnest(next.records) where is_hub);
    passed_hub := passed_hub or (distance < depth and cardinality(hubs) > 0);
    room := room - cardinality(next.records);
    left_out := next.left_out;
    exit when cardinality(walked) = 0 or cardinality(left_out) > 0;
  end loop;
  edges := array(
    select edge from internal.relations_between(shown, roles, bases) edge where edge."from" <> edge."to" order by edge.id limit 2001);
  return row(nodes, edges[:2000], left_out, cardinality(left_out) > 0 or passed_hub or cardinality(edges) > 2000)::subgraph;
end $$;
