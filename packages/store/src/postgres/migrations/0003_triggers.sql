-- The tables are append-only for everyone, including the owner. For the owner this is a reminder, because the owner can
-- disable triggers; the evidence shows it.
do $migration$
begin
  create function frist.refuse() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  begin
    raise exception '% of frist.% is refused: what is recorded is never changed', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end
  $function$;

  -- The one exception: content and salt of an event that a recorded decision removes. Their digest takes their place.
  create function frist.refuse_unless_redacted() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  declare
    as_it_was frist.event := old;
  begin
    as_it_was.content := null;
    as_it_was.salt := null;
    as_it_was.digest := sha256(old.salt || old.content);
    if old.content is not null and old.type <> 'Redacted' and new is not distinct from as_it_was and exists (
      select from frist.event decision
      where decision.plan = old.plan and decision.position > old.position and decision.type = 'Redacted'
        and decision.content is not null
        and (convert_from(decision.content, 'UTF8')::jsonb ->> 'position')::bigint = old.position
    ) then
      return new;
    end if;
    raise exception 'UPDATE of frist.% is refused: what is recorded is never changed', tg_table_name
      using errcode = 'insufficient_privilege';
  end
  $function$;

  -- Partitions inherit row triggers, but not statement triggers: each needs its own.
  create function frist.protect(relation regclass, update_check text, moment text, condition text) returns void
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  declare
    -- A table without partitions is not in the tree.
    parts regclass[] := array(select relation union select relid from pg_partition_tree(relation));
    part regclass;
  begin
    execute format('create trigger refuses_update %s update on %s for each row when (%s) execute function %s()', moment, relation, condition, update_check);
    execute format('create trigger refuses_delete_of_a_row before delete on %s for each row execute function frist.refuse()', relation);
    foreach part in array parts loop
      execute format('create trigger refuses_delete before delete on %s for each statement execute function frist.refuse()', part);
      execute format('create trigger refuses_truncate before truncate on %s for each statement execute function frist.refuse()', part);
    end loop;
    foreach part in array parts loop
      execute format('alter table %s enable always trigger refuses_update', part);
      execute format('alter table %s enable always trigger refuses_delete_of_a_row', part);
      execute format('alter table %s enable always trigger refuses_delete', part);
      execute format('alter table %s enable always trigger refuses_truncate', part);
    end loop;
  end
  $function$;

  revoke all on function frist.refuse(), frist.refuse_unless_redacted(), frist.protect(regclass, text, text, text)
    from public;
  perform frist.protect('frist.event', 'frist.refuse_unless_redacted', 'before', 'true');
  -- A plan only grows. Checked after the update: before it, the row would be locked once more.
  perform frist.protect('frist.plan', 'frist.refuse', 'after', 'new.plan <> old.plan or new.head <= old.head or new.recorded_at < old.recorded_at');
end
$migration$
