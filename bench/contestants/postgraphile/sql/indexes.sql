-- Keys, indexes and counters, made once the tables are full.
set search_path to partnership, internal, public;

alter table actor add primary key (key), add unique (id), add foreign key (country_key) references actor;
alter table sector add primary key (key), add unique (id);
alter table activity add primary key (key), add unique (id), add unique (key, id);
alter table arrangement add primary key (key), add unique (id);
create index on actor (country_key) where country_key is not null;

-- Both directions hold all that the questions read of a participation, so that none has to visit the table.
alter table participation add primary key (id);
create index on participation (actor_key, activity_key) include (role, basis);
create index on participation (activity_key, actor_key) include (role, basis);
create index on participation (actor_key, activity_id, activity_key);
alter table participation add foreign key (actor_key) references actor,
  add foreign key (activity_key, activity_id) references activity (key, id);

alter table in_sector add primary key (id);
create index on in_sector (activity_key, sector_key);
create index on in_sector (sector_key, activity_key);
alter table in_sector add foreign key (activity_key) references activity, add foreign key (sector_key) references sector;

alter table transaction add primary key (id);
create index on transaction (activity_key) include (type, currency, amount, year, provider_key);
create index on transaction (provider_key) include (type, currency, amount, year, activity_key);
create index on transaction (receiver_key);
alter table transaction add foreign key (activity_key) references activity,
  add foreign key (provider_key) references actor, add foreign key (receiver_key) references actor;

alter table play add primary key (id);
create index on play (actor_key, arrangement_key) include (role, basis);
create index on play (arrangement_key, role, actor_key) include (basis);
alter table play add foreign key (actor_key) references actor, add foreign key (arrangement_key) references arrangement;

alter table cover add primary key (id);
create index on cover (arrangement_key, activity_key) include (basis);
create index on cover (activity_key, arrangement_key) include (basis);
alter table cover add foreign key (arrangement_key) references arrangement, add foreign key (activity_key) references activity;

alter table entity_name add primary key (id);
create index on entity_name (entity_key);
create index on entity_name using gin (words);
create index on word using gin (word gin_trgm_ops);

-- How many participations, and relations of any kind, an actor has.
create function internal.recount(actors integer[]) returns void language sql as $$
  update actor a set participations = c.participations, relations = c.participations + c.others
  from (
    select key,
      (select count(*) from participation p where p.actor_key = key) as participations,
      (select count(*) from play p where p.actor_key = key) + (select count(*) from actor o where o.country_key = key) + (country_key is not null)::integer as others
    from actor where actors is null or key = any (actors)) c
  where c.key = a.key
$$;
create function internal.recount_changed() returns trigger language plpgsql as $$
begin
  perform internal.recount(array(select distinct actor_key from changed));
  return null;
end $$;
select internal.recount(null);
create trigger added after insert on participation referencing new table as changed execute function internal.recount_changed();
create trigger removed after delete on participation referencing old table as changed execute function internal.recount_changed();
create trigger added after insert on play referencing new table as changed execute function internal.recount_changed();
create trigger removed after delete on play referencing old table as changed execute function internal.recount_changed();

vacuum (full, analyze) actor;
vacuum (freeze, analyze);
