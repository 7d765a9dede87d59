-- The queue of a plan. Any login of the server can take a lock of this kind, so it is waited for briefly, and nothing
-- depends on it: the key of a row decides.
do $migration$
begin
  -- The keys of the locks of plans: without the seed, nobody finds the plan of a lock in pg_locks.
  alter table frist.setting add column if not exists seed bigint;
  update frist.setting set seed = ('x' || substr(md5(gen_random_uuid()::text), 1, 16))::bit(64)::bigint
  where seed is null;
  alter table frist.setting alter seed set not null;

  -- Queues for a plan. Any login can take a lock of this kind, so it only says who goes first: the key of a row decides.
  create or replace function frist.queue(in_plan text, milliseconds integer) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp set lock_timeout = '1s'
  as $function$
  declare
    key bigint := hashtextextended(in_plan, (select s.seed from frist.setting s));
  begin
    if not pg_try_advisory_xact_lock(key) then
      begin
        perform set_config('lock_timeout', milliseconds::text, true);
        perform pg_advisory_xact_lock(key);
      exception
        when lock_not_available then
          null;
      end;
    end if;
  end
  $function$;

  -- Checks that this login may write to the plan, and queues for it.
  create or replace function frist.hold(in_plan text) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    visible text[] := frist.visible_plans();
  begin
    if visible is not null and (in_plan = any (visible)) is not true then
      raise exception 'this login may not write to that plan' using errcode = 'insufficient_privilege';
    end if;
    perform frist.queue(in_plan, 2000);
    if not exists (select from frist.chunk b where b.plan = in_plan) then
      raise exception 'there is no such plan' using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

  revoke all on function frist.queue(text, integer), frist.hold(text) from public;
end
$migration$
