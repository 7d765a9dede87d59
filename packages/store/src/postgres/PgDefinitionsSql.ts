/**
 * The statement that lists what there is in the schema of a log: one row for each definition, with its text. Partitions are
 * left out; `guardsSql` examines them.
 */
export const definitionsSql = `
  with relations as (
    select c.*, 'frist.' || c.relname as called from pg_class c
    where c.relnamespace = 'frist'::regnamespace and not c.relispartition
  ), tables as (
    select * from relations where relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  ), functions as (
    select f.*, 'frist.' || f.proname || '(' || oidvectortypes(f.proargtypes) || ')' as called
    from pg_proc f where f.pronamespace = 'frist'::regnamespace
  ), grants (kind, called, acl) as (
    select 'schema', nspname::text, nspacl from pg_namespace where nspname = 'frist'
    union all
    select 'relation', called, relacl from tables
    union all
    select 'function', called, coalesce(proacl, acldefault('f', proowner)) from functions
    union all
    select 'column', t.called || '.' || a.attname, a.attacl
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attacl is not null
  )
  select 'schema frist', nspowner::regrole::text from pg_namespace where nspname = 'frist'
  union all
  select 'relation ' || called, concat_ws(' ', replace(relkind::text, 'p', 'r'), relowner::regrole, relrowsecurity, relforcerowsecurity, relpersistence, relreplident, array_to_string(reloptions, ','))
  from tables
  union all
  select 'column ' || t.called || '.' || a.attname, concat_ws(' ', a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attcollation::regcollation, a.attstorage, coalesce(a.attstattarget = 0, false), a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
  from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where t.relkind <> 'v'
  union all
  select 'definition of ' || called, pg_get_viewdef(oid) from tables where relkind in ('v', 'm')
  union all
  select 'rule ' || t.called || ' ' || r.rulename, pg_get_ruledef(r.oid)
  from tables t join pg_rewrite r on r.ev_class = t.oid and r.rulename <> '_RETURN'
  union all
  select 'index ' || i.called, replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') || case when x.indisvalid then '' else ' invalid' end
  from relations i join pg_index x on x.indexrelid = i.oid
  union all
  select 'constraint ' || t.called || ' ' || k.conname, pg_get_constraintdef(k.oid)
  from tables t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
  union all
  select 'trigger ' || t.called || ' ' || g.tgname, g.tgenabled::text || ' ' || pg_get_triggerdef(g.oid)
  from tables t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
  union all
  select 'policy ' || t.called || ' ' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive, p.polroles, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
  from tables t join pg_policy p on p.polrelid = t.oid
  union all
  select 'function ' || f.called, concat_ws(' ', f.proowner::regrole, l.lanname, f.prokind, f.prosecdef, f.proleakproof, f.proisstrict, f.proretset, f.provolatile, f.proparallel, pg_get_function_result(f.oid), array_to_string(f.proconfig, ','), f.prosrc)
  from functions f join pg_language l on l.oid = f.prolang
  union all
  select 'definition of ' || called, pg_get_function_sqlbody(oid) from functions where prosqlbody is not null
  union all
  select 'grant on ' || kind || ' ' || called || ' to ' || coalesce(r.rolname, 'public'), string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ',' order by a.privilege_type)
  from grants cross join lateral aclexplode(acl) a left join pg_roles r on r.oid = a.grantee
  -- The owner of a server may let other roles read; which rights an owner has of itself depends on the version.
  where r.rolname is distinct from 'frist_owner' and (a.privilege_type not in ('SELECT', 'USAGE') or coalesce(r.rolname, 'public') ~ '^(frist_|public$)')
  group by kind, called, r.rolname
  union all
  select 'membership of ' || m.member::regrole || ' in ' || m.roleid::regrole, ''
  from pg_auth_members m where m.member::regrole::text ~ '^frist_(reader|writer|eraser)$'
  order by 1`
