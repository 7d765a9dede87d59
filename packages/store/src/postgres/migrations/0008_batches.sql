-- A row is a batch: recorded whole or not at all by nature, and its key (plan, first) is the lock of its plan. A long
-- batch is several rows, its chunks. The events of earlier versions are converted in place, with the same positions,
-- times, bytes, salts and leaves.
do $migration$
declare
  partitions integer := (select count(*) from pg_inherits where inhparent = 'frist.event'::regclass);
  wrong record;
begin
  drop view frist.batch;

  -- The columns are those of BatchRow.ts. Content is the exact bytes of the events, one after another; salt and leaf are
  -- 32 bytes an event. Of an erased event, the header has no length, nothing is left in content, and its digest is in the
  -- place of its salt.
  execute $table$
    create table frist.chunk (
      plan text collate "C" not null,
      first bigint not null,
      last bigint not null,
      chunk integer not null,
      recorded_at bigint not null,
      batch text collate "C" not null,
      actor text collate "C" not null,
      activities text collate "C" not null,
      origins text collate "C" not null,
      header text collate "C" not null,
      content bytea not null,
      salt bytea not null,
      leaf bytea not null,
      primary key (plan, first)
    )
  $table$ || case when partitions > 0 then ' partition by hash (plan)' else '' end;
  for remainder in 0 .. partitions - 1 loop
    execute format(
      'create table frist.%I partition of frist.chunk for values with (modulus %s, remainder %s)',
      'chunk_' || remainder, partitions, remainder
    );
  end loop;

  -- Compression would cost a third of an append.
  alter table frist.chunk alter header set storage external, alter content set storage external,
    alter salt set storage external, alter leaf set storage external;
  -- As in 0002: no statistics.
  alter table frist.chunk alter plan set statistics 0, alter first set statistics 0, alter last set statistics 0,
    alter chunk set statistics 0, alter recorded_at set statistics 0, alter batch set statistics 0,
    alter actor set statistics 0, alter activities set statistics 0, alter origins set statistics 0,
    alter header set statistics 0, alter content set statistics 0, alter salt set statistics 0,
    alter leaf set statistics 0;

  -- Rows that were tampered with have no form as batches.
  select e.plan, e.position into wrong
  from (
    select *, row_number() over of_plan as nth, count(*) over of_batch as many, min(position) over of_batch as first,
      min(recorded_at) over of_batch as began, max(recorded_at) over of_batch as ended,
      min(actor) over of_batch as one, max(actor) over of_batch as other
    from frist.event
    window of_plan as (partition by plan order by position), of_batch as (partition by plan, batch)
  ) e
  where e.position <> e.nth or e.began <> e.ended or e.one <> e.other or octet_length(e.leaf) <> 32
    or e.position >= e.first + e.many
    or e.batch_size is distinct from case when e.position = e.first then e.many end
    or (octet_length(e.content) > 0 and octet_length(e.salt) = 32 and e.digest is null
      or e.content is null and e.salt is null and octet_length(e.digest) = 32) is not true
  order by 1, 2
  limit 1;
  if wrong.plan is not null then
    raise exception 'plan %, event %: the log was changed, and is not converted: restore it from a copy', wrong.plan, wrong.position
      using errcode = 'data_corrupted';
  end if;
  select p.plan, p.head as position into wrong
  from frist.plan p
  where p.head is distinct from (select max(e.position) from frist.event e where e.plan = p.plan)
  limit 1;
  if wrong.plan is not null then
    raise exception 'plan %, event %: the log was changed, and is not converted: restore it from a copy', wrong.plan, wrong.position
      using errcode = 'data_corrupted';
  end if;

  insert into frist.chunk
  select plan, min(position), max(position), chunk, min(recorded_at), batch, min(actor),
    '[' || coalesce(string_agg(to_json(activity)::text, ',' order by position) filter (where position = about_first), '') || ']',
    '[' || string_agg(origin, ',' order by position) filter (where position = origin_first) || ']',
    '[' || string_agg(
      '[' || coalesce(octet_length(content)::text, 'null') || ',' || coalesce(about::text, 'null') || ',' || to_json(type)
        || ',' || origin_place
        || case
          when source_document is null then ''
          else ',' || coalesce(source_row::text, 'null') || ',' || coalesce(to_json(source_column)::text, 'null')
        end || ']',
      ',' order by position
    ) || ']',
    string_agg(coalesce(content, ''), '' order by position),
    string_agg(coalesce(salt, digest), '' order by position),
    string_agg(leaf, '' order by position)
  from (
    select *,
      case when activity is not null then dense_rank() over (partition by plan, batch, chunk, activity is null order by about_first) - 1 end as about,
      dense_rank() over (partition by plan, batch, chunk order by origin_first) - 1 as origin_place
    from (
      select *,
        case when activity is not null then min(position) over (partition by plan, batch, chunk, activity) end as about_first,
        min(position) over (partition by plan, batch, chunk, origin) as origin_first
      from (
        select *, ((row_number() over (partition by plan, batch order by position) - 1) / 500)::integer as chunk,
          '[' || to_json(effective_on) || ',' || to_json(provenance) || case
            when source_document is null then ''
            else ',' || to_json(source_document) || ',' || to_json(source_sha256) || ','
              || coalesce(to_json(source_table)::text, 'null')
          end || ']' as origin
        from frist.event
      ) cut
    ) known
  ) placed
  group by plan, batch, chunk
  order by 1, 2;

  drop table frist.event, frist.plan;
  create unique index batch_is_recorded_once on frist.chunk (plan, batch, chunk);
  -- Type names are in the header; a name that only contains this is looked at in vain.
  create index kept_edition on frist.chunk (plan, first) where strpos(header, '"Edition') > 0;

  -- The events of a row. Columns that do not belong together leave rows of nulls: no writer can spoil the views.
  create function frist.entries(
    b frist.chunk, out nth integer, out size integer, out at integer, out activity text, out type text,
    out effective_on text, out provenance text, out source_document text, out source_sha256 text,
    out source_table text, out source_row bigint, out source_column text
  ) returns setof record
    language plpgsql immutable rows 10 set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_column
  declare
    entries jsonb;
    activities jsonb;
    origins jsonb;
  begin
    begin
      entries := b.header::jsonb;
      activities := b.activities::jsonb;
      origins := b.origins::jsonb;
      if exists (
        select from jsonb_array_elements(entries) e (h)
        where (h ->> 0)::integer not between 0 and 1073741823 or (h ->> 1)::integer < 0 or (h ->> 3)::integer < 0
          or (h ->> 4)::bigint < 0
      ) then
        entries := '[]';
      end if;
    exception
      when others then
        entries := '[]';
    end;
    return query
      select n::integer, (h ->> 0)::integer,
        least(sum(coalesce((h ->> 0)::integer, 0)) over (order by n) - coalesce((h ->> 0)::integer, 0), 1073741823)::integer,
        activities ->> (h ->> 1)::integer, h ->> 2, o ->> 0, o ->> 1, o ->> 2, o ->> 3, o ->> 4, (h ->> 4)::bigint, h ->> 5
      from generate_series(1, b.last - b.first + 1) n
      left join lateral (select entries -> (n - 1)::integer) e (h) on true
      left join lateral (select origins -> (h ->> 3)::integer) f (o) on true;
  end
  $function$;

  create view frist.event with (security_invoker = true) as
    select b.plan, b.first + e.nth - 1 as position, e.activity collate "C" as activity, e.type collate "C" as type,
      e.effective_on collate "C" as effective_on, b.recorded_at, b.actor, b.batch,
      e.provenance collate "C" as provenance, e.source_document collate "C" as source_document,
      e.source_sha256 collate "C" as source_sha256, e.source_table collate "C" as source_table, e.source_row,
      e.source_column collate "C" as source_column,
      case
        when e.nth = 1 and b.chunk = 0
          then (select sum(c.last - c.first + 1) from frist.chunk c where c.plan = b.plan and c.batch = b.batch)::integer
      end as batch_size,
      substr(b.content, e.at + 1, e.size) as content,
      case when e.size is not null then substr(b.salt, 32 * e.nth - 31, 32) end as salt,
      substr(b.leaf, 32 * e.nth - 31, 32) as leaf,
      case when e.size is null then substr(b.salt, 32 * e.nth - 31, 32) end as digest
    from frist.chunk b cross join lateral frist.entries(b) e;

  create view frist.batch with (security_invoker = true) as
    select b.plan, b.batch, b.first,
      (select max(c.last) from frist.chunk c where c.plan = b.plan and c.batch = b.batch) as last, b.recorded_at, b.actor
    from frist.chunk b
    where b.chunk = 0;

  -- From plan to plan by the key, each with its last row.
  create view frist.plan with (security_invoker = true) as
    with recursive known (plan) as (
      (select b.plan from frist.chunk b order by b.plan limit 1)
      union all
      select (select b.plan from frist.chunk b where b.plan > known.plan order by b.plan limit 1)
      from known where known.plan is not null
    )
    select known.plan, head.last as head, head.recorded_at
    from known cross join lateral (
      select b.last, b.recorded_at from frist.chunk b where b.plan = known.plan order by b.first desc limit 1
    ) head;

  alter table frist.chunk enable row level security;
  create policy visible on frist.chunk for select
    using (
      (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
      and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
    );
  revoke all on function frist.entries(frist.chunk) from public;
  grant execute on function frist.entries(frist.chunk) to frist_reader;
  grant select on frist.chunk, frist.event, frist.batch, frist.plan to frist_reader;
end
$migration$
