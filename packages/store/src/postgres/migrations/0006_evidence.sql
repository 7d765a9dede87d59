-- Checkpoints kept with the log, and erasing what a decision removes.
do $migration$
begin
  create table frist.checkpoint (
    plan text collate "C" not null,
    number integer not null,
    note text collate "C" not null,
    primary key (plan, number)
  );
  alter table frist.checkpoint alter plan set statistics 0, alter number set statistics 0, alter note set statistics 0;
  perform frist.protect('frist.checkpoint', 'frist.refuse', 'before', 'true');
  alter table frist.checkpoint enable row level security;
  create policy visible on frist.checkpoint for select
    using (
      (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
      and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
    );
  grant select on frist.checkpoint to frist_reader;

  -- Checks that this login may write to the plan, and locks the plan until the commit.
  create function frist.hold(in_plan text) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    visible text[] := frist.visible_plans();
  begin
    if visible is not null and (in_plan = any (visible)) is not true then
      raise exception 'this login may not write to that plan' using errcode = 'insufficient_privilege';
    end if;
    perform from frist.plan p where p.plan = in_plan for update;
    if not found then
      raise exception 'there is no such plan' using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

  -- Keeps the text of a note. Repeating the last note adds nothing.
  create function frist.seal(in_plan text, in_note text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    last frist.checkpoint;
  begin
    perform frist.hold(in_plan);
    select * into last from frist.checkpoint c where c.plan = in_plan order by c.number desc limit 1;
    if last.note is distinct from in_note then
      insert into frist.checkpoint (plan, number, note) values (in_plan, coalesce(last.number, 0) + 1, in_note);
    end if;
  end
  $function$;

  -- Erases what decisions remove. The trigger checks the decision too, for any update.
  create function frist.erase(in_plan text, in_positions bigint[]) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    wrong bigint;
  begin
    perform frist.hold(in_plan);
    select asked.position into wrong
    from unnest(in_positions) asked (position)
    left join frist.event e on e.plan = in_plan and e.position = asked.position
    where e.type is null or e.type = 'Redacted' or not exists (
      select from frist.event decision
      where decision.plan = in_plan and decision.position > asked.position and decision.type = 'Redacted'
        and decision.content is not null
        and (convert_from(decision.content, 'UTF8')::jsonb ->> 'position')::bigint = asked.position
    )
    limit 1;
    if wrong is not null then
      raise exception 'plan %, event %: no recorded decision removes it', in_plan, wrong
        using errcode = 'invalid_parameter_value';
    end if;
    update frist.event e set content = null, salt = null, digest = sha256(e.salt || e.content)
    where e.plan = in_plan and e.position = any (in_positions) and e.content is not null;
  end
  $function$;

  revoke all on function frist.hold(text), frist.seal(text, text), frist.erase(text, bigint[]) from public;
  grant execute on function frist.seal(text, text) to frist_writer;
  grant execute on function frist.erase(text, bigint[]) to frist_eraser;
end
$migration$
