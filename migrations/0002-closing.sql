create table profit_carry_forward (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  posted_at timestamptz,
  posted_by text,
  primary key (company_id, id)
);
create unique index profit_carry_forward_number_key on profit_carry_forward (company_id, number);
create index profit_carry_forward_date_number_index on profit_carry_forward (company_id, date, number);
create index profit_carry_forward_state_date_number_some_index on profit_carry_forward (company_id, state, date, number) where state <> 'posted';
create unique index profit_carry_forward_reverses_some_key on profit_carry_forward (company_id, reverses) where reverses is not null and state <> 'void';
alter table profit_carry_forward enable row level security;
alter table profit_carry_forward force row level security;
create policy company on profit_carry_forward using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on profit_carry_forward to suanpan_app;
create table profit_carry_forward_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  amount numeric(20,2),
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index profit_carry_forward_line_owner_id_line_no_index on profit_carry_forward_line (company_id, owner_id, line_no);
create index profit_carry_forward_line_source_document_some_index on profit_carry_forward_line (company_id, source_document) where source_document is not null;
alter table profit_carry_forward_line enable row level security;
alter table profit_carry_forward_line force row level security;
create policy company on profit_carry_forward_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on profit_carry_forward_line to suanpan_app;
create table year_end_close (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  posted_at timestamptz,
  posted_by text,
  primary key (company_id, id)
);
create unique index year_end_close_number_key on year_end_close (company_id, number);
create index year_end_close_date_number_index on year_end_close (company_id, date, number);
create index year_end_close_state_date_number_some_index on year_end_close (company_id, state, date, number) where state <> 'posted';
create unique index year_end_close_reverses_some_key on year_end_close (company_id, reverses) where reverses is not null and state <> 'void';
alter table year_end_close enable row level security;
alter table year_end_close force row level security;
create policy company on year_end_close using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on year_end_close to suanpan_app;
create table year_end_close_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  amount numeric(20,2),
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index year_end_close_line_owner_id_line_no_index on year_end_close_line (company_id, owner_id, line_no);
create index year_end_close_line_source_document_some_index on year_end_close_line (company_id, source_document) where source_document is not null;
alter table year_end_close_line enable row level security;
alter table year_end_close_line force row level security;
create policy company on year_end_close_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on year_end_close_line to suanpan_app;
create table cost_of_sales_carry (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  posted_at timestamptz,
  posted_by text,
  primary key (company_id, id)
);
create unique index cost_of_sales_carry_number_key on cost_of_sales_carry (company_id, number);
create index cost_of_sales_carry_date_number_index on cost_of_sales_carry (company_id, date, number);
create index cost_of_sales_carry_state_date_number_some_index on cost_of_sales_carry (company_id, state, date, number) where state <> 'posted';
create unique index cost_of_sales_carry_reverses_some_key on cost_of_sales_carry (company_id, reverses) where reverses is not null and state <> 'void';
alter table cost_of_sales_carry enable row level security;
alter table cost_of_sales_carry force row level security;
create policy company on cost_of_sales_carry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_of_sales_carry to suanpan_app;
alter table profit_carry_forward_line add constraint profit_carry_forward_line_owner_id_fkey foreign key (company_id, owner_id) references profit_carry_forward (company_id, id) on delete cascade;
alter table profit_carry_forward_line add constraint profit_carry_forward_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_owner_id_fkey foreign key (company_id, owner_id) references year_end_close (company_id, id) on delete cascade;
alter table year_end_close_line add constraint year_end_close_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_item_fkey foreign key (company_id, item) references item (company_id, id);
