-- A checkpoint is kept if it is one of this log: else one writer would stop verification and seals for ever.
do $migration$
begin
  -- The root of the tree over the first events of a plan.
  create or replace function frist.root(in_plan text, in_size bigint) returns bytea
    language plpgsql stable set search_path = pg_catalog, pg_temp
  as $function$
  declare
    level bytea;
  begin
    select substr(string_agg(b.leaf, '' order by b.first), 1, (32 * in_size)::integer) into level
    from frist.chunk b where b.plan = in_plan and b.first <= in_size;
    while octet_length(level) > 32 loop
      select string_agg(
        case
          when octet_length(pair) = 64 then sha256(decode('01', 'hex') || pair)
          else pair
        end,
        '' order by nth
      ) into level
      from generate_series(0, (octet_length(level) - 1) / 64) nth
      cross join lateral (select substr(level, 64 * nth + 1, 64) as pair) p;
    end loop;
    return level;
  end
  $function$;

  -- Keeps the text of a note, if it is a checkpoint of this log. Repeating the last note adds nothing.
  create or replace function frist.seal(in_plan text, in_note text) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    last frist.checkpoint;
    lines text[] := string_to_array(in_note, chr(10));
    known text;
    size bigint;
  begin
    perform frist.hold(in_plan);
    select split_part(c.note, chr(10), 1) into known from frist.checkpoint c
    where c.plan = in_plan and split_part(c.note, chr(10), 2) ~ '^[0-9]+$' order by c.number limit 1;
    if (
      lines[1] ~ '^[^[:space:]+]+$' and lines[2] ~ '^[1-9][0-9]{0,15}$' and lines[3] ~ '^[A-Za-z0-9+/]{43}=$' and lines[4] = ''
        and lines[cardinality(lines)] = '' and in_note !~ ('[' || chr(1) || '-' || chr(9) || chr(11) || '-' || chr(31) || chr(127) || ']')
        and (
          cardinality(lines) = 4
          or cardinality(lines) > 5
            and (select bool_and(line ~ '^— [^[:space:]+]+ [A-Za-z0-9+/]{7,}=?=?$') from unnest(lines[5 : cardinality(lines) - 1]) line)
        )
    ) is not true then
      raise exception 'plan %: the note is not a checkpoint', in_plan using errcode = 'invalid_parameter_value';
    end if;
    size := lines[2]::bigint;
    if known <> lines[1]
      or size > (select max(b.last) from frist.chunk b where b.plan = in_plan)
      -- A value holds the leaves of 33 million events at most.
      or size < 30000000 and frist.root(in_plan, size) is distinct from decode(lines[3], 'base64')
    then
      raise exception 'plan %: the note is not a checkpoint of this log', in_plan using errcode = 'invalid_parameter_value';
    end if;
    loop
      select * into last from frist.checkpoint c where c.plan = in_plan order by c.number desc limit 1;
      exit when last.note = in_note;
      insert into frist.checkpoint (plan, number, note) values (in_plan, coalesce(last.number, 0) + 1, in_note)
      on conflict do nothing;
      exit when found;
    end loop;
  end
  $function$;

  revoke all on function frist.root(text, bigint), frist.seal(text, text) from public;
  grant execute on function frist.seal(text, text) to frist_writer;
end
$migration$
