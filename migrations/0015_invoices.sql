-- Invoices and credit notes (agreement, 3): each line rests on a charge, and so on an acceptance. What is issued
-- never changes, and its numbers have no gaps.

-- What stands on paper about the agency and about its clients. Whatever is not known yet is empty.
create table agency_billing (
  id boolean primary key default true check (id),
  legal_name text,
  street text,
  postcode text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  kvk text check (kvk ~ '^[0-9]{8}$'),
  vat_number text,
  iban text,
  bic text,
  email text,
  phone text,
  term_days integer not null default 30 check (term_days between 1 and 90),
  intro text
);

create table organisation_billing (
  organisation_id uuid primary key references organisations,
  legal_name text,
  street text,
  postcode text,
  city text,
  country text check (country ~ '^[A-Z]{2}$'),
  kvk text check (kvk ~ '^[0-9]{8}$'),
  oin text check (oin ~ '^[0-9]{20}$'),
  vat_number text,
  email text,
  buyer_reference text,
  order_reference text,
  -- VAT goes to the buyer abroad, within the European Union
  reverse_charge boolean not null default false,
  language language not null default 'nl',
  constraint reverse_charge_is_abroad check (not reverse_charge or (country <> 'NL' and vat_number is not null))
);

create type invoice_kind as enum ('invoice', 'credit_note');

-- The last number of each kind and year; its row is held while one is issued.
create table invoice_numbers (
  kind invoice_kind not null,
  year smallint not null,
  last integer not null check (last > 0),
  primary key (kind, year)
);

create table invoices (
  id uuid primary key,
  kind invoice_kind not null,
  year smallint not null,
  serial integer not null check (serial > 0),
  number text not null unique,
  organisation_id uuid not null references organisations,
  -- what a credit note gives back of
  credits_id uuid references invoices,
  issued_on date not null,
  due_on date,
  -- all of them more than nothing, on a credit note too
  net_cents bigint not null check (net_cents > 0),
  vat_cents bigint not null check (vat_cents >= 0),
  gross_cents bigint not null,
  -- all that stands on it, as it stands on it
  document jsonb not null,
  pdf_hash text not null references files,
  nlcius_hash text not null references files,
  peppol_hash text not null references files,
  mail_id uuid references mails,
  issued_at timestamptz not null,
  issued_by uuid not null references people,
  constraint credit_notes_credit check ((kind = 'credit_note') = (credits_id is not null)),
  constraint invoices_fall_due check ((kind = 'invoice') = (due_on is not null)),
  constraint due_after_issue check (due_on >= issued_on),
  constraint of_the_year check (extract(year from issued_on) = year),
  constraint adds_up check (gross_cents = net_cents + vat_cents),
  constraint invoices_by_serial unique (kind, year, serial),
  constraint invoices_of_a_kind unique (id, kind)
);
create index invoices_by_organisation on invoices (organisation_id, issued_at desc);
create index invoices_by_moment on invoices (issued_at desc, id);
create index invoices_by_credited on invoices (credits_id) where credits_id is not null;

create table invoice_lines (
  invoice_id uuid not null,
  kind invoice_kind not null,
  position integer not null check (position > 0),
  charge_id uuid not null references charges,
  amount_cents integer not null check (amount_cents > 0),
  vat vat not null,
  primary key (invoice_id, position),
  foreign key (invoice_id, kind) references invoices (id, kind),
  constraint charged_once_and_credited_once unique (charge_id, kind)
);

create trigger invoices_are_only_added before update or delete on invoices
  for each row execute function refuse_rewriting();
create trigger invoice_lines_are_only_added before update or delete on invoice_lines
  for each row execute function refuse_rewriting();

-- Number after number, none left out.
create function invoice_follows_the_last() returns trigger language plpgsql as $$
begin
  if new.serial > 1 and not exists (
    select from invoices where kind = new.kind and year = new.year and serial = new.serial - 1
  ) then
    raise exception 'Invoice % leaves a number out.', new.number
      using errcode = 'check_violation', constraint = 'invoice_follows_the_last';
  end if;
  return new;
end $$;
create trigger invoice_follows_the_last before insert on invoices
  for each row execute function invoice_follows_the_last();

-- A line says what its charge says, is of the same client, and gives back only what stood on the credited invoice.
create function line_rests_on_charge() returns trigger language plpgsql as $$
declare
  charge charges;
  invoice invoices;
begin
  select * into charge from charges where id = new.charge_id;
  select * into invoice from invoices where id = new.invoice_id;
  if charge.organisation_id <> invoice.organisation_id or charge.amount_cents <> new.amount_cents then
    raise exception 'A line says what its charge says.'
      using errcode = 'check_violation', constraint = 'line_rests_on_charge';
  end if;
  if new.kind = 'credit_note' and (charge.state <> 'credited' or not exists (
    select from invoice_lines where invoice_id = invoice.credits_id and charge_id = new.charge_id and vat = new.vat
  )) then
    raise exception 'Only what was invoiced and credited is given back.'
      using errcode = 'check_violation', constraint = 'line_was_invoiced';
  end if;
  return new;
end $$;
create trigger line_rests_on_charge before insert on invoice_lines
  for each row execute function line_rests_on_charge();

-- At the end of the transaction: what stands on an invoice is the sum of its lines, and they are invoiced.
create function invoice_is_its_lines() returns trigger language plpgsql as $$
begin
  if new.net_cents is distinct from (select sum(amount_cents) from invoice_lines where invoice_id = new.id) or exists (
    select from invoice_lines line join charges charge on charge.id = line.charge_id
     where line.invoice_id = new.id and charge.state not in ('invoiced', 'credited')
  ) then
    raise exception 'Invoice % is not the sum of its charges.', new.number
      using errcode = 'check_violation', constraint = 'invoice_is_its_lines';
  end if;
  return null;
end $$;
create constraint trigger invoice_is_its_lines after insert on invoices deferrable initially deferred
  for each row execute function invoice_is_its_lines();

create function invoiced_is_on_an_invoice() returns trigger language plpgsql as $$
begin
  if not exists (select from invoice_lines where charge_id = new.id and kind = 'invoice') then
    raise exception 'What is invoiced stands on an invoice.'
      using errcode = 'check_violation', constraint = 'invoiced_is_on_an_invoice';
  end if;
  return null;
end $$;
create constraint trigger invoiced_is_on_an_invoice after update on charges deferrable initially deferred
  for each row when (new.state = 'invoiced') execute function invoiced_is_on_an_invoice();

-- What was invoiced and credited and waits for a credit note.
create index charges_credited on charges (organisation_id) where state = 'credited' and invoiced_at is not null;

-- Files that go with a mail.
create table mail_attachments (
  mail_id uuid not null references mails on delete cascade,
  position smallint not null,
  name text not null,
  media_type text not null,
  file_hash text not null references files,
  primary key (mail_id, position)
);
create index mail_attachments_by_file on mail_attachments (file_hash);
