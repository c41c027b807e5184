create table general_part (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  line_id uuid,
  date date not null,
  negates uuid,
  account uuid not null,
  role text not null,
  amount numeric(20,2) not null,
  dimensions jsonb not null,
  against jsonb not null,
  within boolean not null,
  summary text,
  primary key (company_id, id)
);
create index general_part_posting_id_index on general_part (company_id, posting_id);
create index general_part_negates_some_index on general_part (company_id, negates) where negates is not null;
alter table general_part enable row level security;
alter table general_part force row level security;
create policy company on general_part using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on general_part to suanpan_app;
