-- flows: exact sums of transactions, each in its own currency (docs/questions/flows.md). The rows of a network tell no
-- shares of recipients and sectors: what has several is nobody's, as the definition has it.
set search_path to partnership, internal, public;

create type flow_measure as enum ('COMMITMENTS', 'DISBURSEMENTS', 'EXPENDITURE', 'SPENDING', 'INCOMING_FUNDS', 'INCOMING_COMMITMENTS', 'PLEDGES');
create type flow_dimension as enum ('CURRENCY', 'YEAR', 'DONOR', 'RECIPIENT', 'SECTOR', 'FLOW_TYPE');
create type flow_row as (
  currency text, year integer, donor entity_reference, recipient entity_reference, sector entity_reference, flow_type transaction_type,
  amount numeric, transactions integer, activities integer
);
create type flow_table as (rows flow_row[], total_rows integer);

create function internal.transaction_types(measure flow_measure) returns transaction_type[] language sql immutable as $$
  select (case measure
    when 'COMMITMENTS' then '{OUTGOING_COMMITMENT}' when 'DISBURSEMENTS' then '{DISBURSEMENT}' when 'EXPENDITURE' then '{EXPENDITURE}'
    when 'SPENDING' then '{DISBURSEMENT,EXPENDITURE}' when 'INCOMING_FUNDS' then '{INCOMING_FUNDS}'
    when 'INCOMING_COMMITMENTS' then '{INCOMING_COMMITMENT}' else '{OUTGOING_PLEDGE}' end)::transaction_type[]
$$;

-- Only the provider that is named; where none is, the only one that funds the activity.
create function internal.only_funder(activity integer) returns integer language plpgsql stable as $$
begin
  return (
    select case when count(distinct part.actor_key) = 1 then min(part.actor_key) end from participation part
    where part.activity_key = activity and part.role = 'FUNDING' and part.basis <> 'INFERRED');
end $$;

-- Keys that are not asked for are null, in all rows alike. Filters that are not given cost nothing.
create function flows(
  measure flow_measure, group_by flow_dimension[], participants text[] default null, donors text[] default null,
  currencies text[] default null, from_year integer default null, to_year integer default null, page_size integer default 100
) returns flow_table language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  by_year boolean := 'YEAR' = any (group_by);
  by_donor boolean := 'DONOR' = any (group_by);
  by_recipient boolean := 'RECIPIENT' = any (group_by);
  by_sector boolean := 'SECTOR' = any (group_by);
  by_type boolean := 'FLOW_TYPE' = any (group_by);
  types transaction_type[] := internal.transaction_types(measure);
  donor_keys integer[] := array(select key from internal.actors_meant(donors));
  answer flow_table;
begin
  with found as (
    select made.* from transaction made where participants is null
    union all
    select made.* from (
      select distinct part.activity_key from internal.actors_meant(participants) meant
      join participation part on part.actor_key = meant.key where part.basis <> 'INFERRED') taken
    join transaction made on made.activity_key = taken.activity_key
    where participants is not null
  ),
  alike as (
    select currency, activity_key,
      case when by_year then year end as year,
      case when by_donor then coalesce(provider_key, internal.only_funder(activity_key)) end as donor,
      case when by_type then type end as type,
      sum(amount) as amount, count(*) as transactions
    from found
    where type = any (types)
      and (currencies is null or currency = any (currencies))
      and (from_year is null or year >= from_year) and (to_year is null or year <= to_year)
      and (donors is null or coalesce(provider_key, internal.only_funder(activity_key)) = any (donor_keys))
    group by 1, 2, 3, 4, 5
  ),
  keyed as (
    select alike.*,
      case when by_recipient then (
        select case when count(*) = 1 then min(actor.key) end from participation part join actor on actor.key = part.actor_key
        where part.activity_key = alike.activity_key and part.role = 'BENEFICIARY' and part.basis <> 'INFERRED' and actor.kind = 'COUNTRY') end as recipient,
      case when by_sector then (
        select case when count(*) = 1 then min(sector_key) end from in_sector
        where in_sector.activity_key = alike.activity_key and basis <> 'INFERRED') end as sector
    from alike
  ),
  summed as (
    select currency, year, donor, recipient, sector, type,
      trim_scale(sum(amount)) as amount, sum(transactions)::integer as transactions, count(*)::integer as activities
    from keyed group by 1, 2, 3, 4, 5, 6
  )
  select
    array(
      select row(page.currency, page.year,
        (select row(id, kind, name)::entity_reference from actor where key = page.donor),
        (select row(id, kind, name)::entity_reference from actor where key = page.recipient),
        (select row(id, 'SECTOR', name)::entity_reference from sector where key = page.sector),
        page.type, page.amount, page.transactions, page.activities)::flow_row
      from (select * from summed order by currency, amount desc, year, donor, recipient, sector, type limit page_size) page
      order by page.currency, page.amount desc, page.year, page.donor, page.recipient, page.sector, page.type),
    (select count(*) from summed)
  into answer;
  return answer;
end $$;
