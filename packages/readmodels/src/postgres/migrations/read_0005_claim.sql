-- Locks, leaves, and the function that claims a plan. Run as frist_projector, also on tables of an earlier version.
do $migration$
begin
  -- Locks that only frist_projector can take, since it owns these tables: an advisory lock can be taken by any login, and a
  -- lock of a session stays behind in a connection pool. Both tables are empty.
  -- Held by a rebuild, in a transaction that is open as long as it runs.
  create table if not exists frist_read.rebuilding ();
  -- Held by those that write rows, together, and alone by the one that swaps a table in.
  create table if not exists frist_read.swapping ();

  -- The leaf of the last event that the rows of a plan derive from, so that a log that went back is noticed.
  alter table frist_read.checkpoint add column if not exists leaf bytea;

  alter table frist_read.work drop constraint work_parked_check;
  update frist_read.work set parked = 'wentBack' where parked = 'behind';
  alter table frist_read.work add constraint work_parked_check check (parked in ('unreadable', 'killed', 'wentBack'));

  -- The columns of an answer are part of a function.
  drop function if exists frist_read.claim(text, boolean);
  -- Holds a plan for the rest of the transaction and returns its tables; nothing if another worker holds it and `waits` is
  -- false. Each statement sees the commits before it, so the answer is current. With `derived`, the transaction is of rows
  -- alone, which a crash of the server may take back with their position: nobody waits for the disk.
  create function frist_read.claim(in_plan text, waits boolean, derived boolean)
    returns table (
      projection text, version integer, shape integer, state text, place double precision, as_of text, next_day text,
      leaf bytea, attempts integer, parked text
    )
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  #variable_conflict use_column
  begin
    -- Set in the transaction, since a pooler lets no connection have settings.
    perform set_config(limits.name, limits.value, true)
    from (values ('lock_timeout', '60s'), ('idle_in_transaction_session_timeout', '300s')) limits (name, value)
    where current_setting(limits.name) = '0';
    if derived then
      perform set_config('synchronous_commit', 'off', true);
    end if;
    -- Nobody writes while a table is swapped in.
    lock table frist_read.swapping in row exclusive mode;
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
        to_char(c.as_of, 'YYYY-MM-DD'), to_char(c.next_day, 'YYYY-MM-DD'), c.leaf, w.attempts, w.parked
      from frist_read.work w
      cross join frist_read.projection g
      left join frist_read.checkpoint c on c.plan = w.plan and c.projection = g.projection and c.version = g.version
      where w.plan = in_plan and g.state <> 'retired'
      order by g.projection, g.version;
  end
  $function$;
  revoke all on function frist_read.claim(text, boolean, boolean) from public;
end
$migration$
