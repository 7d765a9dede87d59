-- Who keeps the read models: a role that reads the log and owns the schema frist_read. Nobody logs in as it; a login that
-- is to project is granted it. Run by whoever migrates, after the log's own tables are there.
do $migration$
begin
  for attempt in 1 .. 20 loop
    begin
      if not exists (select from pg_roles where rolname = 'frist_projector') then
        create role frist_projector nologin;
      end if;
      if not pg_has_role('frist_projector', 'frist_reader', 'usage') then
        grant frist_reader to frist_projector;
      end if;
      if not pg_has_role(current_user, 'frist_projector', 'usage') then
        execute format('grant frist_projector to %I', current_user);
      end if;
      exit;
    exception
      -- Somebody else was at it at the same time.
      when duplicate_object or unique_violation or internal_error then
        if attempt = 20 then
          raise;
        end if;
        perform pg_sleep(0.05 * random());
    end;
  end loop;
  create schema if not exists frist_read;
  alter schema frist_read owner to frist_projector;
  revoke all on schema frist_read from public;
  grant usage on schema frist_read to frist_reader;
end
$migration$
