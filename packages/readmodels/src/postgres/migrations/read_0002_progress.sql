-- The progress of the read models. Run as frist_projector.
do $migration$
declare
  relation text;
begin
  comment on schema frist_read is 'Read models that follow the log frist: query the views, whose names do not change.';

  create table frist_read.migration (
    version integer not null primary key, name text not null, applied_at timestamptz not null default now()
  );

  -- The tables of a read model, by version. One serves: its view shows it. A rebuild may fill another in the shadow.
  create table frist_read.projection (
    projection text collate "C" not null,
    version integer not null,
    shape integer not null,
    state text not null check (state in ('serving', 'building', 'retired')),
    since timestamptz not null default now(),
    primary key (projection, version)
  );
  create unique index one_serves on frist_read.projection (projection) where state = 'serving';
  create unique index one_is_built on frist_read.projection (projection) where state = 'building';

  -- The rows of a plan derive from the events up to a position, as in effect by the end of a day. On next_day more
  -- events take effect.
  create table frist_read.checkpoint (
    plan text collate "C" not null,
    projection text collate "C" not null,
    version integer not null,
    position bigint not null,
    as_of date not null,
    next_day date,
    primary key (plan, projection, version)
  );

  -- A worker holds the row of its plan. Attempts are counted before the work, and reset after it.
  create table frist_read.work (
    plan text collate "C" not null primary key,
    attempts integer not null default 0,
    parked text check (parked in ('unreadable', 'killed', 'behind')),
    position bigint,
    detail text,
    since timestamptz
  );

  foreach relation in array array['checkpoint', 'work'] loop
    execute format('alter table frist_read.%I enable row level security', relation);
    execute format(
      'create policy visible on frist_read.%I for select
         using (
           (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
           and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
         )',
      relation
    );
    execute format('grant select on frist_read.%I to frist_reader', relation);
  end loop;
  grant select on frist_read.migration, frist_read.projection to frist_reader;

  -- Holds a plan for the rest of the transaction and returns its tables; nothing if another worker holds it and `waits` is
  -- false. Each statement sees the commits before it, so the answer is current.
  create function frist_read.claim(in_plan text, waits boolean)
    returns table (
      projection text, version integer, shape integer, state text, place double precision, as_of text, next_day text,
      attempts integer, parked text
    )
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_column
  begin
    -- Nobody writes while a table is swapped in.
    perform pg_advisory_xact_lock_shared(1718776690, 1);
    for attempt in 1 .. 2 loop
      if waits then
        perform from frist_read.work where plan = in_plan for update;
      else
        perform from frist_read.work where plan = in_plan for update skip locked;
      end if;
      exit when found;
      -- Usually inserted by `attempt`, in its own transaction. A concurrent insert is waited for.
      insert into frist_read.work (plan) values (in_plan) on conflict do nothing;
      if attempt = 2 then
        return;
      end if;
    end loop;
    return query
      select g.projection::text, g.version, g.shape, g.state, c.position::double precision,
        to_char(c.as_of, 'YYYY-MM-DD'), to_char(c.next_day, 'YYYY-MM-DD'), w.attempts, w.parked
      from frist_read.work w
      cross join frist_read.projection g
      left join frist_read.checkpoint c on c.plan = w.plan and c.projection = g.projection and c.version = g.version
      where w.plan = in_plan and g.state <> 'retired'
      order by g.projection, g.version;
  end
  $function$;
  revoke all on function frist_read.claim(text, boolean) from public;
end
$migration$
