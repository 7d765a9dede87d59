-- The role of the read models: it reads the log and owns the schema frist_read. Nobody logs in as it; grant it to the login
-- of a worker. Run by the login that migrates, after the tables of the log.
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
      -- Another process did so at the same time.
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
