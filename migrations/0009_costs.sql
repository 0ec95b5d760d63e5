-- Nothing is charged that was not agreed beforehand (agreement, 3): acceptances with their evidence, and the
-- charges that rest on them. What the words promise, the database refuses to break.

create type acceptance_kind as enum ('research', 'quote');
create type charge_state as enum ('agreed', 'done', 'invoiced', 'credited', 'waived');
create type vat as enum ('standard', 'reduced', 'zero', 'exempt', 'reverse_charge');

-- One act by which somebody entitled agreed to a cost, with the evidence of it. Never changed.
create table acceptances (
  id uuid primary key,
  kind acceptance_kind not null,
  organisation_id uuid not null references organisations,
  ticket_id uuid references tickets,
  quote_id uuid,
  -- without VAT
  amount_cents integer not null check (amount_cents between 1 and 1000000000),
  accepted_by uuid not null references people,
  accepted_at timestamptz not null,
  -- as they gave them: a name and a role
  name text not null,
  role text not null,
  -- the colleague who wrote down an acceptance that was given elsewhere; then with the document
  recorded_by uuid references people,
  document_hash text references files,
  document_name text,
  address text,
  user_agent text,
  language language not null,
  -- exactly what was shown, its SHA-256, and the sentence that was agreed to
  shown text not null,
  shown_hash text not null check (shown_hash = encode(sha256(convert_to(shown, 'UTF8')), 'hex')),
  consent text not null,
  constraint research_is_for_a_ticket check (kind <> 'research' or ticket_id is not null),
  constraint quotes_are_named check ((kind = 'quote') = (quote_id is not null)),
  constraint documents_have_a_name check ((document_hash is null) = (document_name is null)),
  constraint elsewhere_with_its_document check (recorded_by is null or document_hash is not null),
  constraint acceptances_of_whom unique (id, organisation_id)
);
create index acceptances_by_ticket on acceptances (ticket_id) where ticket_id is not null;
create unique index acceptances_by_quote on acceptances (quote_id) where quote_id is not null;
create index acceptances_by_organisation on acceptances (organisation_id, accepted_at desc);
create trigger acceptances_are_only_added before update or delete on acceptances
  for each row execute function refuse_rewriting();

-- Only a contact of that organisation who may agree to costs, and is still there, can have agreed.
create function acceptance_by_someone_entitled() returns trigger language plpgsql as $$
begin
  perform from people
   where id = new.accepted_by and kind = 'contact' and budget_holder
     and organisation_id = new.organisation_id and deactivated_at is null;
  if not found then
    raise exception 'Only a budget holder of the organisation agrees to costs.'
      using errcode = 'check_violation', constraint = 'acceptance_by_someone_entitled';
  end if;
  return new;
end $$;
create trigger acceptance_by_someone_entitled before insert on acceptances
  for each row execute function acceptance_by_someone_entitled();

-- What a client owes, or would have owed, each on the ground of an acceptance.
create table charges (
  id uuid primary key,
  acceptance_id uuid not null,
  organisation_id uuid not null,
  ticket_id uuid references tickets,
  description text not null,
  amount_cents integer not null check (amount_cents between 1 and 1000000000),
  vat vat not null,
  state charge_state not null,
  agreed_at timestamptz not null,
  -- the first work that it pays for
  work_began_at timestamptz,
  done_at timestamptz,
  invoiced_at timestamptz,
  -- credited or waived, and why
  ended_at timestamptz,
  ended_reason text,
  foreign key (acceptance_id, organisation_id) references acceptances (id, organisation_id),
  constraint done_once_done check (state = 'agreed' or done_at is not null or ended_at is not null),
  constraint invoiced_once_invoiced check (state <> 'invoiced' or invoiced_at is not null),
  constraint ended_with_a_reason check (
    (state in ('credited', 'waived')) = (ended_at is not null)
    and (ended_at is null) = (ended_reason is null)
  )
);
create index charges_by_acceptance on charges (acceptance_id);
create index charges_by_ticket on charges (ticket_id) where ticket_id is not null;
create index charges_by_organisation on charges (organisation_id, agreed_at desc);
create index charges_to_invoice on charges (organisation_id, done_at) where state = 'done';

-- The charges of one acceptance never exceed it, and none is for work from before it.
create function charge_rests_on_acceptance() returns trigger language plpgsql as $$
declare
  agreed acceptances;
  charged bigint;
begin
  if tg_op = 'UPDATE' and (
    (new.id, new.acceptance_id, new.organisation_id, new.amount_cents, new.vat, new.agreed_at)
      is distinct from
    (old.id, old.acceptance_id, old.organisation_id, old.amount_cents, old.vat, old.agreed_at)
  ) then
    raise exception 'A charge stays what was agreed.'
      using errcode = 'check_violation', constraint = 'charge_stays_as_agreed';
  end if;
  if tg_op = 'UPDATE' and new.state <> old.state and (old.state, new.state) not in (
    ('agreed', 'done'), ('agreed', 'credited'), ('agreed', 'waived'),
    ('done', 'invoiced'), ('done', 'credited'), ('done', 'waived'), ('invoiced', 'credited')
  ) then
    raise exception 'A charge that is % does not become %.', old.state, new.state
      using errcode = 'check_violation', constraint = 'charge_goes_forward';
  end if;
  select * into agreed from acceptances where id = new.acceptance_id for no key update;
  if new.agreed_at < agreed.accepted_at or new.work_began_at < agreed.accepted_at or new.done_at < agreed.accepted_at then
    raise exception 'Work from before the acceptance is not charged.'
      using errcode = 'check_violation', constraint = 'charge_after_acceptance';
  end if;
  if tg_op = 'INSERT' then
    select coalesce(sum(amount_cents), 0) into charged from charges where acceptance_id = new.acceptance_id;
    if charged + new.amount_cents > agreed.amount_cents then
      raise exception 'More is charged than was agreed.'
        using errcode = 'check_violation', constraint = 'charge_within_acceptance';
    end if;
  end if;
  return new;
end $$;
create trigger charge_rests_on_acceptance before insert or update on charges
  for each row execute function charge_rests_on_acceptance();
create trigger charges_are_kept before delete on charges
  for each row execute function refuse_rewriting();
