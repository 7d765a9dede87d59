-- The cells of the editions that were handed in. Only what the log's last event about a document names, by its SHA-256,
-- is kept, and it changes only as the log says.
do $migration$
begin
  create table frist.edition (
    plan text collate "C" not null,
    sha256 text collate "C" not null,
    document text collate "C" not null,
    digest text collate "C",
    content bytea,
    primary key (plan, sha256)
  );
  alter table frist.edition alter plan set statistics 0, alter sha256 set statistics 0, alter document set statistics 0,
    alter digest set statistics 0, alter content set statistics 0, alter content set storage external;
  create index kept_edition on frist.event (plan, position) where type in ('EditionKept', 'EditionErased');

  -- The one change: to what the log names now. Nothing is left only where a decision says so.
  create function frist.refuse_unless_named() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp
  as $function$
  declare
    last record;
  begin
    select * into last from frist.named_edition(old.plan, old.sha256);
    if new.plan = old.plan and new.sha256 = old.sha256 and new.document = old.document
      and new.digest is not distinct from encode(sha256(new.content), 'hex')
      and new.digest is not distinct from last.named
      and (new.content is not null or last.last_type = 'EditionErased')
    then
      return new;
    end if;
    raise exception 'UPDATE of frist.% is refused: the log names what is kept', tg_table_name
      using errcode = 'insufficient_privilege';
  end
  $function$;

  perform frist.protect('frist.edition', 'frist.refuse_unless_named', 'before', 'true');
  alter table frist.edition enable row level security;
  create policy visible on frist.edition for select
    using (
      (frist.plans_when_planned() is null or plan = any (frist.plans_when_planned()))
      and ((select frist.visible_plans()) is null or plan = any ((select frist.visible_plans())::text[]))
    );
  grant select on frist.edition to frist_reader;

  -- Keeps what the last event about a document names. Called with the append of that event, in the same statement.
  create function frist.keep(in_plan text, in_sha256 text, in_document text, in_content bytea) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    last record;
  begin
    perform frist.hold(in_plan);
    select * into last from frist.named_edition(in_plan, in_sha256);
    if (last.named = encode(sha256(in_content), 'hex') and octet_length(in_document) > 0) is not true then
      raise exception 'plan %, document %: the log does not name what is to be kept', in_plan, in_sha256
        using errcode = 'invalid_parameter_value';
    end if;
    insert into frist.edition as kept (plan, sha256, document, digest, content)
    values (in_plan, in_sha256, in_document, last.named, in_content)
    on conflict (plan, sha256) do update set digest = excluded.digest, content = excluded.content;
    return true;
  end
  $function$;

  -- Replaces what is kept by what the last decision about the document leaves of it; null for nothing.
  create function frist.erase_edition(in_plan text, in_sha256 text, in_content bytea) returns void
    language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $function$
  declare
    last record;
  begin
    perform frist.hold(in_plan);
    select * into last from frist.named_edition(in_plan, in_sha256);
    if (last.last_type = 'EditionErased') is not true
      or last.named is distinct from encode(sha256(in_content), 'hex')
    then
      raise exception 'plan %, document %: no recorded decision erases it', in_plan, in_sha256
        using errcode = 'invalid_parameter_value';
    end if;
    update frist.edition set digest = last.named, content = in_content where plan = in_plan and sha256 = in_sha256;
  end
  $function$;

  revoke all on function frist.refuse_unless_named(),
    frist.keep(text, text, text, bytea), frist.erase_edition(text, text, bytea) from public;
  grant execute on function frist.keep(text, text, text, bytea) to frist_writer;
  grant execute on function frist.erase_edition(text, text, bytea) to frist_eraser;
end
$migration$
