-- Erasing in rows that are batches: one row is rewritten, under a guard that compares all else.
do $migration$
begin
  -- The positions that later decisions of the plan remove.
  create function frist.removed(in_plan text) returns bigint[]
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select coalesce(array_agg(removed.position), '{}')
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (
      select case
        when e.type = 'Redacted' and e.size > 0
          then (convert_from(substr(b.content, e.at + 1, e.size), 'UTF8')::jsonb ->> 'position')::bigint
      end as position
    ) removed
    where b.plan = in_plan and strpos(b.header, '"Redacted"') > 0 and removed.position < b.first + e.nth - 1
  $function$;

  -- The row without content and salt of these events, and with the digests of both.
  create function frist.without(b frist.chunk, positions bigint[]) returns frist.chunk
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
  perform frist.protect('frist.chunk', 'frist.refuse_unless_redacted', 'before', 'true');

  -- Checks that this login may write to the plan, and locks the plan until the commit. An append that finds nobody else
  -- in its way does not take this lock: the key of its row is enough.
  create or replace function frist.hold(in_plan text) returns void
    language plpgsql volatile set search_path = pg_catalog, pg_temp
  as $function$
  declare
    visible text[] := frist.visible_plans();
  begin
    if visible is not null and (in_plan = any (visible)) is not true then
      raise exception 'this login may not write to that plan' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('frist:' || in_plan, 0));
    if not exists (select from frist.chunk b where b.plan = in_plan) then
      raise exception 'there is no such plan' using errcode = 'invalid_parameter_value';
    end if;
  end
  $function$;

  -- Erases what decisions remove. The trigger checks the decision too, for any update.
  create or replace function frist.erase(in_plan text, in_positions bigint[]) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    removed bigint[];
    wrong bigint;
    before frist.chunk;
    after frist.chunk;
  begin
    perform frist.hold(in_plan);
    removed := frist.removed(in_plan);
    select asked.position into wrong
    from unnest(in_positions) asked (position)
    left join lateral (
      select e.type
      from (
        select b.* from frist.chunk b where b.plan = in_plan and b.first <= asked.position order by b.first desc limit 1
      ) b cross join lateral frist.entries(b) e
      where b.first + e.nth - 1 = asked.position
    ) e on true
    where e.type is null or e.type = 'Redacted' or (asked.position = any (removed)) is not true
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

  -- The last event about a document: its type, and the hash that it names.
  create or replace function frist.named_edition(in_plan text, in_sha256 text, out last_type text, out named text)
    language sql stable set search_path = pg_catalog, pg_temp
  as $function$
    select e.type, said.event ->> 'content'
    from frist.chunk b cross join lateral frist.entries(b) e
    cross join lateral (
      select case
        when e.type in ('EditionKept', 'EditionErased') and e.size > 0
          then convert_from(substr(b.content, e.at + 1, e.size), 'UTF8')::jsonb
      end as event
    ) said
    where b.plan = in_plan and strpos(b.header, '"Edition') > 0 and said.event ->> 'sha256' = in_sha256
    order by b.first desc, e.nth desc
    limit 1
  $function$;

  revoke all on function frist.removed(text), frist.without(frist.chunk, bigint[]) from public;
end
$migration$
