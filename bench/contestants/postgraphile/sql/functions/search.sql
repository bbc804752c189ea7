-- search: records by name. All words must be there, each as it is, as a beginning, or with a slip (two in long words).
set search_path to partnership, internal, public;

create type search_match as (id text, kind entity_kind, name text, matched_name text, score real);

create function internal.folded(text text) returns text language sql stable as $$
  select trim(regexp_replace(lower(public.unaccent(text)), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- A word and those that it may be a misspelling of. Slips are looked up among all words there are.
create function internal.spellings(meant text) returns tsquery language sql stable as $$
  select string_agg(term, '|')::tsquery
  from (
    select quote_literal(meant) || ':*' as term
    union all
    select quote_literal(word.word) from internal.word
    where length(meant) >= 4 and word.word % meant
      and levenshtein_less_equal(word.word, meant, case when length(meant) < 8 then 1 else 2 end) <= case when length(meant) < 8 then 1 else 2 end) terms
$$;

create function search(text text, kinds entity_kind[] default null, page_size integer default 20)
returns setof search_match language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_variable
declare
  asked text := internal.folded(text);
  words text[] := (string_to_array(asked, ' '))[1:8];
  wanted tsquery;
  subjects text[] := (select array_agg(case kind when 'PROJECT' then 'activity' else lower(kind::text) end) from unnest(kinds) kind);
begin
  if asked = '' then return; end if;
  foreach asked in array words loop
    wanted := case when wanted is null then internal.spellings(asked) else wanted && internal.spellings(asked) end;
  end loop;
  asked := array_to_string(words, ' ');
  return query
  select best.entity_id, case best.subject when 'activity' then 'PROJECT' else upper(best.subject) end::entity_kind, best.value, best.value, best.score
  from (
    select distinct on (entity_name.entity_id) entity_name.entity_id, entity_name.subject, entity_name.value,
      (similarity(entity_name.folded, asked) + case when entity_name.folded = asked then 20 when entity_name.folded like asked || '%' then 5 else 0 end)::real as score
    from entity_name where entity_name.words @@ wanted and (subjects is null or entity_name.subject = any (subjects))
    order by entity_name.entity_id, 4 desc) best
  order by best.score desc, best.entity_id limit page_size;
end $$;
