-- What several questions share.
set search_path to partnership, internal, public;

-- What is shown of a record that is only referred to.
create type entity_reference as (id text, kind entity_kind, name text);

-- Who is meant by each id: the actor itself and, where it is a country, the organisations that are its own.
create function internal.actors_meant(ids text[]) returns table (place integer, key integer) language sql stable rows 20 as $$
  select named.place::integer, actor.key from unnest(ids) with ordinality named(id, place) join actor on actor.id = named.id
  union all
  select named.place::integer, own.key from unnest(ids) with ordinality named(id, place)
    join actor country on country.id = named.id and country.kind = 'COUNTRY' join actor own on own.country_key = country.key
$$;

-- Whether dates overlap the years. What only starts runs on, what only ends ran before; what is undated overlaps none.
create function internal.overlaps(first_day date, last_day date, from_year integer, to_year integer) returns boolean language sql immutable as $$
  select (from_year is null or last_day >= make_date(from_year, 1, 1) or (first_day is not null and last_day is null))
    and (to_year is null or first_day <= make_date(to_year, 12, 31) or (last_day is not null and first_day is null))
$$;

-- The place of a basis among all, the strongest being 0.
create function internal.weakness(of basis) returns integer language sql immutable as $$
  select case of when 'DECLARED' then 0 when 'CURATED' then 1 else 2 end
$$;
