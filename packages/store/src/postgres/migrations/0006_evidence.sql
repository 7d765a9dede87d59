-- Checkpoints kept with the log.
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
end
$migration$
