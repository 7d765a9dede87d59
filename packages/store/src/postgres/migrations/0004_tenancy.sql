-- Who may see which plan. A login that is named here sees the plans of its row and no other; one that is not named sees
-- every plan. It goes by the login (session_user), which no setting and no SET ROLE changes.
do $migration$
declare
  relation text;
begin
  create table frist.tenant (
    login oid not null primary key,
    name name not null,
    plans text[] not null,
    channel text not null
  );
  -- One row: where those who see every plan are told of news.
  create table frist.setting (
    channel text not null
  );
  create unique index setting_is_one_row on frist.setting ((true));
  insert into frist.setting (channel) values ('frist_' || replace(gen_random_uuid()::text, '-', ''));

  -- Null: every plan. By number, so that a login keeps its bounds under a new name, and by name, so that it keeps them
  -- when it is made again or the database is restored elsewhere.
  create function frist.visible_plans() returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
  as $function$
    select case when count(*) = 0 then null else coalesce(array_agg(plan) filter (where plan is not null), '{}') end
    from frist.tenant left join lateral unnest(plans) plan on true
    where login = session_user::regrole::oid or name = session_user
  $function$;

  foreach relation in array array['plan', 'batch', 'event'] loop
    execute format('alter table frist.%I enable row level security', relation);
    execute format(
      'create policy visible on frist.%I for select
         using ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))',
      relation
    );
  end loop;

  -- Where this login is told of news; the name is known to those who may be told.
  create function frist.channel() returns text
    language sql stable security definer set search_path = pg_catalog, pg_temp
  as $function$
    select coalesce(
      (select min(channel) from frist.tenant where login = session_user::regrole::oid or name = session_user),
      (select channel from frist.setting)
    )
  $function$;

  -- Says that these plans have grown: a hint, sent after the commit, in a transaction of its own.
  create function frist.announce(grown text[]) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
    with allowed as (
      select plan from unnest(grown) plan
      where frist.visible_plans() is null or plan = any (frist.visible_plans())
    )
    select pg_notify(channel, plan) from allowed cross join frist.setting
    union all
    select pg_notify(channel, plan) from allowed join frist.tenant on plan = any (plans)
  $function$;

  -- For the owner: from now on this login sees these plans and no other; none is an answer too.
  create function frist.confine(who regrole, to_plans text[]) returns void
    language sql volatile set search_path = pg_catalog, pg_temp
  as $function$
    insert into frist.tenant (login, name, plans, channel)
    values (who::oid, (select rolname from pg_roles where oid = who), to_plans,
      'frist_' || replace(gen_random_uuid()::text, '-', ''))
    on conflict (login) do update set name = excluded.name, plans = excluded.plans
  $function$;

  -- For the owner: this login sees every plan again.
  create function frist.unconfine(who regrole) returns void
    language sql volatile set search_path = pg_catalog, pg_temp
  as $function$
    delete from frist.tenant
    where login = who::oid or name = (select rolname from pg_roles where oid = who)
  $function$;

  revoke all on function frist.visible_plans(), frist.channel(), frist.announce(text[]),
    frist.confine(regrole, text[]), frist.unconfine(regrole) from public;
  grant execute on function frist.visible_plans(), frist.channel() to frist_reader;
  grant execute on function frist.announce(text[]) to frist_writer;
  grant select on frist.plan, frist.batch, frist.event, frist.migration to frist_reader;
end
$migration$
