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
end
$migration$
