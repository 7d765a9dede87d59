-- Which login may see which plan. A login that is named here, or is a member of a role named here, sees the plans of
-- those rows together and no others. Any other login sees every plan. The check uses the login (session_user), which no
-- setting and no SET ROLE changes. Naming frist_reader itself, with no plans, leaves every login only what it is given.
do $migration$
declare
  relation text;
begin
  -- A role is identified by number, so that it stays confined under a new name, and by name, so that it stays confined
  -- when it is created again or the database is restored elsewhere. If number and name of a row belong to two roles,
  -- the row confines both and gives plans to neither.
  create table frist.tenant (
    login oid not null,
    name name not null,
    plans text[] not null,
    channel text not null,
    primary key (login, name)
  );
  -- One row: the channel of those who see every plan.
  create table frist.setting (
    channel text not null
  );
  create unique index setting_is_one_row on frist.setting ((true));
  insert into frist.setting (channel) values ('frist_' || replace(gen_random_uuid()::text, '-', ''));

  -- The rows that name this login, those that certainly mean it and others.
  execute format(
    $create$
      create function frist.bounds(out certain boolean, out plans text[], out channel text) returns setof record
        language sql stable security definer set search_path = pg_catalog, pg_temp
      as $function$
        with recursive own (role) as (
          select oid from pg_roles where rolname = session_user
          union
          select roleid from own join pg_auth_members on member = role where pg_has_role(session_user, roleid, %L)
        )
        select (select count(*) from pg_roles r where r.oid = t.login or r.rolname = t.name) = 1,
          t.plans, t.channel
        from frist.tenant t
        where exists (select from own join pg_roles r on r.oid = own.role where r.oid = t.login or r.rolname = t.name)
      $function$
    $create$,
    -- The creator of a role may administer it, and is not confined by that.
    case when current_setting('server_version_num')::integer >= 160000 then 'USAGE, SET' else 'MEMBER' end
  );

  -- Null means every plan.
  create function frist.visible_plans() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $function$
  begin
    if not exists (select from frist.tenant) then
      return null;
    end if;
    return (
      select case when count(*) > 0 then coalesce(array_agg(distinct plan) filter (where plan is not null), '{}') end
      from frist.bounds() left join unnest(plans) plan on certain
    );
  end
  $function$;

  -- Declared immutable so that it is evaluated when a query is planned, and becomes a list of constants. Hidden rows
  -- are then not touched, and show in no count, buffer or duration of EXPLAIN ANALYZE, nor in whether a node was
  -- executed. An outdated answer hides too much, never too little: the policies check again.
  create function frist.plans_when_planned() returns text[]
    language sql immutable security definer set search_path = pg_catalog, pg_temp
  as $function$
    select frist.visible_plans()
  $function$;

  foreach relation in array array['plan', 'event'] loop
    execute format('alter table frist.%I enable row level security', relation);
    execute format(
      'create policy visible on frist.%I for select
         using (
           (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
           and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
         )',
      relation
    );
  end loop;

  -- The channels on which this login is notified. Only those who may listen know the names.
  create function frist.channels() returns text[]
    language sql stable security definer set search_path = pg_catalog, pg_temp
  as $function$
    select case
      when frist.visible_plans() is null then (select array_agg(channel) from frist.setting)
      else (select coalesce(array_agg(channel) filter (where certain), '{}') from frist.bounds())
    end
  $function$;

  -- Announces that these plans have grown: a hint, sent after the commit in a separate transaction.
  create function frist.announce(grown text[]) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
    with visible (plans) as materialized (select frist.visible_plans()),
    allowed as (
      select grown.plan from unnest(grown) grown (plan) cross join visible
      where grown.plan <> '' and (visible.plans is null or grown.plan = any (visible.plans))
    )
    select pg_notify(channel, plan) from allowed cross join frist.setting
    union all
    select pg_notify(channel, plan) from allowed join frist.tenant on plan = any (plans)
  $function$;

  -- Deletes the rows that certainly mean this role, and returns the channel on which it was notified. Altering the
  -- function makes queries be planned again.
  create function frist.forget(who regrole) returns text
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    channel text;
  begin
    lock table frist.tenant in share row exclusive mode;
    alter function frist.visible_plans() stable;
    with gone as (
      delete from frist.tenant t using pg_roles r
      where r.oid = who and (
        t.login = r.oid and (t.name = r.rolname or not exists (select from pg_roles where rolname = t.name))
        or t.name = r.rolname and not exists (select from pg_roles where oid = t.login)
      )
      returning t.channel
    )
    select min(gone.channel) into channel from gone;
    return channel;
  end
  $function$;

  -- For the owner: confines this role to these plans; none is valid too. A login that becomes a member must reconnect
  -- to see them.
  create function frist.confine(who regrole, to_plans text[]) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    channel text := coalesce(frist.forget(who), 'frist_' || replace(gen_random_uuid()::text, '-', ''));
  begin
    insert into frist.tenant select oid, rolname, to_plans, channel from pg_roles where oid = who;
    if not found then
      raise exception 'there is no role %', who using errcode = 'undefined_object';
    end if;
  end
  $function$;

  -- For the owner: lets this role see every plan again, or what the roles it is a member of see.
  create function frist.unconfine(who regrole) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  begin
    perform frist.forget(who);
    if exists (select from frist.tenant t join pg_roles r on r.oid = t.login or r.rolname = t.name where r.oid = who) then
      raise exception 'a row of frist.tenant may be that of % or of another role: confine the other, and delete the row', who
        using errcode = 'object_not_in_prerequisite_state';
    end if;
  end
  $function$;

  revoke all on function frist.bounds(), frist.visible_plans(), frist.plans_when_planned(), frist.channels(),
    frist.announce(text[]), frist.forget(regrole), frist.confine(regrole, text[]), frist.unconfine(regrole) from public;
  grant execute on function frist.visible_plans(), frist.plans_when_planned(), frist.channels() to frist_reader;
  grant execute on function frist.announce(text[]) to frist_writer;
  grant select on frist.plan, frist.batch, frist.event, frist.migration to frist_reader;
end
$migration$
