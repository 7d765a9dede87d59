-- Erasing in rows that are batches: one row is rewritten, under a guard that compares all else.
do $migration$
begin
  -- The row without content and salt of these events, and with the digests of both.
  create or replace function frist.without(b frist.chunk, positions bigint[]) returns frist.chunk
    language plpgsql stable set search_path = pg_catalog, pg_temp
  as $function$
  declare
    left_of frist.chunk := b;
  begin
    select '[' || string_agg(case when gone then '[null' || substr(said, strpos(said, ',')) else said end, ',' order by nth) || ']',
      string_agg(case when not gone then bytes end, '' order by nth),
      string_agg(case when gone then sha256(salt || bytes) else salt end, '' order by nth)
    into left_of.header, left_of.content, left_of.salt
    from (
      select e.nth, h.said::text as said, coalesce(e.size > 0 and b.first + e.nth - 1 = any (positions), false) as gone,
        substr(b.content, e.at + 1, e.size) as bytes, substr(b.salt, 32 * e.nth - 31, 32) as salt
      from frist.entries(b) e
      join json_array_elements(b.header::json) with ordinality h (said, nth) on h.nth = e.nth
    ) each;
    left_of.content := coalesce(left_of.content, '');
    return left_of;
  end
  $function$;

  -- The one exception to what is never changed: content and salt of events that recorded decisions remove.
  create or replace function frist.refuse_unless_redacted() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  declare
    gone bigint[];
  begin
    if new.first = old.first and new.last = old.last then
      gone := array(
        select old.first + was.nth - 1
        from frist.entries(old) was
        join frist.entries(new) becomes on becomes.nth = was.nth
        where was.size > 0 and becomes.size is null and was.type <> 'Redacted'
          and old.first + was.nth - 1 = any (frist.removed(old.plan))
      );
      if cardinality(gone) > 0 and new is not distinct from frist.without(old, gone) then
        return new;
      end if;
    end if;
    raise exception 'UPDATE of frist.% is refused: what is recorded is never changed', tg_table_name
      using errcode = 'insufficient_privilege';
  end
  $function$;
  if not exists (select from pg_trigger where tgrelid = 'frist.chunk'::regclass and tgname = 'refuses_update') then
    perform frist.protect('frist.chunk', 'frist.refuse_unless_redacted', 'before', 'true');
  end if;

  -- Erases what decisions remove. The trigger checks that there is a decision, for any update.
  create or replace function frist.erase(in_plan text, in_positions bigint[]) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    wrong bigint;
    before frist.chunk;
    after frist.chunk;
  begin
    if in_positions is null or array_position(in_positions, null) is not null then
      raise exception 'positions are whole numbers from 1' using errcode = 'invalid_parameter_value';
    end if;
    perform frist.hold(in_plan);
    with decided as materialized (select d.position, d.event from frist.decided(in_plan) d)
    select asked.position into wrong
    from unnest(in_positions) asked (position)
    left join lateral (
      select e.type, case when e.size > 0 then frist.said(substr(b.content, e.at + 1, e.size)) end as said
      from (
        select b.* from frist.chunk b where b.plan = in_plan and b.first <= asked.position order by b.first desc limit 1
      ) b cross join lateral frist.entries(b) e
      where b.first + e.nth - 1 = asked.position
    ) e on true
    where e.type is null or e.type = 'Redacted' or not exists (
      select from decided d
      where d.position = asked.position and (e.said is null or frist.is_faithful(d.event, e.said))
    )
    limit 1;
    if found then
      raise exception 'plan %, event %: no recorded decision removes it', in_plan, wrong
        using errcode = 'invalid_parameter_value';
    end if;
    for before in
      select b.* from frist.chunk b
      where b.plan = in_plan and b.first in (
        select (select c.first from frist.chunk c where c.plan = in_plan and c.first <= p order by c.first desc limit 1)
        from unnest(in_positions) p
      )
      for update
    loop
      after := frist.without(before, in_positions);
      if after.header <> before.header then
        update frist.chunk b
        set header = after.header, content = after.content, salt = after.salt
        where b.plan = in_plan and b.first = before.first;
      end if;
    end loop;
  end
  $function$;

  revoke all on function frist.without(frist.chunk, bigint[]), frist.erase(text, bigint[]) from public;
  grant execute on function frist.erase(text, bigint[]) to frist_eraser;
end
$migration$
