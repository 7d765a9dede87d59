/**
 * The statements of the examination. Any login may run them.
 */

/**
 * One row: the login; whether it may append; may read; is a superuser; owns the tables; bypasses row security; and the
 * rights it has to write tables.
 */
export const loginSql = `
  with own as (
    select session_user as name, rolsuper, rolbypassrls from pg_roles where rolname = session_user
  ), logs as (
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'frist' and c.relkind in ('r', 'p') and c.relname not in ('migration', 'tenant', 'setting')
  )
  select own.name,
    exists (
      select from pg_proc f join pg_namespace n on n.oid = f.pronamespace
      where n.nspname = 'frist' and f.proname = 'append' and has_function_privilege(own.name, f.oid, 'execute')
    ),
    has_schema_privilege(own.name, 'frist', 'usage') and has_table_privilege(own.name, 'frist.event', 'select'),
    own.rolsuper,
    (select pg_has_role(own.name, c.relowner, 'member') from pg_class c where c.oid = 'frist.event'::regclass),
    own.rolbypassrls,
    (
      select string_agg(distinct what, ', ' order by what)
      from logs cross join unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) what
      where has_table_privilege(own.name, logs.oid, what)
    )
  from own`

/** A row for each trigger that is missing, disabled or replaced, and for each table without row security. */
export const guardsSql = `
  with roots as (
    select c.oid, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'frist' and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('migration', 'tenant', 'setting')
  ), parts as (
    select tree.relid as oid from roots cross join lateral pg_partition_tree(roots.oid) tree
    union
    select oid from roots
  ), wanted as (
    select parts.oid, name
    from parts cross join
      unnest(array['refuses_update', 'refuses_delete_of_a_row', 'refuses_delete', 'refuses_truncate']) name
  )
  select 'trigger', wanted.oid::regclass::text || ' ' || wanted.name
  from wanted
  where not exists (
    select from pg_trigger t join pg_proc f on f.oid = t.tgfoid join pg_namespace n on n.oid = f.pronamespace
    where t.tgrelid = wanted.oid and t.tgname = wanted.name and t.tgenabled = 'A'
      and n.nspname = 'frist' and f.proname like 'refuse%'
  )
  union all
  select 'rows', oid::regclass::text from roots where not relrowsecurity
  order by 1, 2`

/** A row for each setting with which an acknowledged append can be lost or a text changed. */
export const settingsSql = `
  select name, value
  from (
    values ('fsync', current_setting('fsync'), 'off'),
      ('full_page_writes', current_setting('full_page_writes'), 'off'),
      ('synchronous_commit', current_setting('synchronous_commit'), 'off')
  ) as safe (name, value, not_as)
  where value = not_as
  union all
  select 'server_encoding', current_setting('server_encoding') where current_setting('server_encoding') <> 'UTF8'`

/** A row for each setting with which a failover can lose an acknowledged append. */
export const replicationSql = `
  select 'synchronous_commit', current_setting('synchronous_commit')
  where current_setting('synchronous_commit') in ('local', 'remote_write')
    and current_setting('synchronous_standby_names') <> ''
  union all
  select 'synchronous_standby_names', format('%L', current_setting('synchronous_standby_names'))
  where current_setting('synchronous_standby_names') = '' and exists (select from pg_stat_replication)`

/** Rows before the first of their plan, and the first row of plans whose name no plan can have. */
export const oddRowsSql = `
  select p.plan, b.first::text
  from frist.plan p
  cross join lateral (select b.first from frist.chunk b where b.plan = p.plan order by b.first limit 1) b
  where b.first <> 1 or p.plan !~ '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$'
  limit 5`

/**
 * The tables that were not rewritten since something was erased from them. Rewriting a table freezes each row that no
 * open transaction may miss; a row whose transaction is not older than what the table freezes was therefore not rewritten.
 */
export const notRewrittenSql = `
  with erased as (
    select 'frist.chunk' as name, b.tableoid as part, b.xmin as changed
    from frist.chunk b where strpos(b.header, '[null,') > 0
    union all
    select 'frist.edition', k.tableoid, k.xmin
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (select convert_from(substr(b.content, e.at + 1, e.size), 'UTF8')::jsonb as event) said
    join frist.edition k on k.plan = b.plan and k.sha256 = said.event ->> 'sha256'
      and k.digest is not distinct from said.event ->> 'content'
    where strpos(b.header, '"Edition') > 0 and e.type = 'EditionErased' and e.size > 0
  )
  select distinct name from erased join pg_class c on c.oid = erased.part
  where age(changed) <= age(c.relfrozenxid)
  order by name`
