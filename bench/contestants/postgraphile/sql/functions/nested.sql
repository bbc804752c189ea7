-- Relations over participations, as GraphQL shows them: each record once, in the order of the ids.
set search_path to partnership, internal, public;

create function actor_projects(actor actor) returns setof activity language sql stable as $$
  select activity.* from (
    select distinct activity_id, activity_key from participation where actor_key = actor.key) part
  join activity on activity.key = part.activity_key order by part.activity_id
$$;

create function activity_countries(activity activity) returns setof actor language sql stable as $$
  select actor.* from actor
  where actor.kind = 'COUNTRY' and actor.key in (select actor_key from participation where activity_key = activity.key)
$$;

create function activity_organisations(activity activity) returns setof actor language sql stable as $$
  select actor.* from actor
  where actor.kind = 'ORGANISATION' and actor.key in (select actor_key from participation where activity_key = activity.key)
$$;
