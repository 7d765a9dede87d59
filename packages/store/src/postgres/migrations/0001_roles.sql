-- Who may do what. Roles belong to the whole server, so another database may have made them already.
-- Run by whoever migrates: a superuser, or the owner of the database with CREATEROLE.
do $migration$
declare
  wanted text;
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'the database must be encoded in UTF8' using errcode = 'feature_not_supported';
  end if;

  foreach wanted in array array['frist_owner', 'frist_reader', 'frist_writer'] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then null;
    end;
  end loop;
  if not pg_has_role('frist_writer', 'frist_reader', 'usage') then
    grant frist_reader to frist_writer;
  end if;
  -- Where it was not a superuser who made the roles, whoever did acts for the owner from here on.
  if not pg_has_role(current_user, 'frist_owner', 'usage') then
    execute format('grant frist_owner to %I', current_user);
  end if;

  create schema if not exists frist;
  execute 'alter schema frist owner to frist_owner';
  revoke all on schema frist from public;
  grant usage on schema frist to frist_reader;
end
$migration$
