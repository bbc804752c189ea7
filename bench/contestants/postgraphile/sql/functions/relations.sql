-- The relations that a neighbourhood follows.
set search_path to partnership, internal, public;

create type relation_kind as enum ('PARTICIPATES_IN', 'PLAYS', 'COVERS', 'BELONGS_TO');

-- All relations of these records, from their side. `far_table` says what the other end is: keys are of one sequence.
create function internal.relations_of(records integer[], roles role[], bases basis[])
returns table (near integer, far integer, far_table "char") language sql stable as $$
  select part.actor_key, part.activity_key, 'v'::"char" from unnest(records) record(key) join participation part on part.actor_key = record.key
    where part.basis = any (bases) and (roles is null or part.role = any (roles))
  union all
  select part.activity_key, part.actor_key, 'a' from unnest(records) record(key) join participation part on part.activity_key = record.key
    where part.basis = any (bases) and (roles is null or part.role = any (roles))
  union all
  select play.actor_key, play.arrangement_key, 'r' from unnest(records) record(key) join play on play.actor_key = record.key
    where roles is null and play.basis = any (bases)
  union all
  select play.arrangement_key, play.actor_key, 'a' from unnest(records) record(key) join play on play.arrangement_key = record.key
    where roles is null and play.basis = any (bases)
  union all
  select cover.arrangement_key, cover.activity_key, 'v' from unnest(records) record(key) join cover on cover.arrangement_key = record.key
    where roles is null and cover.basis = any (bases)
  union all
  select cover.activity_key, cover.arrangement_key, 'r' from unnest(records) record(key) join cover on cover.activity_key = record.key
    where roles is null and cover.basis = any (bases)
  union all
  select own.key, own.country_key, 'a' from unnest(records) record(key) join actor own on own.key = record.key
    where roles is null and own.country_key is not null
  union all
  select own.country_key, own.key, 'a' from unnest(records) record(key) join actor own on own.country_key = record.key
    where roles is null
$$;

-- How many relations join a record with these others: looked up pair by pair, whatever the number of either's relations.
create function internal.relations_to(record integer, others integer[], roles role[], bases basis[]) returns bigint language plpgsql stable as $$
begin
  return (select count(*) from participation part where part.actor_key = record and part.activity_key = any (others)
      and part.basis = any (bases) and (roles is null or part.role = any (roles)))
    + (select count(*) from participation part where part.activity_key = record and part.actor_key = any (others)
      and part.basis = any (bases) and (roles is null or part.role = any (roles)))
    + case when roles is null then
      (select count(*) from play where play.actor_key = record and play.arrangement_key = any (others) and play.basis = any (bases))
      + (select count(*) from play where play.arrangement_key = record and play.actor_key = any (others) and play.basis = any (bases))
      + (select count(*) from cover where cover.arrangement_key = record and cover.activity_key = any (others) and cover.basis = any (bases))
      + (select count(*) from cover where cover.activity_key = record and cover.arrangement_key = any (others) and cover.basis = any (bases))
      + (select count(*) from actor own where own.key = record and own.country_key = any (others))
      + (select count(*) from actor own where own.key = any (others) and own.country_key = record)
      else 0 end;
end $$;

-- More relations than 500, counting or not. `kept_in` says in which table the record is, as `far_table` does.
create function internal.is_hub(record integer, kept_in "char") returns boolean language plpgsql stable as $$
begin
  case kept_in
  when 'a' then
    return (select relations > 500 from actor where key = record);
  when 'v' then
    return (select count(*) from participation where activity_key = record) + (select count(*) from cover where activity_key = record) > 500;
  else
    return (select count(*) from play where arrangement_key = record) + (select count(*) from cover where arrangement_key = record) > 500;
  end case;
end $$;

-- The relations between records shown. Participations are read from the activities, which have few.
create type relation as (id text, kind relation_kind, role text, "from" text, "to" text, basis basis);
create function internal.relations_between(records integer[], roles role[], bases basis[]) returns setof relation language sql stable as $$
  select part.id, 'PARTICIPATES_IN'::relation_kind, part.role::text, actor.id, activity.id, part.basis
    from unnest(records) record(key) join participation part on part.activity_key = record.key
    join actor on actor.key = part.actor_key join activity on activity.key = record.key
    where (part.actor_key in (select unnest(records))) is true and part.basis = any (bases) and (roles is null or part.role = any (roles))
  union all
  select play.id, 'PLAYS', play.role::text, actor.id, arrangement.id, play.basis
    from unnest(records) record(key) join play on play.arrangement_key = record.key
    join actor on actor.key = play.actor_key join arrangement on arrangement.key = record.key
    where roles is null and (play.actor_key in (select unnest(records))) is true and play.basis = any (bases)
  union all
  select cover.id, 'COVERS', null, arrangement.id, activity.id, cover.basis
    from unnest(records) record(key) join cover on cover.arrangement_key = record.key
    join activity on activity.key = cover.activity_key join arrangement on arrangement.key = record.key
    where roles is null and (cover.activity_key in (select unnest(records))) is true and cover.basis = any (bases)
  union all
  select 'belongs-to:' || own.id || '|' || country.id, 'BELONGS_TO', null, own.id, country.id, 'DECLARED'::basis
    from unnest(records) record(key) join actor own on own.key = record.key join actor country on country.key = own.country_key
    where roles is null and (own.country_key in (select unnest(records))) is true
$$;
