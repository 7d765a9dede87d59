-- A log that ends with `PlanMoved` is closed: only `PlanArrived` goes after it, and nowhere else. Both are alone in their
-- rows, so the header of a row tells. The key of a row is the lock of its plan: the row before it is there already.
do $migration$
declare
  part regclass;
begin
  create function frist.goes_on() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  declare
    closing constant text := ',null,"PlanMoved",';
    arriving constant text := ',null,"PlanArrived",';
    arrives boolean := strpos(new.header, arriving) > 0;
  begin
    if new.first < new.last and (arrives or strpos(new.header, closing) > 0) then
      raise exception 'plan %: a move is alone in its batch', new.plan using errcode = 'invalid_parameter_value';
    end if;
    if arrives is distinct from coalesce((
      select strpos(b.header, closing) > 0
      from frist.chunk b where b.plan = new.plan and b.first < new.first order by b.first desc limit 1
    ), false) then
      raise exception 'plan %: the log is closed, or was not closed before it goes on', new.plan using errcode = 'FR001';
    end if;
    return new;
  end
  $function$;
  revoke all on function frist.goes_on() from public;

  create trigger goes_on before insert on frist.chunk for each row execute function frist.goes_on();
  for part in select relid from pg_partition_tree('frist.chunk') union select 'frist.chunk'::regclass loop
    execute format('alter table %s enable always trigger goes_on', part);
  end loop;
end
$migration$
