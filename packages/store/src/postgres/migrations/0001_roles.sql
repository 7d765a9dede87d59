-- The roles, with their rights. Roles belong to the whole server, so another database may have created them already, or
-- be creating them now. Run by the login that migrates: a superuser, or the owner of the database with CREATEROLE.
do $migration$
declare
  roles constant text[] := array['frist_owner', 'frist_reader', 'frist_writer', 'frist_eraser'];
  wanted text;
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'a log is kept in a database encoded in UTF8, and % is in %', current_database(), current_setting('server_encoding')
      using errcode = 'feature_not_supported';
  end if;
  if not has_database_privilege(current_database(), 'create') then
    raise exception 'to make the schema of the log, % needs to own the database % or to be granted CREATE on it', current_user, current_database()
      using errcode = 'insufficient_privilege';
  end if;
  if exists (select from pg_class where relnamespace = to_regnamespace('frist'))
    or exists (select from pg_proc where pronamespace = to_regnamespace('frist'))
  then
    raise exception 'the schema frist holds something that is not a log: name another database, or remove it'
      using errcode = 'feature_not_supported';
  end if;

  for attempt in 1 .. 20 loop
    begin
      foreach wanted in array roles loop
        if not exists (select from pg_roles where rolname = wanted) then
          execute format('create role %I nologin', wanted);
        end if;
      end loop;
      if not pg_has_role('frist_writer', 'frist_reader', 'usage') then
        grant frist_reader to frist_writer;
      end if;
      -- Recording a decision to remove and erasing are separate rights.
      if not pg_has_role('frist_eraser', 'frist_writer', 'usage') then
        grant frist_writer to frist_eraser;
      end if;
      -- If the roles were not created by a superuser, the login that created them acts for the owner from here on.
      if not pg_has_role(current_user, 'frist_owner', 'usage') then
        execute format('grant frist_owner to %I', current_user);
      end if;
      exit;
    exception
      -- Another migration created it at the same time.
      when duplicate_object or unique_violation or internal_error then
        if attempt = 20 then
          raise;
        end if;
        perform pg_sleep(0.05 * random());
      when insufficient_privilege then
        if exists (select from pg_roles where rolname = wanted) then
          raise exception 'the roles of the log were made by somebody else: a superuser says GRANT frist_owner TO %', quote_ident(current_user)
            using errcode = 'insufficient_privilege';
        end if;
        raise exception 'to make the roles %, % needs CREATEROLE, or a superuser migrates', array_to_string(roles, ', '), current_user
          using errcode = 'insufficient_privilege';
    end;
  end loop;

  create schema if not exists frist;
  execute 'alter schema frist owner to frist_owner';
  revoke all on schema frist from public;
  grant usage on schema frist to frist_reader;
end
$migration$
