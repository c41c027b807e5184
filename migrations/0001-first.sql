create table posting (
  company_id uuid not null,
  id uuid not null,
  document_type text not null,
  document_id uuid not null,
  document_number text not null,
  action text not null,
  date date not null,
  recorded_at timestamptz not null,
  actor text not null,
  withdraws uuid,
  primary key (company_id, id)
);
create index posting_document_id_index on posting (company_id, document_id);
create unique index posting_withdraws_some_key on posting (company_id, withdraws) where withdraws is not null;
alter table posting enable row level security;
alter table posting force row level security;
create policy company on posting using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on posting to suanpan_app;
grant select on posting to suanpan_scoped;
create table document_link (
  company_id uuid not null,
  source_type text not null,
  source_id uuid not null,
  target_type text not null,
  target_id uuid not null,
  relation text not null,
  primary key (company_id, source_id, target_id, relation)
);
create index document_link_target_id_index on document_link (company_id, target_id);
alter table document_link enable row level security;
alter table document_link force row level security;
create policy company on document_link using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on document_link to suanpan_app;
grant select on document_link to suanpan_scoped;
create table flow_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  pool text not null,
  source_type text not null,
  source_document uuid not null,
  source_line uuid not null,
  target_type text not null,
  target_document uuid not null,
  target_line uuid not null,
  quantity numeric(24,6) not null,
  amount numeric(20,2) not null,
  part numeric(20,2) not null,
  primary key (company_id, id)
);
create index flow_entry_source_line_index on flow_entry (company_id, source_line);
create index flow_entry_target_document_index on flow_entry (company_id, target_document);
alter table flow_entry enable row level security;
alter table flow_entry force row level security;
create policy company on flow_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on flow_entry to suanpan_app;
grant select on flow_entry to suanpan_scoped;
create table flow_open (
  company_id uuid not null,
  pool text not null,
  source_line uuid not null,
  source_type text not null,
  source_document uuid not null,
  counts boolean not null default true,
  whole numeric(24,6) not null,
  whole_amount numeric(20,2) not null,
  whole_part numeric(20,2) not null,
  drawn numeric(24,6) not null default 0,
  drawn_amount numeric(20,2) not null default 0,
  drawn_part numeric(20,2) not null default 0,
  primary key (company_id, source_line, pool)
);
create index flow_open_source_document_index on flow_open (company_id, source_document);
create index flow_open_pool_source_type_some_index on flow_open (company_id, pool, source_type) where drawn < whole;
alter table flow_open enable row level security;
alter table flow_open force row level security;
create policy company on flow_open using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on flow_open to suanpan_app;
grant select on flow_open to suanpan_scoped;
create table entity_stamp (
  company_id uuid not null,
  entity text not null,
  stamp uuid not null,
  primary key (company_id, entity)
);
alter table entity_stamp enable row level security;
alter table entity_stamp force row level security;
create policy company on entity_stamp using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on entity_stamp to suanpan_app;
grant select on entity_stamp to suanpan_scoped;
create table approval_step (
  company_id uuid not null,
  id uuid not null,
  document_type text not null,
  document_id uuid not null,
  document_number text not null,
  rule_id uuid not null,
  step integer not null,
  role text,
  user_name text,
  approver text not null,
  four_eyes boolean not null,
  reasons jsonb not null,
  facts jsonb not null,
  state text not null,
  is_current boolean not null,
  submitted_by text not null,
  submitted_by_id text not null,
  submitted_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  flow_id uuid,
  any_of uuid,
  hours integer,
  due_at timestamptz,
  escalate_role text,
  escalate_user text,
  escalated_at timestamptz,
  added_by text,
  primary key (company_id, id)
);
create index approval_step_document_id_index on approval_step (company_id, document_id);
create index approval_step_state_some_index on approval_step (company_id, state) where is_current;
create index approval_step_due_at_some_index on approval_step (company_id, due_at) where is_current and state = 'waiting' and due_at is not null;
alter table approval_step enable row level security;
alter table approval_step force row level security;
create policy company on approval_step using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on approval_step to suanpan_app;
grant select on approval_step to suanpan_scoped;
create table number_series (
  company_id uuid not null,
  series text not null,
  last bigint not null,
  primary key (company_id, series)
);
alter table number_series enable row level security;
alter table number_series force row level security;
create policy company on number_series using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on number_series to suanpan_app;
grant select on number_series to suanpan_scoped;
create table idempotency (
  company_id uuid not null,
  key text not null,
  actor text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (company_id, actor, key)
);
create index idempotency_created_at_index on idempotency (company_id, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy company on idempotency using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on idempotency to suanpan_app;
grant select on idempotency to suanpan_scoped;
create table audit (
  company_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  type text not null,
  record_id uuid not null,
  label text not null,
  before jsonb,
  after jsonb,
  primary key (company_id, id)
);
create index audit_record_id_index on audit (company_id, record_id);
create index audit_at_index on audit (company_id, at);
alter table audit enable row level security;
alter table audit force row level security;
create policy company on audit using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on audit to suanpan_app;
grant select on audit to suanpan_scoped;
create table audit_chain (
  company_id uuid not null,
  position bigint not null,
  audit_id uuid not null,
  previous_hash text not null,
  hash text not null,
  primary key (company_id, position)
);
create unique index audit_chain_audit_id_key on audit_chain (company_id, audit_id);
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
create policy company on audit_chain using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on audit_chain to suanpan_app;
grant select on audit_chain to suanpan_scoped;
create table follow_up (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject uuid not null,
  at timestamptz not null,
  primary key (company_id, id)
);
create index follow_up_kind_id_index on follow_up (company_id, kind, id);
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy company on follow_up using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on follow_up to suanpan_app;
grant select on follow_up to suanpan_scoped;
create table attachment (
  company_id uuid not null,
  id uuid not null,
  type text not null,
  record_id uuid not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (company_id, id)
);
create index attachment_record_id_index on attachment (company_id, record_id);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy company on attachment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on attachment to suanpan_app;
grant select on attachment to suanpan_scoped;
create table stored_file (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (company_id, id)
);
create index stored_file_sha256_index on stored_file (company_id, sha256);
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy company on stored_file using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stored_file to suanpan_app;
grant select on stored_file to suanpan_scoped;
create table import_batch (
  company_id uuid not null,
  id uuid not null,
  type text not null,
  file_name text not null,
  created integer not null default 0,
  updated integer not null default 0,
  parts integer not null default 0,
  finished boolean not null default true,
  created_at timestamptz not null,
  created_by text not null,
  undone_at timestamptz,
  primary key (company_id, id)
);
create index import_batch_created_at_index on import_batch (company_id, created_at);
alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy company on import_batch using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on import_batch to suanpan_app;
grant select on import_batch to suanpan_scoped;
create table import_part (
  company_id uuid not null,
  batch uuid not null,
  part integer not null,
  records jsonb not null,
  primary key (company_id, batch, part)
);
alter table import_part enable row level security;
alter table import_part force row level security;
create policy company on import_part using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on import_part to suanpan_app;
grant select on import_part to suanpan_scoped;
create table import_memory (
  company_id uuid not null,
  type text not null,
  key text not null,
  content jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, type, key)
);
alter table import_memory enable row level security;
alter table import_memory force row level security;
create policy company on import_memory using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on import_memory to suanpan_app;
grant select on import_memory to suanpan_scoped;
create table document_print (
  company_id uuid not null,
  document_id uuid not null,
  times integer not null,
  last_at timestamptz not null,
  last_by text not null,
  primary key (company_id, document_id)
);
alter table document_print enable row level security;
alter table document_print force row level security;
create policy company on document_print using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on document_print to suanpan_app;
grant select on document_print to suanpan_scoped;
create table print_log (
  company_id uuid not null,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  at timestamptz not null,
  actor text not null,
  template text not null,
  form text not null,
  primary key (company_id, id)
);
create index print_log_record_id_at_index on print_log (company_id, record_id, at);
alter table print_log enable row level security;
alter table print_log force row level security;
create policy company on print_log using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on print_log to suanpan_app;
grant select on print_log to suanpan_scoped;
create table print_job (
  company_id uuid not null,
  id uuid not null,
  printer text not null,
  title text not null,
  content text not null,
  state text not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  created_by text not null,
  taken_at timestamptz,
  done_at timestamptz,
  error text,
  primary key (company_id, id)
);
create index print_job_printer_id_some_index on print_job (company_id, printer, id) where state in ('waiting', 'taken');
alter table print_job enable row level security;
alter table print_job force row level security;
create policy company on print_job using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on print_job to suanpan_app;
grant select on print_job to suanpan_scoped;
create table notice (
  company_id uuid not null,
  id uuid not null,
  user_id text not null,
  key text not null,
  subject_type text,
  subject_id uuid,
  zh text not null,
  en text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (company_id, id)
);
create index notice_user_id_id_index on notice (company_id, user_id, id);
create index notice_user_id_some_index on notice (company_id, user_id) where read_at is null;
create unique index notice_key_user_id_key on notice (company_id, key, user_id);
alter table notice enable row level security;
alter table notice force row level security;
create policy company on notice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on notice to suanpan_app;
grant select on notice to suanpan_scoped;
create table schedule_run (
  company_id uuid not null,
  process text not null,
  due_on date not null,
  job_id uuid not null,
  at timestamptz not null,
  primary key (company_id, process, due_on)
);
alter table schedule_run enable row level security;
alter table schedule_run force row level security;
create policy company on schedule_run using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on schedule_run to suanpan_app;
grant select on schedule_run to suanpan_scoped;
create table saved_view (
  company_id uuid not null,
  id uuid not null,
  type text not null,
  name text not null,
  owner text not null,
  shared boolean not null,
  definition jsonb not null,
  primary key (company_id, id)
);
create index saved_view_type_index on saved_view (company_id, type);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy company on saved_view using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on saved_view to suanpan_app;
grant select on saved_view to suanpan_scoped;
create table message_channel (
  company_id uuid not null,
  name text not null,
  enabled boolean not null,
  settings jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, name)
);
alter table message_channel enable row level security;
alter table message_channel force row level security;
create policy company on message_channel using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on message_channel to suanpan_app;
grant select on message_channel to suanpan_scoped;
create table notice_choice (
  company_id uuid not null,
  user_id text not null,
  kind text not null,
  channel text not null,
  primary key (company_id, user_id, kind, channel)
);
alter table notice_choice enable row level security;
alter table notice_choice force row level security;
create policy company on notice_choice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on notice_choice to suanpan_app;
grant select on notice_choice to suanpan_scoped;
create table notice_address (
  company_id uuid not null,
  user_id text not null,
  channel text not null,
  address text not null,
  primary key (company_id, user_id, channel)
);
alter table notice_address enable row level security;
alter table notice_address force row level security;
create policy company on notice_address using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on notice_address to suanpan_app;
grant select on notice_address to suanpan_scoped;
create table notice_delivery (
  company_id uuid not null,
  id uuid not null,
  user_id text not null,
  kind text not null,
  channel text not null,
  address text,
  text text not null,
  state text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  answer text,
  error text,
  at timestamptz not null,
  primary key (company_id, id)
);
create index notice_delivery_at_index on notice_delivery (company_id, at);
create index notice_delivery_next_at_some_index on notice_delivery (company_id, next_at) where state in ('waiting', 'sending');
alter table notice_delivery enable row level security;
alter table notice_delivery force row level security;
create policy company on notice_delivery using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on notice_delivery to suanpan_app;
grant select on notice_delivery to suanpan_scoped;
create table webhook (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  events jsonb not null,
  secret text not null,
  enabled boolean not null,
  user_id text not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  stopped_because text,
  primary key (company_id, id)
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy company on webhook using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on webhook to suanpan_app;
grant select on webhook to suanpan_scoped;
create table webhook_delivery (
  company_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  audit_id uuid not null,
  event text not null,
  label text not null,
  state text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  at timestamptz not null,
  body text,
  sent_at timestamptz,
  status integer,
  answer text,
  error text,
  primary key (company_id, id)
);
create index webhook_delivery_webhook_id_at_index on webhook_delivery (company_id, webhook_id, at);
create index webhook_delivery_next_at_some_index on webhook_delivery (company_id, next_at) where state in ('waiting', 'sending');
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy company on webhook_delivery using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on webhook_delivery to suanpan_app;
grant select on webhook_delivery to suanpan_scoped;
create table remark (
  company_id uuid not null,
  id uuid not null,
  type text not null,
  record_id uuid not null,
  text text not null,
  user_id text not null,
  author text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (company_id, id)
);
create index remark_record_id_index on remark (company_id, record_id);
alter table remark enable row level security;
alter table remark force row level security;
create policy company on remark using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on remark to suanpan_app;
grant select on remark to suanpan_scoped;
create table task (
  company_id uuid not null,
  id uuid not null,
  title text not null,
  due_on date,
  assignee_id text not null,
  assignee text not null,
  asked_by_id text not null,
  asked_by text not null,
  subject_type text,
  subject_id uuid,
  subject_label text,
  at timestamptz not null,
  done_at timestamptz,
  done_by text,
  reminded_at timestamptz,
  primary key (company_id, id)
);
create index task_assignee_id_some_index on task (company_id, assignee_id) where done_at is null;
create index task_asked_by_id_index on task (company_id, asked_by_id);
create index task_due_on_some_index on task (company_id, due_on) where done_at is null and reminded_at is null;
alter table task enable row level security;
alter table task force row level security;
create policy company on task using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on task to suanpan_app;
grant select on task to suanpan_scoped;
create table dashboard (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  owner text not null,
  roles jsonb not null,
  tiles jsonb not null,
  version integer not null,
  primary key (company_id, id)
);
alter table dashboard enable row level security;
alter table dashboard force row level security;
create policy company on dashboard using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on dashboard to suanpan_app;
grant select on dashboard to suanpan_scoped;
create table alert_rule (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  owner text not null,
  question jsonb not null,
  measure text not null,
  figure text not null,
  comparison text not null,
  threshold numeric(24,6) not null,
  enabled boolean not null,
  tripped boolean not null default false,
  value text,
  error text,
  checked_at timestamptz,
  next_at timestamptz not null,
  primary key (company_id, id)
);
create index alert_rule_next_at_some_index on alert_rule (company_id, next_at) where enabled;
alter table alert_rule enable row level security;
alter table alert_rule force row level security;
create policy company on alert_rule using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on alert_rule to suanpan_app;
grant select on alert_rule to suanpan_scoped;
create table subscription (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  owner text not null,
  dashboard uuid,
  question jsonb,
  format text not null,
  rhythm jsonb not null,
  address text not null,
  enabled boolean not null,
  sent_through date not null,
  stop_hash text,
  stopped_at timestamptz,
  primary key (company_id, id)
);
create unique index subscription_stop_hash_some_key on subscription (company_id, stop_hash) where stop_hash is not null;
alter table subscription enable row level security;
alter table subscription force row level security;
create policy company on subscription using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on subscription to suanpan_app;
grant select on subscription to suanpan_scoped;
create table subscription_run (
  company_id uuid not null,
  id uuid not null,
  subscription_id uuid not null,
  due_on date not null,
  state text not null,
  attempts integer not null default 0,
  next_at timestamptz not null,
  at timestamptz not null,
  sent_at timestamptz,
  answer text,
  error text,
  primary key (company_id, id)
);
create unique index subscription_run_subscription_id_due_on_key on subscription_run (company_id, subscription_id, due_on);
create index subscription_run_next_at_some_index on subscription_run (company_id, next_at) where state in ('waiting', 'sending');
alter table subscription_run enable row level security;
alter table subscription_run force row level security;
create policy company on subscription_run using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on subscription_run to suanpan_app;
grant select on subscription_run to suanpan_scoped;
create table search_text (
  company_id uuid not null,
  type text not null,
  record_id uuid not null,
  code text collate "C" not null,
  label text not null,
  text text not null,
  primary key (company_id, record_id)
);
create index search_text_type_code_index on search_text (company_id, type, code);
create index search_text_text_gin_trgm_ops_index on search_text using gin (text gin_trgm_ops);
grant select, insert, update, delete on search_text to suanpan_app;
grant select on search_text to suanpan_scoped;
create table job (
  company_id uuid not null,
  id uuid not null,
  process text not null,
  parameters jsonb not null,
  state text not null default 'waiting',
  progress integer not null default 0,
  total integer not null default 0,
  note text,
  result jsonb,
  error jsonb,
  actor text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  beat_at timestamptz,
  ended_at timestamptz,
  cancelled boolean not null default false,
  primary key (company_id, id)
);
create index job_state_created_at_some_index on job (state, created_at) where state in ('waiting', 'running');
grant select, insert, update, delete on job to suanpan_app;
grant select on job to suanpan_scoped;
create table company_directory (
  company_id uuid not null,
  code text not null,
  name text not null,
  zone text not null,
  modules_off jsonb not null default '[]',
  primary key (company_id)
);
create unique index company_directory_code_key on company_directory (code);
grant select, insert, update, delete on company_directory to suanpan_app;
grant select on company_directory to suanpan_scoped;
create table member (
  company_id uuid not null,
  user_id text not null,
  role text not null,
  disabled boolean not null default false,
  primary key (company_id, user_id, role)
);
create index member_user_id_index on member (user_id);
grant select, insert, update, delete on member to suanpan_app;
grant select on member to suanpan_scoped;
create table member_scope (
  company_id uuid not null,
  user_id text not null,
  employee uuid,
  people text,
  chosen jsonb not null default '{}',
  primary key (company_id, user_id)
);
grant select, insert, update, delete on member_scope to suanpan_app;
grant select on member_scope to suanpan_scoped;
create table delegation (
  company_id uuid not null,
  id uuid not null,
  from_user text not null,
  to_user text not null,
  from_date date not null,
  to_date date not null,
  rights jsonb not null,
  note text,
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  primary key (company_id, id)
);
create index delegation_to_user_to_date_index on delegation (company_id, to_user, to_date);
grant select, insert, update, delete on delegation to suanpan_app;
grant select on delegation to suanpan_scoped;
create table role (
  company_id uuid not null,
  name text not null,
  label text not null,
  rights jsonb not null,
  people text not null default 'all',
  primary key (company_id, name)
);
grant select, insert, update, delete on role to suanpan_app;
grant select on role to suanpan_scoped;
create table public_link (
  company_id uuid not null,
  id uuid not null,
  purpose text not null,
  record_id uuid not null,
  hash text not null,
  parameters jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at timestamptz,
  primary key (company_id, id)
);
create unique index public_link_hash_key on public_link (hash);
create index public_link_record_id_index on public_link (company_id, record_id);
grant select, insert, update, delete on public_link to suanpan_app;
grant select on public_link to suanpan_scoped;
create table backup_setting (
  name text not null,
  settings jsonb not null,
  passphrase text,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (name)
);
grant select, insert, update, delete on backup_setting to suanpan_app;
grant select on backup_setting to suanpan_scoped;
create table backup_run (
  id uuid not null,
  kind text not null,
  reason text not null,
  due_on date,
  state text not null,
  actor text not null,
  created_at timestamptz not null,
  beat_at timestamptz,
  ended_at timestamptz,
  file text,
  size bigint,
  outcome jsonb,
  error text,
  primary key (id)
);
create unique index backup_run_kind_due_on_some_key on backup_run (kind, due_on) where due_on is not null and state <> 'failed';
create index backup_run_created_at_index on backup_run (created_at);
grant select, insert, update, delete on backup_run to suanpan_app;
grant select on backup_run to suanpan_scoped;
create table second_factor (
  user_id text not null,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recovery jsonb not null default '[]',
  primary key (user_id)
);
grant select, insert, update, delete on second_factor to suanpan_app;
grant select on second_factor to suanpan_scoped;
create table sign_in_failure (
  username text not null,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (username)
);
grant select, insert, update, delete on sign_in_failure to suanpan_app;
grant select on sign_in_failure to suanpan_scoped;
create table sign_in_policy (
  company_id uuid not null,
  factor_for jsonb not null default '[]',
  factor_since timestamptz,
  grace_days integer not null,
  idle_minutes integer not null,
  longest_hours integer not null,
  primary key (company_id)
);
grant select, insert, update, delete on sign_in_policy to suanpan_app;
grant select on sign_in_policy to suanpan_scoped;
create table sign_in_record (
  id uuid not null,
  user_id text not null,
  at timestamptz not null,
  address text not null,
  device text not null,
  way text not null,
  primary key (id)
);
create index sign_in_record_user_id_at_index on sign_in_record (user_id, at);
grant select, insert, update, delete on sign_in_record to suanpan_app;
grant select on sign_in_record to suanpan_scoped;
create table sign_in_challenge (
  hash text not null,
  purpose text not null,
  user_id text,
  data jsonb not null,
  expires_at timestamptz not null,
  primary key (hash)
);
create index sign_in_challenge_expires_at_index on sign_in_challenge (expires_at);
grant select, insert, update, delete on sign_in_challenge to suanpan_app;
grant select on sign_in_challenge to suanpan_scoped;
create table passkey (
  id uuid not null,
  user_id text not null,
  credential text not null,
  public_key text not null,
  counter bigint not null,
  transports jsonb not null,
  rp text not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (id)
);
create unique index passkey_credential_key on passkey (credential);
create index passkey_user_id_index on passkey (user_id);
grant select, insert, update, delete on passkey to suanpan_app;
grant select on passkey to suanpan_scoped;
create table scim_person (
  company_id uuid not null,
  user_id text not null,
  external_id text not null,
  primary key (company_id, user_id)
);
grant select, insert, update, delete on scim_person to suanpan_app;
grant select on scim_person to suanpan_scoped;
create table identity_provider (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  enabled boolean not null,
  settings jsonb not null,
  primary key (company_id, id)
);
create unique index identity_provider_id_key on identity_provider (id);
grant select, insert, update, delete on identity_provider to suanpan_app;
grant select on identity_provider to suanpan_scoped;
create table identity_link (
  company_id uuid not null,
  provider_id uuid not null,
  subject text not null,
  user_id text not null,
  managed boolean not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  primary key (company_id, provider_id, subject)
);
create index identity_link_user_id_index on identity_link (user_id);
grant select, insert, update, delete on identity_link to suanpan_app;
grant select on identity_link to suanpan_scoped;
create table api_key (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  hash text not null,
  user_id text not null,
  scopes jsonb not null,
  addresses jsonb not null default '[]',
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_address text,
  primary key (company_id, id)
);
create unique index api_key_hash_key on api_key (hash);
grant select, insert, update, delete on api_key to suanpan_app;
grant select on api_key to suanpan_scoped;
create table inbound_interface (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  hash text not null,
  type text not null,
  format text not null,
  posts boolean not null,
  enabled boolean not null,
  sample text not null,
  mapping jsonb not null,
  user_id text not null,
  primary key (company_id, id)
);
create unique index inbound_interface_hash_key on inbound_interface (hash);
grant select, insert, update, delete on inbound_interface to suanpan_app;
grant select on inbound_interface to suanpan_scoped;
create table inbound_message (
  company_id uuid not null,
  id uuid not null,
  interface_id uuid not null,
  external_id text not null,
  state text not null,
  source jsonb not null,
  record_id uuid,
  label text,
  error jsonb,
  at timestamptz not null,
  primary key (company_id, id)
);
create unique index inbound_message_interface_id_external_id_key on inbound_message (company_id, interface_id, external_id);
alter table inbound_message enable row level security;
alter table inbound_message force row level security;
create policy company on inbound_message using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on inbound_message to suanpan_app;
grant select on inbound_message to suanpan_scoped;
create table cost_pool (
  company_id uuid not null,
  pool text collate "C" not null,
  item uuid not null,
  method text not null,
  scope_from date,
  scope_to date,
  next_sequence integer not null default 1,
  last_date date,
  quantity numeric(24,6) not null default 0,
  amount numeric(20,2) not null default 0,
  markup numeric(20,2) not null default 0,
  state jsonb,
  primary key (company_id, pool)
);
create index cost_pool_item_index on cost_pool (company_id, item);
alter table cost_pool enable row level security;
alter table cost_pool force row level security;
create policy company on cost_pool using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_pool to suanpan_app;
grant select on cost_pool to suanpan_scoped;
create table standard_price (
  company_id uuid not null,
  item uuid not null,
  date date not null,
  price numeric(24,6) not null,
  posting uuid not null,
  primary key (company_id, item, date)
);
create index standard_price_posting_index on standard_price (company_id, posting);
alter table standard_price enable row level security;
alter table standard_price force row level security;
create policy company on standard_price using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on standard_price to suanpan_app;
grant select on standard_price to suanpan_scoped;
create table stock_lot_balance (
  company_id uuid not null,
  item uuid not null,
  warehouse uuid not null,
  place text not null,
  lot text not null,
  quantity numeric(24,6) not null default 0,
  second_quantity numeric(24,6) not null default 0,
  primary key (company_id, item, warehouse, place, lot)
);
alter table stock_lot_balance enable row level security;
alter table stock_lot_balance force row level security;
create policy company on stock_lot_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_lot_balance to suanpan_app;
grant select on stock_lot_balance to suanpan_scoped;
create table stock_bin_balance (
  company_id uuid not null,
  item uuid not null,
  warehouse uuid not null,
  place text not null,
  bin uuid not null,
  lot text not null default '',
  quantity numeric(24,6) not null default 0,
  primary key (company_id, item, warehouse, place, bin, lot)
);
create index stock_bin_balance_bin_some_index on stock_bin_balance (company_id, bin) where quantity <> 0;
alter table stock_bin_balance enable row level security;
alter table stock_bin_balance force row level security;
create policy company on stock_bin_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_bin_balance to suanpan_app;
grant select on stock_bin_balance to suanpan_scoped;
create table stock_serial (
  company_id uuid not null,
  item uuid not null,
  number text collate "C" not null,
  warehouse uuid,
  place text,
  lot text,
  entry uuid not null,
  date date not null,
  primary key (company_id, item, number)
);
create index stock_serial_number_index on stock_serial (company_id, number);
create index stock_serial_warehouse_item_some_index on stock_serial (company_id, warehouse, item) where place is not null;
alter table stock_serial enable row level security;
alter table stock_serial force row level security;
create policy company on stock_serial using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_serial to suanpan_app;
grant select on stock_serial to suanpan_scoped;
create table stock_entry_serial (
  company_id uuid not null,
  entry uuid not null,
  item uuid not null,
  number text collate "C" not null,
  primary key (company_id, entry, number)
);
create index stock_entry_serial_number_index on stock_entry_serial (company_id, number);
alter table stock_entry_serial enable row level security;
alter table stock_entry_serial force row level security;
create policy company on stock_entry_serial using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on stock_entry_serial to suanpan_app;
grant select on stock_entry_serial to suanpan_scoped;
create table cost_snapshot (
  company_id uuid not null,
  pool text collate "C" not null,
  through date not null,
  method text not null,
  quantity numeric(24,6) not null,
  amount numeric(20,2) not null,
  state jsonb not null,
  carried boolean not null default false,
  primary key (company_id, pool, through)
);
alter table cost_snapshot enable row level security;
alter table cost_snapshot force row level security;
create policy company on cost_snapshot using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_snapshot to suanpan_app;
grant select on cost_snapshot to suanpan_scoped;
create table party_item (
  company_id uuid not null,
  id uuid not null,
  party uuid not null,
  branch uuid,
  kind text not null,
  document_type text not null,
  document_id uuid not null,
  document_number text not null,
  line_id uuid,
  date date not null,
  moved_on date not null,
  due_on date,
  currency text not null,
  amount numeric(20,2) not null,
  open numeric(20,2) not null,
  open_book numeric(20,2) not null,
  primary key (company_id, id)
);
create index party_item_party_kind_some_index on party_item (company_id, party, kind) where open <> 0;
create index party_item_document_id_index on party_item (company_id, document_id);
create index party_item_line_id_some_index on party_item (company_id, line_id) where line_id is not null;
alter table party_item enable row level security;
alter table party_item force row level security;
create policy company on party_item using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on party_item to suanpan_app;
grant select on party_item to suanpan_scoped;
create table general_voucher (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  document_number text not null,
  kind text not null,
  word text not null default '记',
  period text not null,
  date date not null,
  summary text not null,
  attachments integer not null default 0,
  total numeric(20,2) not null,
  recorded_at timestamptz not null,
  actor text not null,
  withdraws uuid,
  primary key (company_id, id)
);
create index general_voucher_posting_id_index on general_voucher (company_id, posting_id);
create index general_voucher_document_id_index on general_voucher (company_id, document_id);
create index general_voucher_date_id_index on general_voucher (company_id, date, id);
create unique index general_voucher_withdraws_some_key on general_voucher (company_id, withdraws) where withdraws is not null;
alter table general_voucher enable row level security;
alter table general_voucher force row level security;
create policy company on general_voucher using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on general_voucher to suanpan_app;
grant select on general_voucher to suanpan_scoped;
create table voucher_number (
  company_id uuid not null,
  voucher uuid not null,
  word text not null,
  period text not null,
  number integer not null,
  part integer not null default 0,
  primary key (company_id, voucher)
);
create unique index voucher_number_period_word_number_part_key on voucher_number (company_id, period, word, number, part);
alter table voucher_number enable row level security;
alter table voucher_number force row level security;
create policy company on voucher_number using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on voucher_number to suanpan_app;
grant select on voucher_number to suanpan_scoped;
create table voucher_review (
  company_id uuid not null,
  id uuid not null,
  voucher uuid not null,
  reviewed boolean not null,
  note text,
  actor text not null,
  at timestamptz not null,
  primary key (company_id, id)
);
create index voucher_review_voucher_index on voucher_review (company_id, voucher);
alter table voucher_review enable row level security;
alter table voucher_review force row level security;
create policy company on voucher_review using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on voucher_review to suanpan_app;
grant select on voucher_review to suanpan_scoped;
create table voucher_signature (
  company_id uuid not null,
  id uuid not null,
  voucher uuid not null,
  signed boolean not null,
  actor text not null,
  at timestamptz not null,
  primary key (company_id, id)
);
create index voucher_signature_voucher_index on voucher_signature (company_id, voucher);
alter table voucher_signature enable row level security;
alter table voucher_signature force row level security;
create policy company on voucher_signature using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on voucher_signature to suanpan_app;
grant select on voucher_signature to suanpan_scoped;
create table voucher_booking (
  company_id uuid not null,
  voucher uuid not null,
  word text not null,
  period text not null,
  number integer not null,
  part integer not null default 0,
  actor text not null,
  at timestamptz not null,
  primary key (company_id, voucher)
);
create unique index voucher_booking_period_word_number_part_key on voucher_booking (company_id, period, word, number, part);
alter table voucher_booking enable row level security;
alter table voucher_booking force row level security;
create policy company on voucher_booking using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on voucher_booking to suanpan_app;
grant select on voucher_booking to suanpan_scoped;
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
  closing boolean not null default false,
  summary text,
  quantity numeric(20,6),
  currency text,
  currency_amount numeric(20,2),
  primary key (company_id, id)
);
create index general_part_posting_id_index on general_part (company_id, posting_id);
create index general_part_negates_some_index on general_part (company_id, negates) where negates is not null;
alter table general_part enable row level security;
alter table general_part force row level security;
create policy company on general_part using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on general_part to suanpan_app;
grant select on general_part to suanpan_scoped;
create table period_reopening (
  company_id uuid not null,
  id uuid not null,
  period text not null,
  reason text not null,
  asked_by text not null,
  agreed_by text,
  at timestamptz not null,
  primary key (company_id, id)
);
create index period_reopening_period_index on period_reopening (company_id, period);
alter table period_reopening enable row level security;
alter table period_reopening force row level security;
create policy company on period_reopening using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on period_reopening to suanpan_app;
grant select on period_reopening to suanpan_scoped;
create table cash_flow_tag (
  company_id uuid not null,
  entry uuid not null,
  line text not null,
  actor text not null,
  at timestamptz not null,
  primary key (company_id, entry)
);
alter table cash_flow_tag enable row level security;
alter table cash_flow_tag force row level security;
create policy company on cash_flow_tag using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_flow_tag to suanpan_app;
grant select on cash_flow_tag to suanpan_scoped;
create table general_day (
  company_id uuid not null,
  account uuid not null,
  date date not null,
  closing boolean not null,
  debit numeric(20,2) not null,
  credit numeric(20,2) not null,
  primary key (company_id, account, date, closing)
);
create index general_day_date_index on general_day (company_id, date);
alter table general_day enable row level security;
alter table general_day force row level security;
create policy company on general_day using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on general_day to suanpan_app;
grant select on general_day to suanpan_scoped;
create table general_month (
  company_id uuid not null,
  account uuid not null,
  month date not null,
  closing boolean not null,
  debit numeric(20,2) not null,
  credit numeric(20,2) not null,
  primary key (company_id, account, month, closing)
);
create index general_month_month_index on general_month (company_id, month);
alter table general_month enable row level security;
alter table general_month force row level security;
create policy company on general_month using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on general_month to suanpan_app;
grant select on general_month to suanpan_scoped;
create table used_invoice (
  company_id uuid not null,
  key text not null,
  type text not null,
  document_id uuid not null,
  number text not null,
  at timestamptz not null,
  primary key (company_id, key)
);
create index used_invoice_document_id_index on used_invoice (company_id, document_id);
alter table used_invoice enable row level security;
alter table used_invoice force row level security;
create policy company on used_invoice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on used_invoice to suanpan_app;
grant select on used_invoice to suanpan_scoped;
create table company (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  tax_number text,
  address text,
  phone text,
  bank text,
  zone text,
  currency text,
  start_month text,
  standard text,
  account_codes text,
  taxpayer text,
  vat_period text,
  tax_place text,
  vat_addition text,
  small_profit boolean,
  stamp_percent numeric(14,6),
  earlier_losses numeric(20,2),
  accrue_taxes boolean,
  payable_basis text,
  receivable_basis text,
  cost_pool text,
  cost_method text,
  negative_stock text,
  credit_control text,
  below_floor text,
  slow_moving_days integer,
  cover_days integer,
  keep_personal_months text,
  contract_from_order boolean,
  price_order text,
  update_prices boolean,
  price_includes_tax boolean,
  rate_day text,
  approve_on_save boolean,
  print_after_posting boolean,
  review_before_booking boolean,
  reviewer_not_maker boolean,
  voucher_merge text,
  cashier_signs boolean,
  budget_control text,
  reopen_needs_second boolean,
  certify_input_vat text,
  estimate_method text,
  match_price_percent numeric(14,6),
  match_amount numeric(20,2),
  match_quantity_percent numeric(14,6),
  match_posts boolean,
  bank_match_posts boolean,
  over_receipt_percent numeric(14,6),
  surplus_reserve boolean,
  settle_deposits boolean,
  vat_on_delivery boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index company_code_key on company (company_id, code);
create index company_name_index on company (company_id, name);
alter table company enable row level security;
alter table company force row level security;
create policy company on company using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on company to suanpan_app;
grant select on company to suanpan_scoped;
create table branch (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  address text,
  phone text,
  seller_title text,
  seller_tax_number text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index branch_code_key on branch (company_id, code);
create index branch_name_index on branch (company_id, name);
alter table branch enable row level security;
alter table branch force row level security;
create policy company on branch using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on branch to suanpan_app;
grant select on branch to suanpan_scoped;
create table department (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  head uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index department_code_key on department (company_id, code);
create index department_name_index on department (company_id, name);
alter table department enable row level security;
alter table department force row level security;
create policy company on department using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on department to suanpan_app;
grant select on department to suanpan_scoped;
create table employee (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  department uuid,
  branch uuid,
  position text,
  level text,
  phone text,
  bank_account text,
  username text,
  joined_on date,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index employee_code_key on employee (company_id, code);
create index employee_name_index on employee (company_id, name);
create index employee_username_index on employee (company_id, username);
alter table employee enable row level security;
alter table employee force row level security;
create policy company on employee using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on employee to suanpan_app;
grant select on employee to suanpan_scoped;
create table project (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  starts_on date,
  ends_on date,
  remark text,
  finished boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index project_code_key on project (company_id, code);
create index project_name_index on project (company_id, name);
alter table project enable row level security;
alter table project force row level security;
create policy company on project using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on project to suanpan_app;
grant select on project to suanpan_scoped;
create table unit (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  places integer,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index unit_code_key on unit (company_id, code);
create index unit_name_index on unit (company_id, name);
alter table unit enable row level security;
alter table unit force row level security;
create policy company on unit using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on unit to suanpan_app;
grant select on unit to suanpan_scoped;
create table tax_rate (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  rate numeric(14,6),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index tax_rate_code_key on tax_rate (company_id, code);
create index tax_rate_name_index on tax_rate (company_id, name);
alter table tax_rate enable row level security;
alter table tax_rate force row level security;
create policy company on tax_rate using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_rate to suanpan_app;
grant select on tax_rate to suanpan_scoped;
create table item_category (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  cost_method text,
  cost_pool text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index item_category_code_key on item_category (company_id, code);
create index item_category_name_index on item_category (company_id, name);
alter table item_category enable row level security;
alter table item_category force row level security;
create policy company on item_category using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item_category to suanpan_app;
grant select on item_category to suanpan_scoped;
create table item (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  spec text,
  category uuid,
  unit uuid,
  barcode text,
  tax_rate uuid,
  tax_code text,
  tax_class text,
  is_service boolean,
  purchase_price numeric(28,10),
  sale_price numeric(28,10),
  minimum_price numeric(28,10),
  cost_method text,
  cost_pool text,
  negative_stock text,
  needs_inspection boolean,
  over_receipt_percent numeric(14,6),
  maximum_purchase_price numeric(28,10),
  safety_stock numeric(24,6),
  minimum_stock numeric(24,6),
  maximum_stock numeric(24,6),
  lead_days integer,
  tracks_lots boolean,
  lot_numbering text,
  lot_rule text,
  tracks_serials boolean,
  shelf_life_days integer,
  expiry_alert_days integer,
  second_unit uuid,
  second_per_base numeric(24,6),
  weight numeric(24,6),
  volume numeric(24,6),
  brand text,
  origin text,
  is_assembled boolean,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index item_code_key on item (company_id, code);
create index item_name_index on item (company_id, name);
create index item_category_index on item (company_id, category);
create index item_barcode_index on item (company_id, barcode);
alter table item enable row level security;
alter table item force row level security;
create policy company on item using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item to suanpan_app;
grant select on item to suanpan_scoped;
create table item_units (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  unit uuid,
  numerator integer,
  denominator integer,
  barcode text,
  sale_price numeric(28,10),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index item_units_owner_id_line_no_index on item_units (company_id, owner_id, line_no);
create index item_units_barcode_index on item_units (company_id, barcode);
alter table item_units enable row level security;
alter table item_units force row level security;
create policy company on item_units using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item_units to suanpan_app;
grant select on item_units to suanpan_scoped;
create table item_components (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  component uuid,
  quantity numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index item_components_owner_id_line_no_index on item_components (company_id, owner_id, line_no);
alter table item_components enable row level security;
alter table item_components force row level security;
create policy company on item_components using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item_components to suanpan_app;
grant select on item_components to suanpan_scoped;
create table item_bins (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  bin uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index item_bins_owner_id_line_no_index on item_bins (company_id, owner_id, line_no);
alter table item_bins enable row level security;
alter table item_bins force row level security;
create policy company on item_bins using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item_bins to suanpan_app;
grant select on item_bins to suanpan_scoped;
create table item_substitutes (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  substitute uuid,
  ratio numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index item_substitutes_owner_id_line_no_index on item_substitutes (company_id, owner_id, line_no);
alter table item_substitutes enable row level security;
alter table item_substitutes force row level security;
create policy company on item_substitutes using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on item_substitutes to suanpan_app;
grant select on item_substitutes to suanpan_scoped;
create table warehouse (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  keeper uuid,
  branch uuid,
  address text,
  phone text,
  keeps_bins boolean,
  negative_stock text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index warehouse_code_key on warehouse (company_id, code);
create index warehouse_name_index on warehouse (company_id, name);
alter table warehouse enable row level security;
alter table warehouse force row level security;
create policy company on warehouse using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on warehouse to suanpan_app;
grant select on warehouse to suanpan_scoped;
create table bin (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  warehouse uuid,
  zone text,
  kind text,
  pick_order integer,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index bin_code_key on bin (company_id, code);
create index bin_name_index on bin (company_id, name);
create index bin_warehouse_index on bin (company_id, warehouse);
alter table bin enable row level security;
alter table bin force row level security;
create policy company on bin using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bin to suanpan_app;
grant select on bin to suanpan_scoped;
create table payment_terms (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  kind text,
  days integer,
  months integer,
  day_of_month integer,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index payment_terms_code_key on payment_terms (company_id, code);
create index payment_terms_name_index on payment_terms (company_id, name);
alter table payment_terms enable row level security;
alter table payment_terms force row level security;
create policy company on payment_terms using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on payment_terms to suanpan_app;
grant select on payment_terms to suanpan_scoped;
create table payment_terms_instalments (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  name text,
  percent numeric(14,6),
  event text,
  days integer,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index payment_terms_instalments_owner_id_line_no_index on payment_terms_instalments (company_id, owner_id, line_no);
alter table payment_terms_instalments enable row level security;
alter table payment_terms_instalments force row level security;
create policy company on payment_terms_instalments using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on payment_terms_instalments to suanpan_app;
grant select on payment_terms_instalments to suanpan_scoped;
create table party (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  is_customer boolean,
  is_supplier boolean,
  is_employee boolean,
  employee uuid,
  short_name text,
  category text,
  region text,
  level text,
  segment text,
  salesperson uuid,
  buyer uuid,
  contact text,
  phone text,
  address text,
  tax_number text,
  invoice_email text,
  bank_account text,
  currency uuid,
  payment_days integer,
  payment_terms uuid,
  credit_limit numeric(20,2),
  credit_rating text,
  credit_score integer,
  credit_hold boolean,
  minimum_life_days integer,
  minimum_life_percent numeric(14,6),
  invoice_kind text,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index party_code_key on party (company_id, code);
create index party_name_index on party (company_id, name);
create unique index party_employee_key on party (company_id, employee);
create index party_segment_index on party (company_id, segment);
alter table party enable row level security;
alter table party force row level security;
create policy company on party using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on party to suanpan_app;
grant select on party to suanpan_scoped;
create table party_contacts (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  name text,
  position text,
  phone text,
  email text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index party_contacts_owner_id_line_no_index on party_contacts (company_id, owner_id, line_no);
alter table party_contacts enable row level security;
alter table party_contacts force row level security;
create policy company on party_contacts using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on party_contacts to suanpan_app;
grant select on party_contacts to suanpan_scoped;
create table lot (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  item uuid,
  number text,
  produced_on date,
  expires_on date,
  supplier_lot text,
  state text,
  reason text,
  origin text,
  supplier uuid,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index lot_code_key on lot (company_id, code);
create index lot_name_index on lot (company_id, name);
create index lot_item_index on lot (company_id, item);
create index lot_number_index on lot (company_id, number);
create index lot_expires_on_index on lot (company_id, expires_on);
alter table lot enable row level security;
alter table lot force row level security;
create policy company on lot using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lot to suanpan_app;
grant select on lot to suanpan_scoped;
create table lot_attributes (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  attribute text,
  value text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index lot_attributes_owner_id_line_no_index on lot_attributes (company_id, owner_id, line_no);
alter table lot_attributes enable row level security;
alter table lot_attributes force row level security;
create policy company on lot_attributes using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lot_attributes to suanpan_app;
grant select on lot_attributes to suanpan_scoped;
create table auxiliary_kind (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index auxiliary_kind_code_key on auxiliary_kind (company_id, code);
create index auxiliary_kind_name_index on auxiliary_kind (company_id, name);
alter table auxiliary_kind enable row level security;
alter table auxiliary_kind force row level security;
create policy company on auxiliary_kind using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on auxiliary_kind to suanpan_app;
grant select on auxiliary_kind to suanpan_scoped;
create table auxiliary_item (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  kind uuid,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index auxiliary_item_code_key on auxiliary_item (company_id, code);
create index auxiliary_item_name_index on auxiliary_item (company_id, name);
create index auxiliary_item_kind_index on auxiliary_item (company_id, kind);
alter table auxiliary_item enable row level security;
alter table auxiliary_item force row level security;
create policy company on auxiliary_item using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on auxiliary_item to suanpan_app;
grant select on auxiliary_item to suanpan_scoped;
create table account (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  category text,
  side text,
  control text,
  by_party boolean,
  by_department boolean,
  by_employee boolean,
  by_project boolean,
  by_item boolean,
  auxiliary_kind1 uuid,
  auxiliary_kind2 uuid,
  by_quantity boolean,
  unit uuid,
  by_currency boolean,
  revalued boolean,
  cash_flow_in text,
  cash_flow_out text,
  detail boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index account_code_key on account (company_id, code);
create index account_name_index on account (company_id, name);
alter table account enable row level security;
alter table account force row level security;
create policy company on account using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on account to suanpan_app;
grant select on account to suanpan_scoped;
create table account_mapping (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  role text,
  item_category uuid,
  account uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index account_mapping_code_key on account_mapping (company_id, code);
create index account_mapping_name_index on account_mapping (company_id, name);
create index account_mapping_role_index on account_mapping (company_id, role);
alter table account_mapping enable row level security;
alter table account_mapping force row level security;
create policy company on account_mapping using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on account_mapping to suanpan_app;
grant select on account_mapping to suanpan_scoped;
create table currency (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index currency_code_key on currency (company_id, code);
create index currency_name_index on currency (company_id, name);
alter table currency enable row level security;
alter table currency force row level security;
create policy company on currency using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on currency to suanpan_app;
grant select on currency to suanpan_scoped;
create table currency_rates (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  date date,
  rate numeric(24,8),
  origin text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index currency_rates_owner_id_line_no_index on currency_rates (company_id, owner_id, line_no);
alter table currency_rates enable row level security;
alter table currency_rates force row level security;
create policy company on currency_rates using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on currency_rates to suanpan_app;
grant select on currency_rates to suanpan_scoped;
create table cash_account (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  kind text,
  branch uuid,
  bank_name text,
  account_number text,
  currency text,
  may_be_negative boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index cash_account_code_key on cash_account (company_id, code);
create index cash_account_name_index on cash_account (company_id, name);
alter table cash_account enable row level security;
alter table cash_account force row level security;
create policy company on cash_account using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_account to suanpan_app;
grant select on cash_account to suanpan_scoped;
create table asset_category (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  kind text,
  method text,
  life_months integer,
  residual_percent numeric(14,6),
  expense_account uuid,
  tax_class text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index asset_category_code_key on asset_category (company_id, code);
create index asset_category_name_index on asset_category (company_id, name);
alter table asset_category enable row level security;
alter table asset_category force row level security;
create policy company on asset_category using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_category to suanpan_app;
grant select on asset_category to suanpan_scoped;
create table asset_card (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  category uuid,
  spec text,
  serial_number text,
  state text,
  department uuid,
  keeper uuid,
  location text,
  supplier uuid,
  method text,
  life_months integer,
  residual_percent numeric(14,6),
  total_usage numeric(24,6),
  usage_unit text,
  expense_account uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index asset_card_code_key on asset_card (company_id, code);
create index asset_card_name_index on asset_card (company_id, name);
create index asset_card_category_index on asset_card (company_id, category);
alter table asset_card enable row level security;
alter table asset_card force row level security;
create policy company on asset_card using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_card to suanpan_app;
grant select on asset_card to suanpan_scoped;
create table asset_card_shares (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  department uuid,
  percent numeric(14,6),
  expense_account uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_card_shares_owner_id_line_no_index on asset_card_shares (company_id, owner_id, line_no);
alter table asset_card_shares enable row level security;
alter table asset_card_shares force row level security;
create policy company on asset_card_shares using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_card_shares to suanpan_app;
grant select on asset_card_shares to suanpan_scoped;
create table period (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  starts_on date,
  ends_on date,
  state text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index period_code_key on period (company_id, code);
create index period_name_index on period (company_id, name);
create index period_starts_on_index on period (company_id, starts_on);
alter table period enable row level security;
alter table period force row level security;
create policy company on period using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on period to suanpan_app;
grant select on period to suanpan_scoped;
create table approval_rule (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  document_type text,
  step integer,
  approver_role text,
  approver_user text,
  matching text,
  four_eyes boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index approval_rule_code_key on approval_rule (company_id, code);
create index approval_rule_name_index on approval_rule (company_id, name);
create index approval_rule_document_type_index on approval_rule (company_id, document_type);
alter table approval_rule enable row level security;
alter table approval_rule force row level security;
create policy company on approval_rule using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on approval_rule to suanpan_app;
grant select on approval_rule to suanpan_scoped;
create table approval_rule_conditions (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  fact text,
  operator text,
  threshold text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index approval_rule_conditions_owner_id_line_no_index on approval_rule_conditions (company_id, owner_id, line_no);
alter table approval_rule_conditions enable row level security;
alter table approval_rule_conditions force row level security;
create policy company on approval_rule_conditions using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on approval_rule_conditions to suanpan_app;
grant select on approval_rule_conditions to suanpan_scoped;
create table approval_flow (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  document_type text,
  number integer,
  state text,
  nodes jsonb,
  released_at timestamptz,
  released_by text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index approval_flow_code_key on approval_flow (company_id, code);
create index approval_flow_name_index on approval_flow (company_id, name);
create index approval_flow_document_type_index on approval_flow (company_id, document_type);
alter table approval_flow enable row level security;
alter table approval_flow force row level security;
create policy company on approval_flow using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on approval_flow to suanpan_app;
grant select on approval_flow to suanpan_scoped;
create table own_form (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  numbering text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index own_form_code_key on own_form (company_id, code);
create index own_form_name_index on own_form (company_id, name);
alter table own_form enable row level security;
alter table own_form force row level security;
create policy company on own_form using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on own_form to suanpan_app;
grant select on own_form to suanpan_scoped;
create table own_form_fields (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  part text,
  name text,
  label text,
  english text,
  kind text,
  choices jsonb,
  target text,
  scale integer,
  help text,
  start text,
  formula text,
  section text,
  wide boolean,
  mandatory boolean,
  concealed boolean,
  listed boolean,
  findable boolean,
  secrecy text,
  hidden_from jsonb,
  archived boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index own_form_fields_owner_id_line_no_index on own_form_fields (company_id, owner_id, line_no);
alter table own_form_fields enable row level security;
alter table own_form_fields force row level security;
create policy company on own_form_fields using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on own_form_fields to suanpan_app;
grant select on own_form_fields to suanpan_scoped;
create table own_document (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  numbering text,
  english text,
  lines_label text,
  purpose text,
  template text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index own_document_code_key on own_document (company_id, code);
create index own_document_name_index on own_document (company_id, name);
alter table own_document enable row level security;
alter table own_document force row level security;
create policy company on own_document using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on own_document to suanpan_app;
grant select on own_document to suanpan_scoped;
create table print_template (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  record_type text,
  kind text,
  layout jsonb,
  is_default boolean,
  role text,
  for_record text,
  for_name text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index print_template_code_key on print_template (company_id, code);
create index print_template_name_index on print_template (company_id, name);
create index print_template_record_type_index on print_template (company_id, record_type);
alter table print_template enable row level security;
alter table print_template force row level security;
create policy company on print_template using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on print_template to suanpan_app;
grant select on print_template to suanpan_scoped;
create table printer (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  language text,
  offset_x numeric(24,2),
  offset_y numeric(24,2),
  cut boolean,
  drawer boolean,
  place text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index printer_code_key on printer (company_id, code);
create index printer_name_index on printer (company_id, name);
alter table printer enable row level security;
alter table printer force row level security;
create policy company on printer using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on printer to suanpan_app;
grant select on printer to suanpan_scoped;
create table supplier_price (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  supplier uuid,
  valid_from date,
  valid_to date,
  price_includes_tax boolean,
  currency text,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index supplier_price_code_key on supplier_price (company_id, code);
create index supplier_price_name_index on supplier_price (company_id, name);
create index supplier_price_supplier_index on supplier_price (company_id, supplier);
alter table supplier_price enable row level security;
alter table supplier_price force row level security;
create policy company on supplier_price using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on supplier_price to suanpan_app;
grant select on supplier_price to suanpan_scoped;
create table supplier_price_prices (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  item uuid,
  unit uuid,
  minimum_quantity numeric(24,6),
  price numeric(28,10),
  lead_days integer,
  minimum_order numeric(24,6),
  order_multiple numeric(24,6),
  is_preferred boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index supplier_price_prices_owner_id_line_no_index on supplier_price_prices (company_id, owner_id, line_no);
create index supplier_price_prices_item_index on supplier_price_prices (company_id, item);
alter table supplier_price_prices enable row level security;
alter table supplier_price_prices force row level security;
create policy company on supplier_price_prices using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on supplier_price_prices to suanpan_app;
grant select on supplier_price_prices to suanpan_scoped;
create table price_list (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  kind text,
  customer uuid,
  level text,
  region text,
  currency text,
  valid_from date,
  valid_to date,
  includes_tax boolean,
  contract_number text,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index price_list_code_key on price_list (company_id, code);
create index price_list_name_index on price_list (company_id, name);
create index price_list_customer_index on price_list (company_id, customer);
alter table price_list enable row level security;
alter table price_list force row level security;
create policy company on price_list using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on price_list to suanpan_app;
grant select on price_list to suanpan_scoped;
create table price_list_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  item uuid,
  unit uuid,
  from_quantity numeric(24,6),
  price numeric(28,10),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index price_list_line_owner_id_line_no_index on price_list_line (company_id, owner_id, line_no);
create index price_list_line_item_index on price_list_line (company_id, item);
alter table price_list_line enable row level security;
alter table price_list_line force row level security;
create policy company on price_list_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on price_list_line to suanpan_app;
grant select on price_list_line to suanpan_scoped;
create table promotion (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  kind text,
  valid_from date,
  valid_to date,
  priority integer,
  is_exclusive boolean,
  customer uuid,
  level text,
  region text,
  segment text,
  from_amount numeric(20,2),
  from_quantity numeric(24,6),
  repeats boolean,
  off numeric(20,2),
  percent_off numeric(14,6),
  bundle_price numeric(20,2),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index promotion_code_key on promotion (company_id, code);
create index promotion_name_index on promotion (company_id, name);
alter table promotion enable row level security;
alter table promotion force row level security;
create policy company on promotion using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on promotion to suanpan_app;
grant select on promotion to suanpan_scoped;
create table promotion_scope (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  item uuid,
  category uuid,
  quantity numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index promotion_scope_owner_id_line_no_index on promotion_scope (company_id, owner_id, line_no);
alter table promotion_scope enable row level security;
alter table promotion_scope force row level security;
create policy company on promotion_scope using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on promotion_scope to suanpan_app;
grant select on promotion_scope to suanpan_scoped;
create table promotion_gifts (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  item uuid,
  quantity numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index promotion_gifts_owner_id_line_no_index on promotion_gifts (company_id, owner_id, line_no);
alter table promotion_gifts enable row level security;
alter table promotion_gifts force row level security;
create policy company on promotion_gifts using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on promotion_gifts to suanpan_app;
grant select on promotion_gifts to suanpan_scoped;
create table credit_policy (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  rating text,
  min_score integer,
  credit_limit numeric(20,2),
  payment_days integer,
  hold boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index credit_policy_code_key on credit_policy (company_id, code);
create index credit_policy_name_index on credit_policy (company_id, name);
alter table credit_policy enable row level security;
alter table credit_policy force row level security;
create policy company on credit_policy using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on credit_policy to suanpan_app;
grant select on credit_policy to suanpan_scoped;
create table sales_channel (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  customer uuid,
  warehouse uuid,
  salesperson uuid,
  auto_post boolean,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index sales_channel_code_key on sales_channel (company_id, code);
create index sales_channel_name_index on sales_channel (company_id, name);
alter table sales_channel enable row level security;
alter table sales_channel force row level security;
create policy company on sales_channel using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_channel to suanpan_app;
grant select on sales_channel to suanpan_scoped;
create table contract_template (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  body text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index contract_template_code_key on contract_template (company_id, code);
create index contract_template_name_index on contract_template (company_id, name);
alter table contract_template enable row level security;
alter table contract_template force row level security;
create policy company on contract_template using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on contract_template to suanpan_app;
grant select on contract_template to suanpan_scoped;
create table sales_target (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  month text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index sales_target_code_key on sales_target (company_id, code);
create index sales_target_name_index on sales_target (company_id, name);
create index sales_target_month_index on sales_target (company_id, month);
alter table sales_target enable row level security;
alter table sales_target force row level security;
create policy company on sales_target using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_target to suanpan_app;
grant select on sales_target to suanpan_scoped;
create table sales_target_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  salesperson uuid,
  department uuid,
  item uuid,
  category uuid,
  quantity numeric(24,6),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_target_line_owner_id_line_no_index on sales_target_line (company_id, owner_id, line_no);
alter table sales_target_line enable row level security;
alter table sales_target_line force row level security;
create policy company on sales_target_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_target_line to suanpan_app;
grant select on sales_target_line to suanpan_scoped;
create table commission_plan (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  basis text,
  salesperson uuid,
  valid_from date,
  valid_to date,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index commission_plan_code_key on commission_plan (company_id, code);
create index commission_plan_name_index on commission_plan (company_id, name);
alter table commission_plan enable row level security;
alter table commission_plan force row level security;
create policy company on commission_plan using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on commission_plan to suanpan_app;
grant select on commission_plan to suanpan_scoped;
create table commission_plan_steps (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  from_amount numeric(20,2),
  rate numeric(14,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index commission_plan_steps_owner_id_line_no_index on commission_plan_steps (company_id, owner_id, line_no);
alter table commission_plan_steps enable row level security;
alter table commission_plan_steps force row level security;
create policy company on commission_plan_steps using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on commission_plan_steps to suanpan_app;
grant select on commission_plan_steps to suanpan_scoped;
create table stock_reason (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  direction text,
  role text,
  tax text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index stock_reason_code_key on stock_reason (company_id, code);
create index stock_reason_name_index on stock_reason (company_id, name);
alter table stock_reason enable row level security;
alter table stock_reason force row level security;
create policy company on stock_reason using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_reason to suanpan_app;
grant select on stock_reason to suanpan_scoped;
create table count_plan (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  warehouse uuid,
  category uuid,
  supplier uuid,
  employee uuid,
  is_blind boolean,
  sample integer,
  tolerance_amount numeric(20,2),
  tolerance_percent numeric(14,6),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index count_plan_code_key on count_plan (company_id, code);
create index count_plan_name_index on count_plan (company_id, name);
create index count_plan_warehouse_index on count_plan (company_id, warehouse);
alter table count_plan enable row level security;
alter table count_plan force row level security;
create policy company on count_plan using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on count_plan to suanpan_app;
grant select on count_plan to suanpan_scoped;
create table count_plan_turns (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  abc_class text,
  every_days integer,
  next_on date,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index count_plan_turns_owner_id_line_no_index on count_plan_turns (company_id, owner_id, line_no);
alter table count_plan_turns enable row level security;
alter table count_plan_turns force row level security;
create policy company on count_plan_turns using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on count_plan_turns to suanpan_app;
grant select on count_plan_turns to suanpan_scoped;
create table stock_limit (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  warehouse uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index stock_limit_code_key on stock_limit (company_id, code);
create index stock_limit_name_index on stock_limit (company_id, name);
create index stock_limit_warehouse_index on stock_limit (company_id, warehouse);
alter table stock_limit enable row level security;
alter table stock_limit force row level security;
create policy company on stock_limit using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_limit to suanpan_app;
grant select on stock_limit to suanpan_scoped;
create table stock_limit_limits (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  item uuid,
  minimum numeric(24,6),
  maximum numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index stock_limit_limits_owner_id_line_no_index on stock_limit_limits (company_id, owner_id, line_no);
create index stock_limit_limits_item_index on stock_limit_limits (company_id, item);
alter table stock_limit_limits enable row level security;
alter table stock_limit_limits force row level security;
create policy company on stock_limit_limits using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_limit_limits to suanpan_app;
grant select on stock_limit_limits to suanpan_scoped;
create table workshop (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  department uuid,
  warehouse uuid,
  finished_warehouse uuid,
  cost_object text,
  overhead_basis text,
  progress_method text,
  completion_percent numeric(14,6),
  labour_rate numeric(28,10),
  overhead_rate numeric(28,10),
  over_issue_percent numeric(14,6),
  over_receipt_percent numeric(14,6),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index workshop_code_key on workshop (company_id, code);
create index workshop_name_index on workshop (company_id, name);
alter table workshop enable row level security;
alter table workshop force row level security;
create policy company on workshop using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on workshop to suanpan_app;
grant select on workshop to suanpan_scoped;
create table bom (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  item uuid,
  bom_version text,
  valid_from date,
  quantity numeric(24,6),
  labour_hours numeric(24,6),
  change_note text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index bom_code_key on bom (company_id, code);
create index bom_name_index on bom (company_id, name);
create index bom_item_index on bom (company_id, item);
alter table bom enable row level security;
alter table bom force row level security;
create policy company on bom using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bom to suanpan_app;
grant select on bom to suanpan_scoped;
create table bom_components (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  component uuid,
  quantity numeric(24,6),
  unit uuid,
  loss_percent numeric(14,6),
  substitute uuid,
  substitute_ratio numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bom_components_owner_id_line_no_index on bom_components (company_id, owner_id, line_no);
alter table bom_components enable row level security;
alter table bom_components force row level security;
create policy company on bom_components using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bom_components to suanpan_app;
grant select on bom_components to suanpan_scoped;
create table bom_outputs (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  output uuid,
  kind text,
  quantity numeric(24,6),
  cost_share numeric(24,6),
  unit_cost numeric(28,10),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bom_outputs_owner_id_line_no_index on bom_outputs (company_id, owner_id, line_no);
alter table bom_outputs enable row level security;
alter table bom_outputs force row level security;
create policy company on bom_outputs using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bom_outputs to suanpan_app;
grant select on bom_outputs to suanpan_scoped;
create table expense_item (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  account uuid,
  tax_rate uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index expense_item_code_key on expense_item (company_id, code);
create index expense_item_name_index on expense_item (company_id, name);
alter table expense_item enable row level security;
alter table expense_item force row level security;
create policy company on expense_item using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense_item to suanpan_app;
grant select on expense_item to suanpan_scoped;
create table income_item (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  parent uuid,
  disabled boolean not null default false,
  account uuid,
  tax_rate uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index income_item_code_key on income_item (company_id, code);
create index income_item_name_index on income_item (company_id, name);
alter table income_item enable row level security;
alter table income_item force row level security;
create policy company on income_item using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on income_item to suanpan_app;
grant select on income_item to suanpan_scoped;
create table travel_standard (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  expense_item uuid,
  basis text,
  control text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index travel_standard_code_key on travel_standard (company_id, code);
create index travel_standard_name_index on travel_standard (company_id, name);
alter table travel_standard enable row level security;
alter table travel_standard force row level security;
create policy company on travel_standard using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on travel_standard to suanpan_app;
grant select on travel_standard to suanpan_scoped;
create table travel_standard_limits (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  level text,
  cities text,
  allowed numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index travel_standard_limits_owner_id_line_no_index on travel_standard_limits (company_id, owner_id, line_no);
alter table travel_standard_limits enable row level security;
alter table travel_standard_limits force row level security;
create policy company on travel_standard_limits using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on travel_standard_limits to suanpan_app;
grant select on travel_standard_limits to suanpan_scoped;
create table voucher_template (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  every text,
  next_on date,
  until date,
  posts boolean,
  attachments_count integer,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index voucher_template_code_key on voucher_template (company_id, code);
create index voucher_template_name_index on voucher_template (company_id, name);
alter table voucher_template enable row level security;
alter table voucher_template force row level security;
create policy company on voucher_template using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on voucher_template to suanpan_app;
grant select on voucher_template to suanpan_scoped;
create table voucher_template_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  summary text,
  account uuid,
  debit numeric(20,2),
  credit numeric(20,2),
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  cash_account uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index voucher_template_line_owner_id_line_no_index on voucher_template_line (company_id, owner_id, line_no);
alter table voucher_template_line enable row level security;
alter table voucher_template_line force row level security;
create policy company on voucher_template_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on voucher_template_line to suanpan_app;
grant select on voucher_template_line to suanpan_scoped;
create table provision_rate (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  from_days integer,
  percent numeric(14,6),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index provision_rate_code_key on provision_rate (company_id, code);
create index provision_rate_name_index on provision_rate (company_id, name);
alter table provision_rate enable row level security;
alter table provision_rate force row level security;
create policy company on provision_rate using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on provision_rate to suanpan_app;
grant select on provision_rate to suanpan_scoped;
create table risk_rule (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  kind text,
  days integer,
  amount numeric(20,2),
  threshold numeric(24,2),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index risk_rule_code_key on risk_rule (company_id, code);
create index risk_rule_name_index on risk_rule (company_id, name);
create unique index risk_rule_kind_key on risk_rule (company_id, kind);
alter table risk_rule enable row level security;
alter table risk_rule force row level security;
create policy company on risk_rule using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on risk_rule to suanpan_app;
grant select on risk_rule to suanpan_scoped;
create table invoice_rule (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  seller_tax_number text,
  tax_code text,
  keyword text,
  item uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index invoice_rule_code_key on invoice_rule (company_id, code);
create index invoice_rule_name_index on invoice_rule (company_id, name);
alter table invoice_rule enable row level security;
alter table invoice_rule force row level security;
create policy company on invoice_rule using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on invoice_rule to suanpan_app;
grant select on invoice_rule to suanpan_scoped;
create table bank_rule (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  direction text,
  counterparty text,
  counterparty_account text,
  memo text,
  amount_from numeric(20,2),
  amount_to numeric(20,2),
  cash_account uuid,
  action text,
  party uuid,
  expense_item uuid,
  income_item uuid,
  to_account uuid,
  priority integer,
  automatic boolean,
  learned boolean,
  confirmed integer,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index bank_rule_code_key on bank_rule (company_id, code);
create index bank_rule_name_index on bank_rule (company_id, name);
alter table bank_rule enable row level security;
alter table bank_rule force row level security;
create policy company on bank_rule using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_rule to suanpan_app;
grant select on bank_rule to suanpan_scoped;
create table statement_format (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  fingerprint text,
  mapping jsonb,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index statement_format_code_key on statement_format (company_id, code);
create index statement_format_name_index on statement_format (company_id, name);
alter table statement_format enable row level security;
alter table statement_format force row level security;
create policy company on statement_format using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on statement_format to suanpan_app;
grant select on statement_format to suanpan_scoped;
create table cash_expectation (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  direction text,
  amount numeric(20,2),
  starts_on date,
  repeats text,
  ends_on date,
  cash_account uuid,
  supposed boolean,
  remark text,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index cash_expectation_code_key on cash_expectation (company_id, code);
create index cash_expectation_name_index on cash_expectation (company_id, name);
alter table cash_expectation enable row level security;
alter table cash_expectation force row level security;
create policy company on cash_expectation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_expectation to suanpan_app;
grant select on cash_expectation to suanpan_scoped;
create table affiliate (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  party uuid,
  company text,
  takes_documents boolean,
  warehouse uuid,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index affiliate_code_key on affiliate (company_id, code);
create index affiliate_name_index on affiliate (company_id, name);
create index affiliate_party_index on affiliate (company_id, party);
alter table affiliate enable row level security;
alter table affiliate force row level security;
create policy company on affiliate using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on affiliate to suanpan_app;
grant select on affiliate to suanpan_scoped;
create table consolidation_group (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  parent text,
  tax_percent numeric(14,6),
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index consolidation_group_code_key on consolidation_group (company_id, code);
create index consolidation_group_name_index on consolidation_group (company_id, name);
alter table consolidation_group enable row level security;
alter table consolidation_group force row level security;
create policy company on consolidation_group using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consolidation_group to suanpan_app;
grant select on consolidation_group to suanpan_scoped;
create table consolidation_group_members (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  company text,
  share_percent numeric(14,6),
  acquired_on date,
  investment numeric(20,2),
  acquired_equity numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index consolidation_group_members_owner_id_line_no_index on consolidation_group_members (company_id, owner_id, line_no);
alter table consolidation_group_members enable row level security;
alter table consolidation_group_members force row level security;
create policy company on consolidation_group_members using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consolidation_group_members to suanpan_app;
grant select on consolidation_group_members to suanpan_scoped;
create table statement_mapping (
  company_id uuid not null,
  id uuid not null,
  code text collate "C" not null,
  name text not null,
  disabled boolean not null default false,
  statement text,
  line integer,
  goes_to integer,
  custom jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id, id)
);
create unique index statement_mapping_code_key on statement_mapping (company_id, code);
create index statement_mapping_name_index on statement_mapping (company_id, name);
alter table statement_mapping enable row level security;
alter table statement_mapping force row level security;
create policy company on statement_mapping using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on statement_mapping to suanpan_app;
grant select on statement_mapping to suanpan_scoped;
create table own_record (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  own_type text,
  branch uuid,
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
create unique index own_record_number_key on own_record (company_id, number);
create index own_record_date_number_index on own_record (company_id, date, number);
create index own_record_state_date_number_some_index on own_record (company_id, state, date, number) where state <> 'posted';
create unique index own_record_reverses_some_key on own_record (company_id, reverses) where reverses is not null and state <> 'void';
create index own_record_own_type_date_number_index on own_record (company_id, own_type, date, number);
alter table own_record enable row level security;
alter table own_record force row level security;
create policy company on own_record using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on own_record to suanpan_app;
grant select on own_record to suanpan_scoped;
create table own_record_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index own_record_line_owner_id_line_no_index on own_record_line (company_id, owner_id, line_no);
create index own_record_line_source_document_some_index on own_record_line (company_id, source_document) where source_document is not null;
alter table own_record_line enable row level security;
alter table own_record_line force row level security;
create policy company on own_record_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on own_record_line to suanpan_app;
grant select on own_record_line to suanpan_scoped;
create table purchase_request (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  requester uuid,
  department uuid,
  needed_on date,
  warehouse uuid,
  purpose text,
  project uuid,
  origin text,
  total_amount numeric(20,2),
  budget numeric(20,2),
  budget_used numeric(20,2),
  over_by numeric(20,2),
  over_budget boolean,
  branch uuid,
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
create unique index purchase_request_number_key on purchase_request (company_id, number);
create index purchase_request_date_number_index on purchase_request (company_id, date, number);
create index purchase_request_state_date_number_some_index on purchase_request (company_id, state, date, number) where state <> 'posted';
create unique index purchase_request_reverses_some_key on purchase_request (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_request_requester_date_number_index on purchase_request (company_id, requester, date, number);
create index purchase_request_department_date_number_index on purchase_request (company_id, department, date, number);
alter table purchase_request enable row level security;
alter table purchase_request force row level security;
create policy company on purchase_request using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_request to suanpan_app;
grant select on purchase_request to suanpan_scoped;
create table purchase_request_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  supplier uuid,
  price numeric(28,10),
  amount numeric(20,2),
  needed_on date,
  origin text,
  origin_number text,
  origin_line uuid,
  reason text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_request_line_owner_id_line_no_index on purchase_request_line (company_id, owner_id, line_no);
create index purchase_request_line_source_document_some_index on purchase_request_line (company_id, source_document) where source_document is not null;
create index purchase_request_line_item_index on purchase_request_line (company_id, item);
create index purchase_request_line_origin_line_index on purchase_request_line (company_id, origin_line);
alter table purchase_request_line enable row level security;
alter table purchase_request_line force row level security;
create policy company on purchase_request_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_request_line to suanpan_app;
grant select on purchase_request_line to suanpan_scoped;
create table request_for_quotation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  subject text,
  reply_by date,
  buyer uuid,
  department uuid,
  terms text,
  branch uuid,
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
create unique index request_for_quotation_number_key on request_for_quotation (company_id, number);
create index request_for_quotation_date_number_index on request_for_quotation (company_id, date, number);
create index request_for_quotation_state_date_number_some_index on request_for_quotation (company_id, state, date, number) where state <> 'posted';
create unique index request_for_quotation_reverses_some_key on request_for_quotation (company_id, reverses) where reverses is not null and state <> 'void';
alter table request_for_quotation enable row level security;
alter table request_for_quotation force row level security;
create policy company on request_for_quotation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on request_for_quotation to suanpan_app;
grant select on request_for_quotation to suanpan_scoped;
create table request_for_quotation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  needed_on date,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index request_for_quotation_line_owner_id_line_no_index on request_for_quotation_line (company_id, owner_id, line_no);
create index request_for_quotation_line_source_document_some_index on request_for_quotation_line (company_id, source_document) where source_document is not null;
create index request_for_quotation_line_item_index on request_for_quotation_line (company_id, item);
alter table request_for_quotation_line enable row level security;
alter table request_for_quotation_line force row level security;
create policy company on request_for_quotation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on request_for_quotation_line to suanpan_app;
grant select on request_for_quotation_line to suanpan_scoped;
create table request_for_quotation_suppliers (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  supplier uuid,
  contact text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index request_for_quotation_suppliers_owner_id_line_no_index on request_for_quotation_suppliers (company_id, owner_id, line_no);
create index request_for_quotation_suppliers_source_document_some_index on request_for_quotation_suppliers (company_id, source_document) where source_document is not null;
alter table request_for_quotation_suppliers enable row level security;
alter table request_for_quotation_suppliers force row level security;
create policy company on request_for_quotation_suppliers using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on request_for_quotation_suppliers to suanpan_app;
grant select on request_for_quotation_suppliers to suanpan_scoped;
create table supplier_quotation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  valid_from date,
  valid_to date,
  buyer uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  supplier_number text,
  contact text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index supplier_quotation_number_key on supplier_quotation (company_id, number);
create index supplier_quotation_date_number_index on supplier_quotation (company_id, date, number);
create index supplier_quotation_state_date_number_some_index on supplier_quotation (company_id, state, date, number) where state <> 'posted';
create unique index supplier_quotation_reverses_some_key on supplier_quotation (company_id, reverses) where reverses is not null and state <> 'void';
create index supplier_quotation_supplier_date_number_index on supplier_quotation (company_id, supplier, date, number);
alter table supplier_quotation enable row level security;
alter table supplier_quotation force row level security;
create policy company on supplier_quotation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on supplier_quotation to suanpan_app;
grant select on supplier_quotation to suanpan_scoped;
create table supplier_quotation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  minimum_quantity numeric(24,6),
  lead_days integer,
  minimum_order numeric(24,6),
  order_multiple numeric(24,6),
  brand text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index supplier_quotation_line_owner_id_line_no_index on supplier_quotation_line (company_id, owner_id, line_no);
create index supplier_quotation_line_source_document_some_index on supplier_quotation_line (company_id, source_document) where source_document is not null;
create index supplier_quotation_line_item_index on supplier_quotation_line (company_id, item);
alter table supplier_quotation_line enable row level security;
alter table supplier_quotation_line force row level security;
create policy company on supplier_quotation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on supplier_quotation_line to suanpan_app;
grant select on supplier_quotation_line to suanpan_scoped;
create table purchase_order (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  warehouse uuid,
  promised_on date,
  buyer uuid,
  department uuid,
  supplier_answer text,
  contract_number text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_order_number_key on purchase_order (company_id, number);
create index purchase_order_date_number_index on purchase_order (company_id, date, number);
create index purchase_order_state_date_number_some_index on purchase_order (company_id, state, date, number) where state <> 'posted';
create unique index purchase_order_reverses_some_key on purchase_order (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_order_supplier_date_number_index on purchase_order (company_id, supplier, date, number);
alter table purchase_order enable row level security;
alter table purchase_order force row level security;
create policy company on purchase_order using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_order to suanpan_app;
grant select on purchase_order to suanpan_scoped;
create table purchase_order_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  price_source text,
  price_number text,
  quotation_line uuid,
  promised_on date,
  confirmed_on date,
  supplier_remark text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_order_line_owner_id_line_no_index on purchase_order_line (company_id, owner_id, line_no);
create index purchase_order_line_source_document_some_index on purchase_order_line (company_id, source_document) where source_document is not null;
create index purchase_order_line_item_index on purchase_order_line (company_id, item);
create index purchase_order_line_quotation_line_index on purchase_order_line (company_id, quotation_line);
alter table purchase_order_line enable row level security;
alter table purchase_order_line force row level security;
create policy company on purchase_order_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_order_line to suanpan_app;
grant select on purchase_order_line to suanpan_scoped;
create table purchase_order_instalments (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  name text,
  percent numeric(14,6),
  amount numeric(20,2),
  event text,
  days integer,
  due_on date,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_order_instalments_owner_id_line_no_index on purchase_order_instalments (company_id, owner_id, line_no);
create index purchase_order_instalments_source_document_some_index on purchase_order_instalments (company_id, source_document) where source_document is not null;
alter table purchase_order_instalments enable row level security;
alter table purchase_order_instalments force row level security;
create policy company on purchase_order_instalments using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_order_instalments to suanpan_app;
grant select on purchase_order_instalments to suanpan_scoped;
create table purchase_receipt (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  warehouse uuid,
  buyer uuid,
  department uuid,
  delivery_number text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_receipt_number_key on purchase_receipt (company_id, number);
create index purchase_receipt_date_number_index on purchase_receipt (company_id, date, number);
create index purchase_receipt_state_date_number_some_index on purchase_receipt (company_id, state, date, number) where state <> 'posted';
create unique index purchase_receipt_reverses_some_key on purchase_receipt (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_receipt_supplier_date_number_index on purchase_receipt (company_id, supplier, date, number);
create index purchase_receipt_warehouse_date_number_index on purchase_receipt (company_id, warehouse, date, number);
alter table purchase_receipt enable row level security;
alter table purchase_receipt force row level security;
create policy company on purchase_receipt using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_receipt to suanpan_app;
grant select on purchase_receipt to suanpan_scoped;
create table purchase_receipt_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  needs_inspection boolean,
  cost numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_receipt_line_owner_id_line_no_index on purchase_receipt_line (company_id, owner_id, line_no);
create index purchase_receipt_line_source_document_some_index on purchase_receipt_line (company_id, source_document) where source_document is not null;
create index purchase_receipt_line_item_index on purchase_receipt_line (company_id, item);
alter table purchase_receipt_line enable row level security;
alter table purchase_receipt_line force row level security;
create policy company on purchase_receipt_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_receipt_line to suanpan_app;
grant select on purchase_receipt_line to suanpan_scoped;
create table incoming_inspection (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  warehouse uuid,
  inspector uuid,
  branch uuid,
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
create unique index incoming_inspection_number_key on incoming_inspection (company_id, number);
create index incoming_inspection_date_number_index on incoming_inspection (company_id, date, number);
create index incoming_inspection_state_date_number_some_index on incoming_inspection (company_id, state, date, number) where state <> 'posted';
create unique index incoming_inspection_reverses_some_key on incoming_inspection (company_id, reverses) where reverses is not null and state <> 'void';
create index incoming_inspection_supplier_date_number_index on incoming_inspection (company_id, supplier, date, number);
create index incoming_inspection_warehouse_date_number_index on incoming_inspection (company_id, warehouse, date, number);
alter table incoming_inspection enable row level security;
alter table incoming_inspection force row level security;
create policy company on incoming_inspection using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on incoming_inspection to suanpan_app;
grant select on incoming_inspection to suanpan_scoped;
create table incoming_inspection_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  accepted numeric(24,6),
  rejected numeric(24,6),
  rejected_base numeric(24,6),
  defect text,
  lot text,
  serials text,
  bin uuid,
  rejected_serials text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index incoming_inspection_line_owner_id_line_no_index on incoming_inspection_line (company_id, owner_id, line_no);
create index incoming_inspection_line_source_document_some_index on incoming_inspection_line (company_id, source_document) where source_document is not null;
create index incoming_inspection_line_item_index on incoming_inspection_line (company_id, item);
alter table incoming_inspection_line enable row level security;
alter table incoming_inspection_line force row level security;
create policy company on incoming_inspection_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on incoming_inspection_line to suanpan_app;
grant select on incoming_inspection_line to suanpan_scoped;
create table purchase_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  warehouse uuid,
  buyer uuid,
  department uuid,
  reason text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_return_number_key on purchase_return (company_id, number);
create index purchase_return_date_number_index on purchase_return (company_id, date, number);
create index purchase_return_state_date_number_some_index on purchase_return (company_id, state, date, number) where state <> 'posted';
create unique index purchase_return_reverses_some_key on purchase_return (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_return_supplier_date_number_index on purchase_return (company_id, supplier, date, number);
create index purchase_return_warehouse_date_number_index on purchase_return (company_id, warehouse, date, number);
alter table purchase_return enable row level security;
alter table purchase_return force row level security;
create policy company on purchase_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_return to suanpan_app;
grant select on purchase_return to suanpan_scoped;
create table purchase_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  from_state text,
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  cost numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_return_line_owner_id_line_no_index on purchase_return_line (company_id, owner_id, line_no);
create index purchase_return_line_source_document_some_index on purchase_return_line (company_id, source_document) where source_document is not null;
create index purchase_return_line_item_index on purchase_return_line (company_id, item);
alter table purchase_return_line enable row level security;
alter table purchase_return_line force row level security;
create policy company on purchase_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_return_line to suanpan_app;
grant select on purchase_return_line to suanpan_scoped;
create table purchase_exchange (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  warehouse uuid,
  promised_on date,
  buyer uuid,
  department uuid,
  reason text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_exchange_number_key on purchase_exchange (company_id, number);
create index purchase_exchange_date_number_index on purchase_exchange (company_id, date, number);
create index purchase_exchange_state_date_number_some_index on purchase_exchange (company_id, state, date, number) where state <> 'posted';
create unique index purchase_exchange_reverses_some_key on purchase_exchange (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_exchange_supplier_date_number_index on purchase_exchange (company_id, supplier, date, number);
create index purchase_exchange_warehouse_date_number_index on purchase_exchange (company_id, warehouse, date, number);
alter table purchase_exchange enable row level security;
alter table purchase_exchange force row level security;
create policy company on purchase_exchange using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_exchange to suanpan_app;
grant select on purchase_exchange to suanpan_scoped;
create table purchase_exchange_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  from_state text,
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  cost numeric(20,2),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_exchange_line_owner_id_line_no_index on purchase_exchange_line (company_id, owner_id, line_no);
create index purchase_exchange_line_source_document_some_index on purchase_exchange_line (company_id, source_document) where source_document is not null;
create index purchase_exchange_line_item_index on purchase_exchange_line (company_id, item);
alter table purchase_exchange_line enable row level security;
alter table purchase_exchange_line force row level security;
create policy company on purchase_exchange_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_exchange_line to suanpan_app;
grant select on purchase_exchange_line to suanpan_scoped;
create table incoming_invoice (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  invoice_code text,
  seller_name text,
  seller_tax_number text,
  supplier uuid,
  invoice_number text,
  invoiced_on date,
  invoice_kind text,
  is_red boolean,
  buyer_name text,
  buyer_tax_number text,
  warning text,
  verification text,
  verified_at timestamptz,
  match_state text,
  match_note text,
  purchase_invoice text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index incoming_invoice_number_key on incoming_invoice (company_id, number);
create index incoming_invoice_date_number_index on incoming_invoice (company_id, date, number);
create index incoming_invoice_state_date_number_some_index on incoming_invoice (company_id, state, date, number) where state <> 'posted';
create unique index incoming_invoice_reverses_some_key on incoming_invoice (company_id, reverses) where reverses is not null and state <> 'void';
create index incoming_invoice_supplier_date_number_index on incoming_invoice (company_id, supplier, date, number);
create index incoming_invoice_invoice_number_date_number_index on incoming_invoice (company_id, invoice_number, date, number);
create index incoming_invoice_verification_date_number_index on incoming_invoice (company_id, verification, date, number);
create index incoming_invoice_match_state_date_number_index on incoming_invoice (company_id, match_state, date, number);
alter table incoming_invoice enable row level security;
alter table incoming_invoice force row level security;
create policy company on incoming_invoice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on incoming_invoice to suanpan_app;
grant select on incoming_invoice to suanpan_scoped;
create table incoming_invoice_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  goods_name text,
  tax_code text,
  spec text,
  unit_name text,
  quantity numeric(24,6),
  price numeric(28,10),
  net numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  gross numeric(20,2),
  item uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index incoming_invoice_line_owner_id_line_no_index on incoming_invoice_line (company_id, owner_id, line_no);
create index incoming_invoice_line_source_document_some_index on incoming_invoice_line (company_id, source_document) where source_document is not null;
alter table incoming_invoice_line enable row level security;
alter table incoming_invoice_line force row level security;
create policy company on incoming_invoice_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on incoming_invoice_line to suanpan_app;
grant select on incoming_invoice_line to suanpan_scoped;
create table purchase_invoice (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  invoice_number text,
  invoiced_on date,
  is_red boolean,
  buyer uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_invoice_number_key on purchase_invoice (company_id, number);
create index purchase_invoice_date_number_index on purchase_invoice (company_id, date, number);
create index purchase_invoice_state_date_number_some_index on purchase_invoice (company_id, state, date, number) where state <> 'posted';
create unique index purchase_invoice_reverses_some_key on purchase_invoice (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_invoice_supplier_date_number_index on purchase_invoice (company_id, supplier, date, number);
create index purchase_invoice_invoice_number_date_number_index on purchase_invoice (company_id, invoice_number, date, number);
alter table purchase_invoice enable row level security;
alter table purchase_invoice force row level security;
create policy company on purchase_invoice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_invoice to suanpan_app;
grant select on purchase_invoice to suanpan_scoped;
create table purchase_invoice_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  cost numeric(20,2),
  pending_tax numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_invoice_line_owner_id_line_no_index on purchase_invoice_line (company_id, owner_id, line_no);
create index purchase_invoice_line_source_document_some_index on purchase_invoice_line (company_id, source_document) where source_document is not null;
create index purchase_invoice_line_item_index on purchase_invoice_line (company_id, item);
alter table purchase_invoice_line enable row level security;
alter table purchase_invoice_line force row level security;
create policy company on purchase_invoice_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_invoice_line to suanpan_app;
grant select on purchase_invoice_line to suanpan_scoped;
create table purchase_allowance (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  invoice_number text,
  invoiced_on date,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  invoice_kind text,
  buyer uuid,
  department uuid,
  reason text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index purchase_allowance_number_key on purchase_allowance (company_id, number);
create index purchase_allowance_date_number_index on purchase_allowance (company_id, date, number);
create index purchase_allowance_state_date_number_some_index on purchase_allowance (company_id, state, date, number) where state <> 'posted';
create unique index purchase_allowance_reverses_some_key on purchase_allowance (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_allowance_supplier_date_number_index on purchase_allowance (company_id, supplier, date, number);
alter table purchase_allowance enable row level security;
alter table purchase_allowance force row level security;
create policy company on purchase_allowance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_allowance to suanpan_app;
grant select on purchase_allowance to suanpan_scoped;
create table purchase_allowance_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  currency_gross numeric(20,2),
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  is_service boolean,
  cost numeric(20,2),
  pending_tax numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_allowance_line_owner_id_line_no_index on purchase_allowance_line (company_id, owner_id, line_no);
create index purchase_allowance_line_source_document_some_index on purchase_allowance_line (company_id, source_document) where source_document is not null;
create index purchase_allowance_line_item_index on purchase_allowance_line (company_id, item);
alter table purchase_allowance_line enable row level security;
alter table purchase_allowance_line force row level security;
create policy company on purchase_allowance_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_allowance_line to suanpan_app;
grant select on purchase_allowance_line to suanpan_scoped;
create table landed_cost (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  shared_by text,
  invoice_number text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  invoice_kind text,
  due_on date,
  invoiced_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  total_shared numeric(20,2),
  branch uuid,
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
create unique index landed_cost_number_key on landed_cost (company_id, number);
create index landed_cost_date_number_index on landed_cost (company_id, date, number);
create index landed_cost_state_date_number_some_index on landed_cost (company_id, state, date, number) where state <> 'posted';
create unique index landed_cost_reverses_some_key on landed_cost (company_id, reverses) where reverses is not null and state <> 'void';
create index landed_cost_supplier_date_number_index on landed_cost (company_id, supplier, date, number);
alter table landed_cost enable row level security;
alter table landed_cost force row level security;
create policy company on landed_cost using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on landed_cost to suanpan_app;
grant select on landed_cost to suanpan_scoped;
create table landed_cost_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  goods_amount numeric(20,2),
  share numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index landed_cost_line_owner_id_line_no_index on landed_cost_line (company_id, owner_id, line_no);
create index landed_cost_line_source_document_some_index on landed_cost_line (company_id, source_document) where source_document is not null;
create index landed_cost_line_item_index on landed_cost_line (company_id, item);
alter table landed_cost_line enable row level security;
alter table landed_cost_line force row level security;
create policy company on landed_cost_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on landed_cost_line to suanpan_app;
grant select on landed_cost_line to suanpan_scoped;
create table landed_cost_charges (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  summary text,
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  department uuid,
  project uuid,
  currency_gross numeric(20,2),
  cost numeric(20,2),
  pending_tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index landed_cost_charges_owner_id_line_no_index on landed_cost_charges (company_id, owner_id, line_no);
create index landed_cost_charges_source_document_some_index on landed_cost_charges (company_id, source_document) where source_document is not null;
alter table landed_cost_charges enable row level security;
alter table landed_cost_charges force row level security;
create policy company on landed_cost_charges using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on landed_cost_charges to suanpan_app;
grant select on landed_cost_charges to suanpan_scoped;
create table input_vat_certification (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  tax_month text,
  total_tax numeric(20,2),
  branch uuid,
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
create unique index input_vat_certification_number_key on input_vat_certification (company_id, number);
create index input_vat_certification_date_number_index on input_vat_certification (company_id, date, number);
create index input_vat_certification_state_date_number_some_index on input_vat_certification (company_id, state, date, number) where state <> 'posted';
create unique index input_vat_certification_reverses_some_key on input_vat_certification (company_id, reverses) where reverses is not null and state <> 'void';
alter table input_vat_certification enable row level security;
alter table input_vat_certification force row level security;
create policy company on input_vat_certification using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on input_vat_certification to suanpan_app;
grant select on input_vat_certification to suanpan_scoped;
create table input_vat_certification_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  supplier uuid,
  invoice_number text,
  pending_tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index input_vat_certification_line_owner_id_line_no_index on input_vat_certification_line (company_id, owner_id, line_no);
create index input_vat_certification_line_source_document_some_index on input_vat_certification_line (company_id, source_document) where source_document is not null;
alter table input_vat_certification_line enable row level security;
alter table input_vat_certification_line force row level security;
create policy company on input_vat_certification_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on input_vat_certification_line to suanpan_app;
grant select on input_vat_certification_line to suanpan_scoped;
create table dropship_order (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  supplier uuid,
  salesperson uuid,
  department uuid,
  address text,
  carrier_number text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  invoice_kind text,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  total_purchase numeric(20,2),
  branch uuid,
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
create unique index dropship_order_number_key on dropship_order (company_id, number);
create index dropship_order_date_number_index on dropship_order (company_id, date, number);
create index dropship_order_state_date_number_some_index on dropship_order (company_id, state, date, number) where state <> 'posted';
create unique index dropship_order_reverses_some_key on dropship_order (company_id, reverses) where reverses is not null and state <> 'void';
create index dropship_order_customer_date_number_index on dropship_order (company_id, customer, date, number);
create index dropship_order_supplier_date_number_index on dropship_order (company_id, supplier, date, number);
alter table dropship_order enable row level security;
alter table dropship_order force row level security;
create policy company on dropship_order using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on dropship_order to suanpan_app;
grant select on dropship_order to suanpan_scoped;
create table dropship_order_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  purchase_price numeric(28,10),
  purchase_gross numeric(20,2),
  cost numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index dropship_order_line_owner_id_line_no_index on dropship_order_line (company_id, owner_id, line_no);
create index dropship_order_line_source_document_some_index on dropship_order_line (company_id, source_document) where source_document is not null;
create index dropship_order_line_item_index on dropship_order_line (company_id, item);
alter table dropship_order_line enable row level security;
alter table dropship_order_line force row level security;
create policy company on dropship_order_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on dropship_order_line to suanpan_app;
grant select on dropship_order_line to suanpan_scoped;
create table estimate_reversal (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  estimated_on date,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index estimate_reversal_number_key on estimate_reversal (company_id, number);
create index estimate_reversal_date_number_index on estimate_reversal (company_id, date, number);
create index estimate_reversal_state_date_number_some_index on estimate_reversal (company_id, state, date, number) where state <> 'posted';
create unique index estimate_reversal_reverses_some_key on estimate_reversal (company_id, reverses) where reverses is not null and state <> 'void';
alter table estimate_reversal enable row level security;
alter table estimate_reversal force row level security;
create policy company on estimate_reversal using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on estimate_reversal to suanpan_app;
grant select on estimate_reversal to suanpan_scoped;
create table estimate_reversal_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  supplier uuid,
  item uuid,
  receipt_number text,
  open_item uuid,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index estimate_reversal_line_owner_id_line_no_index on estimate_reversal_line (company_id, owner_id, line_no);
create index estimate_reversal_line_source_document_some_index on estimate_reversal_line (company_id, source_document) where source_document is not null;
alter table estimate_reversal_line enable row level security;
alter table estimate_reversal_line force row level security;
create policy company on estimate_reversal_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on estimate_reversal_line to suanpan_app;
grant select on estimate_reversal_line to suanpan_scoped;
create table purchase_budget (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  department uuid,
  year integer,
  reason text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index purchase_budget_number_key on purchase_budget (company_id, number);
create index purchase_budget_date_number_index on purchase_budget (company_id, date, number);
create index purchase_budget_state_date_number_some_index on purchase_budget (company_id, state, date, number) where state <> 'posted';
create unique index purchase_budget_reverses_some_key on purchase_budget (company_id, reverses) where reverses is not null and state <> 'void';
create index purchase_budget_department_date_number_index on purchase_budget (company_id, department, date, number);
create index purchase_budget_year_date_number_index on purchase_budget (company_id, year, date, number);
alter table purchase_budget enable row level security;
alter table purchase_budget force row level security;
create policy company on purchase_budget using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_budget to suanpan_app;
grant select on purchase_budget to suanpan_scoped;
create table purchase_budget_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  month integer,
  category uuid,
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_budget_line_owner_id_line_no_index on purchase_budget_line (company_id, owner_id, line_no);
create index purchase_budget_line_source_document_some_index on purchase_budget_line (company_id, source_document) where source_document is not null;
alter table purchase_budget_line enable row level security;
alter table purchase_budget_line force row level security;
create policy company on purchase_budget_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_budget_line to suanpan_app;
grant select on purchase_budget_line to suanpan_scoped;
create table quotation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  contact text,
  valid_until date,
  deliver_on date,
  payment_method text,
  address text,
  outcome text,
  lost_reason text,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  terms text,
  payment_terms uuid,
  due_on date,
  bill_discount_percent numeric(14,6),
  bill_discount numeric(20,2),
  without_promotions boolean,
  round_off text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index quotation_number_key on quotation (company_id, number);
create index quotation_date_number_index on quotation (company_id, date, number);
create index quotation_state_date_number_some_index on quotation (company_id, state, date, number) where state <> 'posted';
create unique index quotation_reverses_some_key on quotation (company_id, reverses) where reverses is not null and state <> 'void';
create index quotation_customer_date_number_index on quotation (company_id, customer, date, number);
alter table quotation enable row level security;
alter table quotation force row level security;
create policy company on quotation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on quotation to suanpan_app;
grant select on quotation to suanpan_scoped;
create table quotation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  price_source text,
  promotion text,
  is_promotion_gift boolean,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index quotation_line_owner_id_line_no_index on quotation_line (company_id, owner_id, line_no);
create index quotation_line_source_document_some_index on quotation_line (company_id, source_document) where source_document is not null;
create index quotation_line_item_index on quotation_line (company_id, item);
alter table quotation_line enable row level security;
alter table quotation_line force row level security;
create policy company on quotation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on quotation_line to suanpan_app;
grant select on quotation_line to suanpan_scoped;
create table sales_contract (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  contract_number text,
  signed_on date,
  deliver_on date,
  ends_on date,
  contract_payment_on date,
  payment_method text,
  address text,
  salesperson uuid,
  department uuid,
  template uuid,
  terms text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index sales_contract_number_key on sales_contract (company_id, number);
create index sales_contract_date_number_index on sales_contract (company_id, date, number);
create index sales_contract_state_date_number_some_index on sales_contract (company_id, state, date, number) where state <> 'posted';
create unique index sales_contract_reverses_some_key on sales_contract (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_contract_customer_date_number_index on sales_contract (company_id, customer, date, number);
alter table sales_contract enable row level security;
alter table sales_contract force row level security;
create policy company on sales_contract using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_contract to suanpan_app;
grant select on sales_contract to suanpan_scoped;
create table sales_contract_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  deliver_on date,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_contract_line_owner_id_line_no_index on sales_contract_line (company_id, owner_id, line_no);
create index sales_contract_line_source_document_some_index on sales_contract_line (company_id, source_document) where source_document is not null;
create index sales_contract_line_item_index on sales_contract_line (company_id, item);
alter table sales_contract_line enable row level security;
alter table sales_contract_line force row level security;
create policy company on sales_contract_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_contract_line to suanpan_app;
grant select on sales_contract_line to suanpan_scoped;
create table sales_order (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  promised_on date,
  salesperson uuid,
  department uuid,
  customer_order text,
  contract_number text,
  contract_payment_on date,
  address text,
  payment_method text,
  deposit numeric(20,2),
  is_reserved boolean,
  channel uuid,
  channel_order text,
  channel_key text collate "C",
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  bill_discount_percent numeric(14,6),
  bill_discount numeric(20,2),
  without_promotions boolean,
  round_off text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index sales_order_number_key on sales_order (company_id, number);
create index sales_order_date_number_index on sales_order (company_id, date, number);
create index sales_order_state_date_number_some_index on sales_order (company_id, state, date, number) where state <> 'posted';
create unique index sales_order_reverses_some_key on sales_order (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_order_customer_date_number_index on sales_order (company_id, customer, date, number);
create unique index sales_order_channel_key_key on sales_order (company_id, channel_key);
alter table sales_order enable row level security;
alter table sales_order force row level security;
create policy company on sales_order using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_order to suanpan_app;
grant select on sales_order to suanpan_scoped;
create table sales_order_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  price_source text,
  promotion text,
  is_promotion_gift boolean,
  promised_on date,
  promise_note text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_order_line_owner_id_line_no_index on sales_order_line (company_id, owner_id, line_no);
create index sales_order_line_source_document_some_index on sales_order_line (company_id, source_document) where source_document is not null;
create index sales_order_line_item_index on sales_order_line (company_id, item);
alter table sales_order_line enable row level security;
alter table sales_order_line force row level security;
create policy company on sales_order_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_order_line to suanpan_app;
grant select on sales_order_line to suanpan_scoped;
create table sales_order_instalments (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  name text,
  percent numeric(14,6),
  amount numeric(20,2),
  event text,
  days integer,
  due_on date,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_order_instalments_owner_id_line_no_index on sales_order_instalments (company_id, owner_id, line_no);
create index sales_order_instalments_source_document_some_index on sales_order_instalments (company_id, source_document) where source_document is not null;
alter table sales_order_instalments enable row level security;
alter table sales_order_instalments force row level security;
create policy company on sales_order_instalments using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_order_instalments to suanpan_app;
grant select on sales_order_instalments to suanpan_scoped;
create table sales_delivery (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  salesperson uuid,
  department uuid,
  contract_payment_on date,
  address text,
  invoiced_on date,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  bill_discount_percent numeric(14,6),
  bill_discount numeric(20,2),
  without_promotions boolean,
  round_off text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  vat_due_on date,
  receivable_basis text,
  branch uuid,
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
create unique index sales_delivery_number_key on sales_delivery (company_id, number);
create index sales_delivery_date_number_index on sales_delivery (company_id, date, number);
create index sales_delivery_state_date_number_some_index on sales_delivery (company_id, state, date, number) where state <> 'posted';
create unique index sales_delivery_reverses_some_key on sales_delivery (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_delivery_customer_date_number_index on sales_delivery (company_id, customer, date, number);
create index sales_delivery_warehouse_date_number_index on sales_delivery (company_id, warehouse, date, number);
alter table sales_delivery enable row level security;
alter table sales_delivery force row level security;
create policy company on sales_delivery using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_delivery to suanpan_app;
grant select on sales_delivery to suanpan_scoped;
create table sales_delivery_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  price_source text,
  promotion text,
  is_promotion_gift boolean,
  pending_tax numeric(20,2),
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_delivery_line_owner_id_line_no_index on sales_delivery_line (company_id, owner_id, line_no);
create index sales_delivery_line_source_document_some_index on sales_delivery_line (company_id, source_document) where source_document is not null;
create index sales_delivery_line_item_index on sales_delivery_line (company_id, item);
alter table sales_delivery_line enable row level security;
alter table sales_delivery_line force row level security;
create policy company on sales_delivery_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_delivery_line to suanpan_app;
grant select on sales_delivery_line to suanpan_scoped;
create table sales_delivery_receipts (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  reference text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_delivery_receipts_owner_id_line_no_index on sales_delivery_receipts (company_id, owner_id, line_no);
create index sales_delivery_receipts_source_document_some_index on sales_delivery_receipts (company_id, source_document) where source_document is not null;
alter table sales_delivery_receipts enable row level security;
alter table sales_delivery_receipts force row level security;
create policy company on sales_delivery_receipts using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_delivery_receipts to suanpan_app;
grant select on sales_delivery_receipts to suanpan_scoped;
create table delivery_notice (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  ship_on date,
  carrier text,
  picker uuid,
  salesperson uuid,
  department uuid,
  contract_payment_on date,
  address text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index delivery_notice_number_key on delivery_notice (company_id, number);
create index delivery_notice_date_number_index on delivery_notice (company_id, date, number);
create index delivery_notice_state_date_number_some_index on delivery_notice (company_id, state, date, number) where state <> 'posted';
create unique index delivery_notice_reverses_some_key on delivery_notice (company_id, reverses) where reverses is not null and state <> 'void';
create index delivery_notice_customer_date_number_index on delivery_notice (company_id, customer, date, number);
create index delivery_notice_warehouse_date_number_index on delivery_notice (company_id, warehouse, date, number);
alter table delivery_notice enable row level security;
alter table delivery_notice force row level security;
create policy company on delivery_notice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on delivery_notice to suanpan_app;
grant select on delivery_notice to suanpan_scoped;
create table delivery_notice_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index delivery_notice_line_owner_id_line_no_index on delivery_notice_line (company_id, owner_id, line_no);
create index delivery_notice_line_source_document_some_index on delivery_notice_line (company_id, source_document) where source_document is not null;
create index delivery_notice_line_item_index on delivery_notice_line (company_id, item);
alter table delivery_notice_line enable row level security;
alter table delivery_notice_line force row level security;
create policy company on delivery_notice_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on delivery_notice_line to suanpan_app;
grant select on delivery_notice_line to suanpan_scoped;
create table delivery_sign_off (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  signed_by text,
  signed_at text,
  via text,
  note text,
  branch uuid,
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
create unique index delivery_sign_off_number_key on delivery_sign_off (company_id, number);
create index delivery_sign_off_date_number_index on delivery_sign_off (company_id, date, number);
create index delivery_sign_off_state_date_number_some_index on delivery_sign_off (company_id, state, date, number) where state <> 'posted';
create unique index delivery_sign_off_reverses_some_key on delivery_sign_off (company_id, reverses) where reverses is not null and state <> 'void';
create index delivery_sign_off_customer_date_number_index on delivery_sign_off (company_id, customer, date, number);
alter table delivery_sign_off enable row level security;
alter table delivery_sign_off force row level security;
create policy company on delivery_sign_off using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on delivery_sign_off to suanpan_app;
grant select on delivery_sign_off to suanpan_scoped;
create table delivery_sign_off_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  refused_quantity numeric(24,6),
  refused_reason text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index delivery_sign_off_line_owner_id_line_no_index on delivery_sign_off_line (company_id, owner_id, line_no);
create index delivery_sign_off_line_source_document_some_index on delivery_sign_off_line (company_id, source_document) where source_document is not null;
create index delivery_sign_off_line_item_index on delivery_sign_off_line (company_id, item);
alter table delivery_sign_off_line enable row level security;
alter table delivery_sign_off_line force row level security;
create policy company on delivery_sign_off_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on delivery_sign_off_line to suanpan_app;
grant select on delivery_sign_off_line to suanpan_scoped;
create table sales_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  reason text,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  vat_due_on date,
  receivable_basis text,
  branch uuid,
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
create unique index sales_return_number_key on sales_return (company_id, number);
create index sales_return_date_number_index on sales_return (company_id, date, number);
create index sales_return_state_date_number_some_index on sales_return (company_id, state, date, number) where state <> 'posted';
create unique index sales_return_reverses_some_key on sales_return (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_return_customer_date_number_index on sales_return (company_id, customer, date, number);
create index sales_return_warehouse_date_number_index on sales_return (company_id, warehouse, date, number);
alter table sales_return enable row level security;
alter table sales_return force row level security;
create policy company on sales_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_return to suanpan_app;
grant select on sales_return to suanpan_scoped;
create table sales_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_return_line_owner_id_line_no_index on sales_return_line (company_id, owner_id, line_no);
create index sales_return_line_source_document_some_index on sales_return_line (company_id, source_document) where source_document is not null;
create index sales_return_line_item_index on sales_return_line (company_id, item);
alter table sales_return_line enable row level security;
alter table sales_return_line force row level security;
create policy company on sales_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_return_line to suanpan_app;
grant select on sales_return_line to suanpan_scoped;
create table sales_exchange (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  reason text,
  promised_on date,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  vat_due_on date,
  receivable_basis text,
  branch uuid,
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
create unique index sales_exchange_number_key on sales_exchange (company_id, number);
create index sales_exchange_date_number_index on sales_exchange (company_id, date, number);
create index sales_exchange_state_date_number_some_index on sales_exchange (company_id, state, date, number) where state <> 'posted';
create unique index sales_exchange_reverses_some_key on sales_exchange (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_exchange_customer_date_number_index on sales_exchange (company_id, customer, date, number);
create index sales_exchange_warehouse_date_number_index on sales_exchange (company_id, warehouse, date, number);
alter table sales_exchange enable row level security;
alter table sales_exchange force row level security;
create policy company on sales_exchange using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_exchange to suanpan_app;
grant select on sales_exchange to suanpan_scoped;
create table sales_exchange_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  direction text,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_exchange_line_owner_id_line_no_index on sales_exchange_line (company_id, owner_id, line_no);
create index sales_exchange_line_source_document_some_index on sales_exchange_line (company_id, source_document) where source_document is not null;
create index sales_exchange_line_item_index on sales_exchange_line (company_id, item);
alter table sales_exchange_line enable row level security;
alter table sales_exchange_line force row level security;
create policy company on sales_exchange_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_exchange_line to suanpan_app;
grant select on sales_exchange_line to suanpan_scoped;
create table sales_invoice (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  invoice_number text,
  invoice_kind text,
  is_red boolean,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index sales_invoice_number_key on sales_invoice (company_id, number);
create index sales_invoice_date_number_index on sales_invoice (company_id, date, number);
create index sales_invoice_state_date_number_some_index on sales_invoice (company_id, state, date, number) where state <> 'posted';
create unique index sales_invoice_reverses_some_key on sales_invoice (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_invoice_customer_date_number_index on sales_invoice (company_id, customer, date, number);
create index sales_invoice_invoice_number_date_number_index on sales_invoice (company_id, invoice_number, date, number);
alter table sales_invoice enable row level security;
alter table sales_invoice force row level security;
create policy company on sales_invoice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_invoice to suanpan_app;
grant select on sales_invoice to suanpan_scoped;
create table sales_invoice_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_invoice_line_owner_id_line_no_index on sales_invoice_line (company_id, owner_id, line_no);
create index sales_invoice_line_source_document_some_index on sales_invoice_line (company_id, source_document) where source_document is not null;
create index sales_invoice_line_item_index on sales_invoice_line (company_id, item);
alter table sales_invoice_line enable row level security;
alter table sales_invoice_line force row level security;
create policy company on sales_invoice_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_invoice_line to suanpan_app;
grant select on sales_invoice_line to suanpan_scoped;
create table sales_allowance (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  reason text,
  invoice_number text,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index sales_allowance_number_key on sales_allowance (company_id, number);
create index sales_allowance_date_number_index on sales_allowance (company_id, date, number);
create index sales_allowance_state_date_number_some_index on sales_allowance (company_id, state, date, number) where state <> 'posted';
create unique index sales_allowance_reverses_some_key on sales_allowance (company_id, reverses) where reverses is not null and state <> 'void';
create index sales_allowance_customer_date_number_index on sales_allowance (company_id, customer, date, number);
alter table sales_allowance enable row level security;
alter table sales_allowance force row level security;
create policy company on sales_allowance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_allowance to suanpan_app;
grant select on sales_allowance to suanpan_scoped;
create table sales_allowance_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_allowance_line_owner_id_line_no_index on sales_allowance_line (company_id, owner_id, line_no);
create index sales_allowance_line_source_document_some_index on sales_allowance_line (company_id, source_document) where source_document is not null;
create index sales_allowance_line_item_index on sales_allowance_line (company_id, item);
alter table sales_allowance_line enable row level security;
alter table sales_allowance_line force row level security;
create policy company on sales_allowance_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_allowance_line to suanpan_app;
grant select on sales_allowance_line to suanpan_scoped;
create table sample_issue (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  salesperson uuid,
  department uuid,
  warehouse uuid,
  purpose text,
  branch uuid,
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
create unique index sample_issue_number_key on sample_issue (company_id, number);
create index sample_issue_date_number_index on sample_issue (company_id, date, number);
create index sample_issue_state_date_number_some_index on sample_issue (company_id, state, date, number) where state <> 'posted';
create unique index sample_issue_reverses_some_key on sample_issue (company_id, reverses) where reverses is not null and state <> 'void';
create index sample_issue_customer_date_number_index on sample_issue (company_id, customer, date, number);
create index sample_issue_warehouse_date_number_index on sample_issue (company_id, warehouse, date, number);
alter table sample_issue enable row level security;
alter table sample_issue force row level security;
create policy company on sample_issue using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sample_issue to suanpan_app;
grant select on sample_issue to suanpan_scoped;
create table sample_issue_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  tax_rate numeric(14,6),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sample_issue_line_owner_id_line_no_index on sample_issue_line (company_id, owner_id, line_no);
create index sample_issue_line_source_document_some_index on sample_issue_line (company_id, source_document) where source_document is not null;
create index sample_issue_line_item_index on sample_issue_line (company_id, item);
alter table sample_issue_line enable row level security;
alter table sample_issue_line force row level security;
create policy company on sample_issue_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sample_issue_line to suanpan_app;
grant select on sample_issue_line to suanpan_scoped;
create table retail_sale (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  customer uuid,
  cashier uuid,
  price_includes_tax boolean,
  bill_discount_percent numeric(14,6),
  bill_discount numeric(20,2),
  without_promotions boolean,
  rounded_off numeric(20,2),
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  tendered numeric(20,2),
  change numeric(20,2),
  branch uuid,
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
create unique index retail_sale_number_key on retail_sale (company_id, number);
create index retail_sale_date_number_index on retail_sale (company_id, date, number);
create index retail_sale_state_date_number_some_index on retail_sale (company_id, state, date, number) where state <> 'posted';
create unique index retail_sale_reverses_some_key on retail_sale (company_id, reverses) where reverses is not null and state <> 'void';
create index retail_sale_warehouse_date_number_index on retail_sale (company_id, warehouse, date, number);
alter table retail_sale enable row level security;
alter table retail_sale force row level security;
create policy company on retail_sale using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_sale to suanpan_app;
grant select on retail_sale to suanpan_scoped;
create table retail_sale_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  remark text,
  price_source text,
  promotion text,
  is_promotion_gift boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index retail_sale_line_owner_id_line_no_index on retail_sale_line (company_id, owner_id, line_no);
create index retail_sale_line_source_document_some_index on retail_sale_line (company_id, source_document) where source_document is not null;
create index retail_sale_line_item_index on retail_sale_line (company_id, item);
alter table retail_sale_line enable row level security;
alter table retail_sale_line force row level security;
create policy company on retail_sale_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_sale_line to suanpan_app;
grant select on retail_sale_line to suanpan_scoped;
create table retail_sale_tenders (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  reference text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index retail_sale_tenders_owner_id_line_no_index on retail_sale_tenders (company_id, owner_id, line_no);
create index retail_sale_tenders_source_document_some_index on retail_sale_tenders (company_id, source_document) where source_document is not null;
alter table retail_sale_tenders enable row level security;
alter table retail_sale_tenders force row level security;
create policy company on retail_sale_tenders using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_sale_tenders to suanpan_app;
grant select on retail_sale_tenders to suanpan_scoped;
create table retail_refund (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  customer uuid,
  cashier uuid,
  price_includes_tax boolean,
  reason text,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  tendered numeric(20,2),
  branch uuid,
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
create unique index retail_refund_number_key on retail_refund (company_id, number);
create index retail_refund_date_number_index on retail_refund (company_id, date, number);
create index retail_refund_state_date_number_some_index on retail_refund (company_id, state, date, number) where state <> 'posted';
create unique index retail_refund_reverses_some_key on retail_refund (company_id, reverses) where reverses is not null and state <> 'void';
create index retail_refund_warehouse_date_number_index on retail_refund (company_id, warehouse, date, number);
alter table retail_refund enable row level security;
alter table retail_refund force row level security;
create policy company on retail_refund using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_refund to suanpan_app;
grant select on retail_refund to suanpan_scoped;
create table retail_refund_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index retail_refund_line_owner_id_line_no_index on retail_refund_line (company_id, owner_id, line_no);
create index retail_refund_line_source_document_some_index on retail_refund_line (company_id, source_document) where source_document is not null;
create index retail_refund_line_item_index on retail_refund_line (company_id, item);
alter table retail_refund_line enable row level security;
alter table retail_refund_line force row level security;
create policy company on retail_refund_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_refund_line to suanpan_app;
grant select on retail_refund_line to suanpan_scoped;
create table retail_refund_tenders (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  reference text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index retail_refund_tenders_owner_id_line_no_index on retail_refund_tenders (company_id, owner_id, line_no);
create index retail_refund_tenders_source_document_some_index on retail_refund_tenders (company_id, source_document) where source_document is not null;
alter table retail_refund_tenders enable row level security;
alter table retail_refund_tenders force row level security;
create policy company on retail_refund_tenders using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on retail_refund_tenders to suanpan_app;
grant select on retail_refund_tenders to suanpan_scoped;
create table shift_handover (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  cashier_name text,
  shift_from text,
  shift_to text,
  total_expected numeric(20,2),
  total_counted numeric(20,2),
  total_difference numeric(20,2),
  branch uuid,
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
create unique index shift_handover_number_key on shift_handover (company_id, number);
create index shift_handover_date_number_index on shift_handover (company_id, date, number);
create index shift_handover_state_date_number_some_index on shift_handover (company_id, state, date, number) where state <> 'posted';
create unique index shift_handover_reverses_some_key on shift_handover (company_id, reverses) where reverses is not null and state <> 'void';
alter table shift_handover enable row level security;
alter table shift_handover force row level security;
create policy company on shift_handover using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on shift_handover to suanpan_app;
grant select on shift_handover to suanpan_scoped;
create table shift_handover_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  expected numeric(20,2),
  counted numeric(20,2),
  difference numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index shift_handover_line_owner_id_line_no_index on shift_handover_line (company_id, owner_id, line_no);
create index shift_handover_line_source_document_some_index on shift_handover_line (company_id, source_document) where source_document is not null;
alter table shift_handover_line enable row level security;
alter table shift_handover_line force row level security;
create policy company on shift_handover_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on shift_handover_line to suanpan_app;
grant select on shift_handover_line to suanpan_scoped;
create table consignment_out (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  salesperson uuid,
  department uuid,
  address text,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index consignment_out_number_key on consignment_out (company_id, number);
create index consignment_out_date_number_index on consignment_out (company_id, date, number);
create index consignment_out_state_date_number_some_index on consignment_out (company_id, state, date, number) where state <> 'posted';
create unique index consignment_out_reverses_some_key on consignment_out (company_id, reverses) where reverses is not null and state <> 'void';
create index consignment_out_customer_date_number_index on consignment_out (company_id, customer, date, number);
create index consignment_out_warehouse_date_number_index on consignment_out (company_id, warehouse, date, number);
alter table consignment_out enable row level security;
alter table consignment_out force row level security;
create policy company on consignment_out using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_out to suanpan_app;
grant select on consignment_out to suanpan_scoped;
create table consignment_out_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  remark text,
  pending_tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index consignment_out_line_owner_id_line_no_index on consignment_out_line (company_id, owner_id, line_no);
create index consignment_out_line_source_document_some_index on consignment_out_line (company_id, source_document) where source_document is not null;
create index consignment_out_line_item_index on consignment_out_line (company_id, item);
alter table consignment_out_line enable row level security;
alter table consignment_out_line force row level security;
create policy company on consignment_out_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_out_line to suanpan_app;
grant select on consignment_out_line to suanpan_scoped;
create table consignment_settlement (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  list_number text,
  salesperson uuid,
  department uuid,
  currency uuid,
  rate numeric(24,8),
  total_currency numeric(20,2),
  price_includes_tax boolean,
  payment_terms uuid,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index consignment_settlement_number_key on consignment_settlement (company_id, number);
create index consignment_settlement_date_number_index on consignment_settlement (company_id, date, number);
create index consignment_settlement_state_date_number_some_index on consignment_settlement (company_id, state, date, number) where state <> 'posted';
create unique index consignment_settlement_reverses_some_key on consignment_settlement (company_id, reverses) where reverses is not null and state <> 'void';
create index consignment_settlement_customer_date_number_index on consignment_settlement (company_id, customer, date, number);
alter table consignment_settlement enable row level security;
alter table consignment_settlement force row level security;
create policy company on consignment_settlement using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_settlement to suanpan_app;
grant select on consignment_settlement to suanpan_scoped;
create table consignment_settlement_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index consignment_settlement_line_owner_id_line_no_index on consignment_settlement_line (company_id, owner_id, line_no);
create index consignment_settlement_line_source_document_some_index on consignment_settlement_line (company_id, source_document) where source_document is not null;
create index consignment_settlement_line_item_index on consignment_settlement_line (company_id, item);
alter table consignment_settlement_line enable row level security;
alter table consignment_settlement_line force row level security;
create policy company on consignment_settlement_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_settlement_line to suanpan_app;
grant select on consignment_settlement_line to suanpan_scoped;
create table consignment_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  warehouse uuid,
  reason text,
  branch uuid,
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
create unique index consignment_return_number_key on consignment_return (company_id, number);
create index consignment_return_date_number_index on consignment_return (company_id, date, number);
create index consignment_return_state_date_number_some_index on consignment_return (company_id, state, date, number) where state <> 'posted';
create unique index consignment_return_reverses_some_key on consignment_return (company_id, reverses) where reverses is not null and state <> 'void';
create index consignment_return_customer_date_number_index on consignment_return (company_id, customer, date, number);
create index consignment_return_warehouse_date_number_index on consignment_return (company_id, warehouse, date, number);
alter table consignment_return enable row level security;
alter table consignment_return force row level security;
create policy company on consignment_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_return to suanpan_app;
grant select on consignment_return to suanpan_scoped;
create table consignment_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index consignment_return_line_owner_id_line_no_index on consignment_return_line (company_id, owner_id, line_no);
create index consignment_return_line_source_document_some_index on consignment_return_line (company_id, source_document) where source_document is not null;
create index consignment_return_line_item_index on consignment_return_line (company_id, item);
alter table consignment_return_line enable row level security;
alter table consignment_return_line force row level security;
create policy company on consignment_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on consignment_return_line to suanpan_app;
grant select on consignment_return_line to suanpan_scoped;
create table loan_out (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  salesperson uuid,
  department uuid,
  warehouse uuid,
  back_on date,
  purpose text,
  branch uuid,
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
create unique index loan_out_number_key on loan_out (company_id, number);
create index loan_out_date_number_index on loan_out (company_id, date, number);
create index loan_out_state_date_number_some_index on loan_out (company_id, state, date, number) where state <> 'posted';
create unique index loan_out_reverses_some_key on loan_out (company_id, reverses) where reverses is not null and state <> 'void';
create index loan_out_customer_date_number_index on loan_out (company_id, customer, date, number);
create index loan_out_warehouse_date_number_index on loan_out (company_id, warehouse, date, number);
alter table loan_out enable row level security;
alter table loan_out force row level security;
create policy company on loan_out using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loan_out to suanpan_app;
grant select on loan_out to suanpan_scoped;
create table loan_out_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index loan_out_line_owner_id_line_no_index on loan_out_line (company_id, owner_id, line_no);
create index loan_out_line_source_document_some_index on loan_out_line (company_id, source_document) where source_document is not null;
create index loan_out_line_item_index on loan_out_line (company_id, item);
alter table loan_out_line enable row level security;
alter table loan_out_line force row level security;
create policy company on loan_out_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loan_out_line to suanpan_app;
grant select on loan_out_line to suanpan_scoped;
create table loan_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  salesperson uuid,
  department uuid,
  warehouse uuid,
  branch uuid,
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
create unique index loan_return_number_key on loan_return (company_id, number);
create index loan_return_date_number_index on loan_return (company_id, date, number);
create index loan_return_state_date_number_some_index on loan_return (company_id, state, date, number) where state <> 'posted';
create unique index loan_return_reverses_some_key on loan_return (company_id, reverses) where reverses is not null and state <> 'void';
create index loan_return_customer_date_number_index on loan_return (company_id, customer, date, number);
create index loan_return_warehouse_date_number_index on loan_return (company_id, warehouse, date, number);
alter table loan_return enable row level security;
alter table loan_return force row level security;
create policy company on loan_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loan_return to suanpan_app;
grant select on loan_return to suanpan_scoped;
create table loan_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index loan_return_line_owner_id_line_no_index on loan_return_line (company_id, owner_id, line_no);
create index loan_return_line_source_document_some_index on loan_return_line (company_id, source_document) where source_document is not null;
create index loan_return_line_item_index on loan_return_line (company_id, item);
alter table loan_return_line enable row level security;
alter table loan_return_line force row level security;
create policy company on loan_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loan_return_line to suanpan_app;
grant select on loan_return_line to suanpan_scoped;
create table pending_vat_due (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  vat_due_on date,
  total_tax numeric(20,2),
  branch uuid,
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
create unique index pending_vat_due_number_key on pending_vat_due (company_id, number);
create index pending_vat_due_date_number_index on pending_vat_due (company_id, date, number);
create index pending_vat_due_state_date_number_some_index on pending_vat_due (company_id, state, date, number) where state <> 'posted';
create unique index pending_vat_due_reverses_some_key on pending_vat_due (company_id, reverses) where reverses is not null and state <> 'void';
alter table pending_vat_due enable row level security;
alter table pending_vat_due force row level security;
create policy company on pending_vat_due using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on pending_vat_due to suanpan_app;
grant select on pending_vat_due to suanpan_scoped;
create table pending_vat_due_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  customer uuid,
  delivery_number text,
  pending_tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index pending_vat_due_line_owner_id_line_no_index on pending_vat_due_line (company_id, owner_id, line_no);
create index pending_vat_due_line_source_document_some_index on pending_vat_due_line (company_id, source_document) where source_document is not null;
alter table pending_vat_due_line enable row level security;
alter table pending_vat_due_line force row level security;
create policy company on pending_vat_due_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on pending_vat_due_line to suanpan_app;
grant select on pending_vat_due_line to suanpan_scoped;
create table lead (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  company text,
  contact text,
  phone text,
  address text,
  region text,
  origin text,
  salesperson uuid,
  customer uuid,
  need text,
  branch uuid,
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
create unique index lead_number_key on lead (company_id, number);
create index lead_date_number_index on lead (company_id, date, number);
create index lead_state_date_number_some_index on lead (company_id, state, date, number) where state <> 'posted';
create unique index lead_reverses_some_key on lead (company_id, reverses) where reverses is not null and state <> 'void';
alter table lead enable row level security;
alter table lead force row level security;
create policy company on lead using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lead to suanpan_app;
grant select on lead to suanpan_scoped;
create table lead_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  interest text,
  quantity numeric(24,6),
  base_quantity numeric(24,6),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index lead_line_owner_id_line_no_index on lead_line (company_id, owner_id, line_no);
create index lead_line_source_document_some_index on lead_line (company_id, source_document) where source_document is not null;
alter table lead_line enable row level security;
alter table lead_line force row level security;
create policy company on lead_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lead_line to suanpan_app;
grant select on lead_line to suanpan_scoped;
create table opportunity (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  subject text,
  contact text,
  stage text,
  probability integer,
  expected_on date,
  competitor text,
  salesperson uuid,
  department uuid,
  price_includes_tax boolean,
  need text,
  due_on date,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index opportunity_number_key on opportunity (company_id, number);
create index opportunity_date_number_index on opportunity (company_id, date, number);
create index opportunity_state_date_number_some_index on opportunity (company_id, state, date, number) where state <> 'posted';
create unique index opportunity_reverses_some_key on opportunity (company_id, reverses) where reverses is not null and state <> 'void';
create index opportunity_customer_date_number_index on opportunity (company_id, customer, date, number);
alter table opportunity enable row level security;
alter table opportunity force row level security;
create policy company on opportunity using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opportunity to suanpan_app;
grant select on opportunity to suanpan_scoped;
create table opportunity_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  price numeric(28,10),
  currency_price numeric(28,10),
  discount numeric(14,6),
  allowance numeric(20,2),
  tax_rate numeric(14,6),
  currency_net numeric(20,2),
  currency_tax numeric(20,2),
  currency_gross numeric(20,2),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  is_gift boolean,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index opportunity_line_owner_id_line_no_index on opportunity_line (company_id, owner_id, line_no);
create index opportunity_line_source_document_some_index on opportunity_line (company_id, source_document) where source_document is not null;
create index opportunity_line_item_index on opportunity_line (company_id, item);
alter table opportunity_line enable row level security;
alter table opportunity_line force row level security;
create policy company on opportunity_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opportunity_line to suanpan_app;
grant select on opportunity_line to suanpan_scoped;
create table opening_stock (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index opening_stock_number_key on opening_stock (company_id, number);
create index opening_stock_date_number_index on opening_stock (company_id, date, number);
create index opening_stock_state_date_number_some_index on opening_stock (company_id, state, date, number) where state <> 'posted';
create unique index opening_stock_reverses_some_key on opening_stock (company_id, reverses) where reverses is not null and state <> 'void';
create index opening_stock_warehouse_date_number_index on opening_stock (company_id, warehouse, date, number);
alter table opening_stock enable row level security;
alter table opening_stock force row level security;
create policy company on opening_stock using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opening_stock to suanpan_app;
grant select on opening_stock to suanpan_scoped;
create table opening_stock_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  unit_cost numeric(28,10),
  amount numeric(20,2),
  remark text,
  markup numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index opening_stock_line_owner_id_line_no_index on opening_stock_line (company_id, owner_id, line_no);
create index opening_stock_line_source_document_some_index on opening_stock_line (company_id, source_document) where source_document is not null;
create index opening_stock_line_item_index on opening_stock_line (company_id, item);
alter table opening_stock_line enable row level security;
alter table opening_stock_line force row level security;
create policy company on opening_stock_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opening_stock_line to suanpan_app;
grant select on opening_stock_line to suanpan_scoped;
create table other_receipt (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason uuid,
  department uuid,
  employee uuid,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index other_receipt_number_key on other_receipt (company_id, number);
create index other_receipt_date_number_index on other_receipt (company_id, date, number);
create index other_receipt_state_date_number_some_index on other_receipt (company_id, state, date, number) where state <> 'posted';
create unique index other_receipt_reverses_some_key on other_receipt (company_id, reverses) where reverses is not null and state <> 'void';
create index other_receipt_warehouse_date_number_index on other_receipt (company_id, warehouse, date, number);
alter table other_receipt enable row level security;
alter table other_receipt force row level security;
create policy company on other_receipt using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_receipt to suanpan_app;
grant select on other_receipt to suanpan_scoped;
create table other_receipt_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  unit_cost numeric(28,10),
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index other_receipt_line_owner_id_line_no_index on other_receipt_line (company_id, owner_id, line_no);
create index other_receipt_line_source_document_some_index on other_receipt_line (company_id, source_document) where source_document is not null;
create index other_receipt_line_item_index on other_receipt_line (company_id, item);
alter table other_receipt_line enable row level security;
alter table other_receipt_line force row level security;
create policy company on other_receipt_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_receipt_line to suanpan_app;
grant select on other_receipt_line to suanpan_scoped;
create table other_issue (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason uuid,
  department uuid,
  employee uuid,
  branch uuid,
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
create unique index other_issue_number_key on other_issue (company_id, number);
create index other_issue_date_number_index on other_issue (company_id, date, number);
create index other_issue_state_date_number_some_index on other_issue (company_id, state, date, number) where state <> 'posted';
create unique index other_issue_reverses_some_key on other_issue (company_id, reverses) where reverses is not null and state <> 'void';
create index other_issue_warehouse_date_number_index on other_issue (company_id, warehouse, date, number);
alter table other_issue enable row level security;
alter table other_issue force row level security;
create policy company on other_issue using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_issue to suanpan_app;
grant select on other_issue to suanpan_scoped;
create table other_issue_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index other_issue_line_owner_id_line_no_index on other_issue_line (company_id, owner_id, line_no);
create index other_issue_line_source_document_some_index on other_issue_line (company_id, source_document) where source_document is not null;
create index other_issue_line_item_index on other_issue_line (company_id, item);
alter table other_issue_line enable row level security;
alter table other_issue_line force row level security;
create policy company on other_issue_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_issue_line to suanpan_app;
grant select on other_issue_line to suanpan_scoped;
create table scrap (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason uuid,
  department uuid,
  employee uuid,
  total_tax numeric(20,2),
  branch uuid,
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
create unique index scrap_number_key on scrap (company_id, number);
create index scrap_date_number_index on scrap (company_id, date, number);
create index scrap_state_date_number_some_index on scrap (company_id, state, date, number) where state <> 'posted';
create unique index scrap_reverses_some_key on scrap (company_id, reverses) where reverses is not null and state <> 'void';
create index scrap_warehouse_date_number_index on scrap (company_id, warehouse, date, number);
alter table scrap enable row level security;
alter table scrap force row level security;
create policy company on scrap using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on scrap to suanpan_app;
grant select on scrap to suanpan_scoped;
create table scrap_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  deducted_tax numeric(20,2),
  transferred_tax numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index scrap_line_owner_id_line_no_index on scrap_line (company_id, owner_id, line_no);
create index scrap_line_source_document_some_index on scrap_line (company_id, source_document) where source_document is not null;
create index scrap_line_item_index on scrap_line (company_id, item);
alter table scrap_line enable row level security;
alter table scrap_line force row level security;
create policy company on scrap_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on scrap_line to suanpan_app;
grant select on scrap_line to suanpan_scoped;
create table internal_use (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason uuid,
  department uuid,
  employee uuid,
  total_tax numeric(20,2),
  branch uuid,
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
create unique index internal_use_number_key on internal_use (company_id, number);
create index internal_use_date_number_index on internal_use (company_id, date, number);
create index internal_use_state_date_number_some_index on internal_use (company_id, state, date, number) where state <> 'posted';
create unique index internal_use_reverses_some_key on internal_use (company_id, reverses) where reverses is not null and state <> 'void';
create index internal_use_warehouse_date_number_index on internal_use (company_id, warehouse, date, number);
alter table internal_use enable row level security;
alter table internal_use force row level security;
create policy company on internal_use using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on internal_use to suanpan_app;
grant select on internal_use to suanpan_scoped;
create table internal_use_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  deducted_tax numeric(20,2),
  transferred_tax numeric(20,2),
  remark text,
  price numeric(28,10),
  tax_rate numeric(14,6),
  net numeric(20,2),
  tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index internal_use_line_owner_id_line_no_index on internal_use_line (company_id, owner_id, line_no);
create index internal_use_line_source_document_some_index on internal_use_line (company_id, source_document) where source_document is not null;
create index internal_use_line_item_index on internal_use_line (company_id, item);
alter table internal_use_line enable row level security;
alter table internal_use_line force row level security;
create policy company on internal_use_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on internal_use_line to suanpan_app;
grant select on internal_use_line to suanpan_scoped;
create table stock_transfer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  from_warehouse uuid,
  to_warehouse uuid,
  employee uuid,
  ratio_by text,
  ratio_quantity numeric(24,6),
  kit uuid,
  price_by text,
  price_list uuid,
  mark_up_percent numeric(14,6),
  total_in numeric(20,2),
  branch uuid,
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
create unique index stock_transfer_number_key on stock_transfer (company_id, number);
create index stock_transfer_date_number_index on stock_transfer (company_id, date, number);
create index stock_transfer_state_date_number_some_index on stock_transfer (company_id, state, date, number) where state <> 'posted';
create unique index stock_transfer_reverses_some_key on stock_transfer (company_id, reverses) where reverses is not null and state <> 'void';
create index stock_transfer_from_warehouse_date_number_index on stock_transfer (company_id, from_warehouse, date, number);
create index stock_transfer_to_warehouse_date_number_index on stock_transfer (company_id, to_warehouse, date, number);
alter table stock_transfer enable row level security;
alter table stock_transfer force row level security;
create policy company on stock_transfer using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_transfer to suanpan_app;
grant select on stock_transfer to suanpan_scoped;
create table stock_transfer_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  ratio numeric(24,6),
  from_warehouse uuid,
  to_warehouse uuid,
  in_price numeric(28,10),
  in_amount numeric(20,2),
  in_price_basis text,
  lot text,
  serials text,
  bin uuid,
  to_bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index stock_transfer_line_owner_id_line_no_index on stock_transfer_line (company_id, owner_id, line_no);
create index stock_transfer_line_source_document_some_index on stock_transfer_line (company_id, source_document) where source_document is not null;
create index stock_transfer_line_item_index on stock_transfer_line (company_id, item);
alter table stock_transfer_line enable row level security;
alter table stock_transfer_line force row level security;
create policy company on stock_transfer_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_transfer_line to suanpan_app;
grant select on stock_transfer_line to suanpan_scoped;
create table transfer_out (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  from_warehouse uuid,
  to_warehouse uuid,
  carrier uuid,
  tracking_number text,
  arrives_on date,
  employee uuid,
  branch uuid,
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
create unique index transfer_out_number_key on transfer_out (company_id, number);
create index transfer_out_date_number_index on transfer_out (company_id, date, number);
create index transfer_out_state_date_number_some_index on transfer_out (company_id, state, date, number) where state <> 'posted';
create unique index transfer_out_reverses_some_key on transfer_out (company_id, reverses) where reverses is not null and state <> 'void';
create index transfer_out_from_warehouse_date_number_index on transfer_out (company_id, from_warehouse, date, number);
create index transfer_out_to_warehouse_date_number_index on transfer_out (company_id, to_warehouse, date, number);
alter table transfer_out enable row level security;
alter table transfer_out force row level security;
create policy company on transfer_out using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on transfer_out to suanpan_app;
grant select on transfer_out to suanpan_scoped;
create table transfer_out_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index transfer_out_line_owner_id_line_no_index on transfer_out_line (company_id, owner_id, line_no);
create index transfer_out_line_source_document_some_index on transfer_out_line (company_id, source_document) where source_document is not null;
create index transfer_out_line_item_index on transfer_out_line (company_id, item);
alter table transfer_out_line enable row level security;
alter table transfer_out_line force row level security;
create policy company on transfer_out_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on transfer_out_line to suanpan_app;
grant select on transfer_out_line to suanpan_scoped;
create table transfer_in (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  to_warehouse uuid,
  loss_reason uuid,
  employee uuid,
  branch uuid,
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
create unique index transfer_in_number_key on transfer_in (company_id, number);
create index transfer_in_date_number_index on transfer_in (company_id, date, number);
create index transfer_in_state_date_number_some_index on transfer_in (company_id, state, date, number) where state <> 'posted';
create unique index transfer_in_reverses_some_key on transfer_in (company_id, reverses) where reverses is not null and state <> 'void';
create index transfer_in_to_warehouse_date_number_index on transfer_in (company_id, to_warehouse, date, number);
alter table transfer_in enable row level security;
alter table transfer_in force row level security;
create policy company on transfer_in using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on transfer_in to suanpan_app;
grant select on transfer_in to suanpan_scoped;
create table transfer_in_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  outcome text,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index transfer_in_line_owner_id_line_no_index on transfer_in_line (company_id, owner_id, line_no);
create index transfer_in_line_source_document_some_index on transfer_in_line (company_id, source_document) where source_document is not null;
create index transfer_in_line_item_index on transfer_in_line (company_id, item);
alter table transfer_in_line enable row level security;
alter table transfer_in_line force row level security;
create policy company on transfer_in_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on transfer_in_line to suanpan_app;
grant select on transfer_in_line to suanpan_scoped;
create table assembly (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  item uuid,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  fee numeric(20,2),
  fee_party uuid,
  employee uuid,
  warehouse uuid,
  from_warehouse uuid,
  branch uuid,
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
create unique index assembly_number_key on assembly (company_id, number);
create index assembly_date_number_index on assembly (company_id, date, number);
create index assembly_state_date_number_some_index on assembly (company_id, state, date, number) where state <> 'posted';
create unique index assembly_reverses_some_key on assembly (company_id, reverses) where reverses is not null and state <> 'void';
create index assembly_item_date_number_index on assembly (company_id, item, date, number);
create index assembly_warehouse_date_number_index on assembly (company_id, warehouse, date, number);
alter table assembly enable row level security;
alter table assembly force row level security;
create policy company on assembly using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on assembly to suanpan_app;
grant select on assembly to suanpan_scoped;
create table assembly_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  substitute_for uuid,
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index assembly_line_owner_id_line_no_index on assembly_line (company_id, owner_id, line_no);
create index assembly_line_source_document_some_index on assembly_line (company_id, source_document) where source_document is not null;
create index assembly_line_item_index on assembly_line (company_id, item);
alter table assembly_line enable row level security;
alter table assembly_line force row level security;
create policy company on assembly_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on assembly_line to suanpan_app;
grant select on assembly_line to suanpan_scoped;
create table disassembly (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  item uuid,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  fee numeric(20,2),
  fee_party uuid,
  employee uuid,
  warehouse uuid,
  to_warehouse uuid,
  cost_split text,
  branch uuid,
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
create unique index disassembly_number_key on disassembly (company_id, number);
create index disassembly_date_number_index on disassembly (company_id, date, number);
create index disassembly_state_date_number_some_index on disassembly (company_id, state, date, number) where state <> 'posted';
create unique index disassembly_reverses_some_key on disassembly (company_id, reverses) where reverses is not null and state <> 'void';
create index disassembly_item_date_number_index on disassembly (company_id, item, date, number);
create index disassembly_warehouse_date_number_index on disassembly (company_id, warehouse, date, number);
alter table disassembly enable row level security;
alter table disassembly force row level security;
create policy company on disassembly using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on disassembly to suanpan_app;
grant select on disassembly to suanpan_scoped;
create table disassembly_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  ratio numeric(24,6),
  is_by_product boolean,
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index disassembly_line_owner_id_line_no_index on disassembly_line (company_id, owner_id, line_no);
create index disassembly_line_source_document_some_index on disassembly_line (company_id, source_document) where source_document is not null;
create index disassembly_line_item_index on disassembly_line (company_id, item);
alter table disassembly_line enable row level security;
alter table disassembly_line force row level security;
create policy company on disassembly_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on disassembly_line to suanpan_app;
grant select on disassembly_line to suanpan_scoped;
create table stock_count (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  employee uuid,
  method text,
  is_blind boolean,
  stage text,
  scope text,
  frozen_at timestamptz,
  plan uuid,
  tolerance_amount numeric(20,2),
  tolerance_percent numeric(14,6),
  adjust_on_post boolean,
  gain numeric(20,2),
  loss numeric(20,2),
  branch uuid,
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
create unique index stock_count_number_key on stock_count (company_id, number);
create index stock_count_date_number_index on stock_count (company_id, date, number);
create index stock_count_state_date_number_some_index on stock_count (company_id, state, date, number) where state <> 'posted';
create unique index stock_count_reverses_some_key on stock_count (company_id, reverses) where reverses is not null and state <> 'void';
create index stock_count_warehouse_date_number_index on stock_count (company_id, warehouse, date, number);
alter table stock_count enable row level security;
alter table stock_count force row level security;
create policy company on stock_count using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_count to suanpan_app;
grant select on stock_count to suanpan_scoped;
create table stock_count_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  lot text,
  bin uuid,
  counter uuid,
  book_quantity numeric(24,6),
  moved_quantity numeric(24,6),
  counted_quantity numeric(24,6),
  difference numeric(24,6),
  adjusted_quantity numeric(24,6),
  unit_cost numeric(28,10),
  variance numeric(20,2),
  needs_recount boolean,
  first_quantity numeric(24,6),
  first_by text,
  counted_at timestamptz,
  counted_by text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index stock_count_line_owner_id_line_no_index on stock_count_line (company_id, owner_id, line_no);
create index stock_count_line_source_document_some_index on stock_count_line (company_id, source_document) where source_document is not null;
create index stock_count_line_item_index on stock_count_line (company_id, item);
alter table stock_count_line enable row level security;
alter table stock_count_line force row level security;
create policy company on stock_count_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_count_line to suanpan_app;
grant select on stock_count_line to suanpan_scoped;
create table count_adjustment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  employee uuid,
  branch uuid,
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
create unique index count_adjustment_number_key on count_adjustment (company_id, number);
create index count_adjustment_date_number_index on count_adjustment (company_id, date, number);
create index count_adjustment_state_date_number_some_index on count_adjustment (company_id, state, date, number) where state <> 'posted';
create unique index count_adjustment_reverses_some_key on count_adjustment (company_id, reverses) where reverses is not null and state <> 'void';
create index count_adjustment_warehouse_date_number_index on count_adjustment (company_id, warehouse, date, number);
alter table count_adjustment enable row level security;
alter table count_adjustment force row level security;
create policy company on count_adjustment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on count_adjustment to suanpan_app;
grant select on count_adjustment to suanpan_scoped;
create table count_adjustment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  direction text,
  adjusted_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  unit_cost numeric(28,10),
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index count_adjustment_line_owner_id_line_no_index on count_adjustment_line (company_id, owner_id, line_no);
create index count_adjustment_line_source_document_some_index on count_adjustment_line (company_id, source_document) where source_document is not null;
create index count_adjustment_line_item_index on count_adjustment_line (company_id, item);
alter table count_adjustment_line enable row level security;
alter table count_adjustment_line force row level security;
create policy company on count_adjustment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on count_adjustment_line to suanpan_app;
grant select on count_adjustment_line to suanpan_scoped;
create table loss_disposition (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cause text,
  department uuid,
  employee uuid,
  approved_by text,
  total_amount numeric(20,2),
  total_compensation numeric(20,2),
  branch uuid,
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
create unique index loss_disposition_number_key on loss_disposition (company_id, number);
create index loss_disposition_date_number_index on loss_disposition (company_id, date, number);
create index loss_disposition_state_date_number_some_index on loss_disposition (company_id, state, date, number) where state <> 'posted';
create unique index loss_disposition_reverses_some_key on loss_disposition (company_id, reverses) where reverses is not null and state <> 'void';
alter table loss_disposition enable row level security;
alter table loss_disposition force row level security;
create policy company on loss_disposition using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loss_disposition to suanpan_app;
grant select on loss_disposition to suanpan_scoped;
create table loss_disposition_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  direction text,
  adjusted_quantity numeric(24,6),
  amount numeric(20,2),
  deducted_tax numeric(20,2),
  transferred_tax numeric(20,2),
  compensation numeric(20,2),
  liable uuid,
  loss numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index loss_disposition_line_owner_id_line_no_index on loss_disposition_line (company_id, owner_id, line_no);
create index loss_disposition_line_source_document_some_index on loss_disposition_line (company_id, source_document) where source_document is not null;
create index loss_disposition_line_item_index on loss_disposition_line (company_id, item);
alter table loss_disposition_line enable row level security;
alter table loss_disposition_line force row level security;
create policy company on loss_disposition_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on loss_disposition_line to suanpan_app;
grant select on loss_disposition_line to suanpan_scoped;
create table cost_adjustment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason uuid,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index cost_adjustment_number_key on cost_adjustment (company_id, number);
create index cost_adjustment_date_number_index on cost_adjustment (company_id, date, number);
create index cost_adjustment_state_date_number_some_index on cost_adjustment (company_id, state, date, number) where state <> 'posted';
create unique index cost_adjustment_reverses_some_key on cost_adjustment (company_id, reverses) where reverses is not null and state <> 'void';
create index cost_adjustment_warehouse_date_number_index on cost_adjustment (company_id, warehouse, date, number);
alter table cost_adjustment enable row level security;
alter table cost_adjustment force row level security;
create policy company on cost_adjustment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_adjustment to suanpan_app;
grant select on cost_adjustment to suanpan_scoped;
create table cost_adjustment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index cost_adjustment_line_owner_id_line_no_index on cost_adjustment_line (company_id, owner_id, line_no);
create index cost_adjustment_line_source_document_some_index on cost_adjustment_line (company_id, source_document) where source_document is not null;
create index cost_adjustment_line_item_index on cost_adjustment_line (company_id, item);
alter table cost_adjustment_line enable row level security;
alter table cost_adjustment_line force row level security;
create policy company on cost_adjustment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_adjustment_line to suanpan_app;
grant select on cost_adjustment_line to suanpan_scoped;
create table cost_method_change (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cost_method text,
  cost_pool text,
  reason text,
  category uuid,
  whole_company boolean,
  branch uuid,
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
create unique index cost_method_change_number_key on cost_method_change (company_id, number);
create index cost_method_change_date_number_index on cost_method_change (company_id, date, number);
create index cost_method_change_state_date_number_some_index on cost_method_change (company_id, state, date, number) where state <> 'posted';
create unique index cost_method_change_reverses_some_key on cost_method_change (company_id, reverses) where reverses is not null and state <> 'void';
alter table cost_method_change enable row level security;
alter table cost_method_change force row level security;
create policy company on cost_method_change using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_method_change to suanpan_app;
grant select on cost_method_change to suanpan_scoped;
create table cost_method_change_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  costed_so_far text,
  held_quantity numeric(24,6),
  held_amount numeric(20,2),
  becomes text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index cost_method_change_line_owner_id_line_no_index on cost_method_change_line (company_id, owner_id, line_no);
create index cost_method_change_line_source_document_some_index on cost_method_change_line (company_id, source_document) where source_document is not null;
create index cost_method_change_line_item_index on cost_method_change_line (company_id, item);
alter table cost_method_change_line enable row level security;
alter table cost_method_change_line force row level security;
create policy company on cost_method_change_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_method_change_line to suanpan_app;
grant select on cost_method_change_line to suanpan_scoped;
create table standard_cost (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  reason text,
  branch uuid,
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
create unique index standard_cost_number_key on standard_cost (company_id, number);
create index standard_cost_date_number_index on standard_cost (company_id, date, number);
create index standard_cost_state_date_number_some_index on standard_cost (company_id, state, date, number) where state <> 'posted';
create unique index standard_cost_reverses_some_key on standard_cost (company_id, reverses) where reverses is not null and state <> 'void';
alter table standard_cost enable row level security;
alter table standard_cost force row level security;
create policy company on standard_cost using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on standard_cost to suanpan_app;
grant select on standard_cost to suanpan_scoped;
create table standard_cost_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  unit uuid,
  standard_price numeric(28,10),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index standard_cost_line_owner_id_line_no_index on standard_cost_line (company_id, owner_id, line_no);
create index standard_cost_line_source_document_some_index on standard_cost_line (company_id, source_document) where source_document is not null;
create index standard_cost_line_item_index on standard_cost_line (company_id, item);
alter table standard_cost_line enable row level security;
alter table standard_cost_line force row level security;
create policy company on standard_cost_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on standard_cost_line to suanpan_app;
grant select on standard_cost_line to suanpan_scoped;
create table stock_reclassification (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  category uuid,
  reason text,
  branch uuid,
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
create unique index stock_reclassification_number_key on stock_reclassification (company_id, number);
create index stock_reclassification_date_number_index on stock_reclassification (company_id, date, number);
create index stock_reclassification_state_date_number_some_index on stock_reclassification (company_id, state, date, number) where state <> 'posted';
create unique index stock_reclassification_reverses_some_key on stock_reclassification (company_id, reverses) where reverses is not null and state <> 'void';
alter table stock_reclassification enable row level security;
alter table stock_reclassification force row level security;
create policy company on stock_reclassification using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_reclassification to suanpan_app;
grant select on stock_reclassification to suanpan_scoped;
create table stock_reclassification_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index stock_reclassification_line_owner_id_line_no_index on stock_reclassification_line (company_id, owner_id, line_no);
create index stock_reclassification_line_source_document_some_index on stock_reclassification_line (company_id, source_document) where source_document is not null;
create index stock_reclassification_line_item_index on stock_reclassification_line (company_id, item);
alter table stock_reclassification_line enable row level security;
alter table stock_reclassification_line force row level security;
create policy company on stock_reclassification_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_reclassification_line to suanpan_app;
grant select on stock_reclassification_line to suanpan_scoped;
create table stock_status_change (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason text,
  employee uuid,
  branch uuid,
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
create unique index stock_status_change_number_key on stock_status_change (company_id, number);
create index stock_status_change_date_number_index on stock_status_change (company_id, date, number);
create index stock_status_change_state_date_number_some_index on stock_status_change (company_id, state, date, number) where state <> 'posted';
create unique index stock_status_change_reverses_some_key on stock_status_change (company_id, reverses) where reverses is not null and state <> 'void';
create index stock_status_change_warehouse_date_number_index on stock_status_change (company_id, warehouse, date, number);
alter table stock_status_change enable row level security;
alter table stock_status_change force row level security;
create policy company on stock_status_change using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_status_change to suanpan_app;
grant select on stock_status_change to suanpan_scoped;
create table stock_status_change_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  from_state text,
  to_state text,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index stock_status_change_line_owner_id_line_no_index on stock_status_change_line (company_id, owner_id, line_no);
create index stock_status_change_line_source_document_some_index on stock_status_change_line (company_id, source_document) where source_document is not null;
create index stock_status_change_line_item_index on stock_status_change_line (company_id, item);
alter table stock_status_change_line enable row level security;
alter table stock_status_change_line force row level security;
create policy company on stock_status_change_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_status_change_line to suanpan_app;
grant select on stock_status_change_line to suanpan_scoped;
create table lot_change (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  reason text,
  employee uuid,
  branch uuid,
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
create unique index lot_change_number_key on lot_change (company_id, number);
create index lot_change_date_number_index on lot_change (company_id, date, number);
create index lot_change_state_date_number_some_index on lot_change (company_id, state, date, number) where state <> 'posted';
create unique index lot_change_reverses_some_key on lot_change (company_id, reverses) where reverses is not null and state <> 'void';
create index lot_change_warehouse_date_number_index on lot_change (company_id, warehouse, date, number);
alter table lot_change enable row level security;
alter table lot_change force row level security;
create policy company on lot_change using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lot_change to suanpan_app;
grant select on lot_change to suanpan_scoped;
create table lot_change_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  to_lot text,
  produced_on date,
  expires_on date,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index lot_change_line_owner_id_line_no_index on lot_change_line (company_id, owner_id, line_no);
create index lot_change_line_source_document_some_index on lot_change_line (company_id, source_document) where source_document is not null;
create index lot_change_line_item_index on lot_change_line (company_id, item);
alter table lot_change_line enable row level security;
alter table lot_change_line force row level security;
create policy company on lot_change_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on lot_change_line to suanpan_app;
grant select on lot_change_line to suanpan_scoped;
create table bin_transfer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  warehouse uuid,
  employee uuid,
  branch uuid,
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
create unique index bin_transfer_number_key on bin_transfer (company_id, number);
create index bin_transfer_date_number_index on bin_transfer (company_id, date, number);
create index bin_transfer_state_date_number_some_index on bin_transfer (company_id, state, date, number) where state <> 'posted';
create unique index bin_transfer_reverses_some_key on bin_transfer (company_id, reverses) where reverses is not null and state <> 'void';
create index bin_transfer_warehouse_date_number_index on bin_transfer (company_id, warehouse, date, number);
alter table bin_transfer enable row level security;
alter table bin_transfer force row level security;
create policy company on bin_transfer using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bin_transfer to suanpan_app;
grant select on bin_transfer to suanpan_scoped;
create table bin_transfer_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  bin uuid,
  to_bin uuid,
  state text,
  lot text,
  serials text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bin_transfer_line_owner_id_line_no_index on bin_transfer_line (company_id, owner_id, line_no);
create index bin_transfer_line_source_document_some_index on bin_transfer_line (company_id, source_document) where source_document is not null;
create index bin_transfer_line_item_index on bin_transfer_line (company_id, item);
alter table bin_transfer_line enable row level security;
alter table bin_transfer_line force row level security;
create policy company on bin_transfer_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bin_transfer_line to suanpan_app;
grant select on bin_transfer_line to suanpan_scoped;
create table custody_receipt (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  owner uuid,
  purpose text,
  warehouse uuid,
  back_on date,
  owner_number text,
  branch uuid,
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
create unique index custody_receipt_number_key on custody_receipt (company_id, number);
create index custody_receipt_date_number_index on custody_receipt (company_id, date, number);
create index custody_receipt_state_date_number_some_index on custody_receipt (company_id, state, date, number) where state <> 'posted';
create unique index custody_receipt_reverses_some_key on custody_receipt (company_id, reverses) where reverses is not null and state <> 'void';
create index custody_receipt_owner_date_number_index on custody_receipt (company_id, owner, date, number);
create index custody_receipt_warehouse_date_number_index on custody_receipt (company_id, warehouse, date, number);
alter table custody_receipt enable row level security;
alter table custody_receipt force row level security;
create policy company on custody_receipt using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on custody_receipt to suanpan_app;
grant select on custody_receipt to suanpan_scoped;
create table custody_receipt_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index custody_receipt_line_owner_id_line_no_index on custody_receipt_line (company_id, owner_id, line_no);
create index custody_receipt_line_source_document_some_index on custody_receipt_line (company_id, source_document) where source_document is not null;
create index custody_receipt_line_item_index on custody_receipt_line (company_id, item);
alter table custody_receipt_line enable row level security;
alter table custody_receipt_line force row level security;
create policy company on custody_receipt_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on custody_receipt_line to suanpan_app;
grant select on custody_receipt_line to suanpan_scoped;
create table custody_issue (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  owner uuid,
  reason text,
  warehouse uuid,
  branch uuid,
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
create unique index custody_issue_number_key on custody_issue (company_id, number);
create index custody_issue_date_number_index on custody_issue (company_id, date, number);
create index custody_issue_state_date_number_some_index on custody_issue (company_id, state, date, number) where state <> 'posted';
create unique index custody_issue_reverses_some_key on custody_issue (company_id, reverses) where reverses is not null and state <> 'void';
create index custody_issue_owner_date_number_index on custody_issue (company_id, owner, date, number);
create index custody_issue_warehouse_date_number_index on custody_issue (company_id, warehouse, date, number);
alter table custody_issue enable row level security;
alter table custody_issue force row level security;
create policy company on custody_issue using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on custody_issue to suanpan_app;
grant select on custody_issue to suanpan_scoped;
create table custody_issue_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index custody_issue_line_owner_id_line_no_index on custody_issue_line (company_id, owner_id, line_no);
create index custody_issue_line_source_document_some_index on custody_issue_line (company_id, source_document) where source_document is not null;
create index custody_issue_line_item_index on custody_issue_line (company_id, item);
alter table custody_issue_line enable row level security;
alter table custody_issue_line force row level security;
create policy company on custody_issue_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on custody_issue_line to suanpan_app;
grant select on custody_issue_line to suanpan_scoped;
create table sales_forecast (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  subject text,
  starts_on date,
  ends_on date,
  salesperson uuid,
  department uuid,
  branch uuid,
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
create unique index sales_forecast_number_key on sales_forecast (company_id, number);
create index sales_forecast_date_number_index on sales_forecast (company_id, date, number);
create index sales_forecast_state_date_number_some_index on sales_forecast (company_id, state, date, number) where state <> 'posted';
create unique index sales_forecast_reverses_some_key on sales_forecast (company_id, reverses) where reverses is not null and state <> 'void';
alter table sales_forecast enable row level security;
alter table sales_forecast force row level security;
create policy company on sales_forecast using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_forecast to suanpan_app;
grant select on sales_forecast to suanpan_scoped;
create table sales_forecast_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_forecast_line_owner_id_line_no_index on sales_forecast_line (company_id, owner_id, line_no);
create index sales_forecast_line_source_document_some_index on sales_forecast_line (company_id, source_document) where source_document is not null;
create index sales_forecast_line_item_index on sales_forecast_line (company_id, item);
alter table sales_forecast_line enable row level security;
alter table sales_forecast_line force row level security;
create policy company on sales_forecast_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_forecast_line to suanpan_app;
grant select on sales_forecast_line to suanpan_scoped;
create table purchase_plan (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  subject text,
  starts_on date,
  ends_on date,
  buyer uuid,
  department uuid,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index purchase_plan_number_key on purchase_plan (company_id, number);
create index purchase_plan_date_number_index on purchase_plan (company_id, date, number);
create index purchase_plan_state_date_number_some_index on purchase_plan (company_id, state, date, number) where state <> 'posted';
create unique index purchase_plan_reverses_some_key on purchase_plan (company_id, reverses) where reverses is not null and state <> 'void';
alter table purchase_plan enable row level security;
alter table purchase_plan force row level security;
create policy company on purchase_plan using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_plan to suanpan_app;
grant select on purchase_plan to suanpan_scoped;
create table purchase_plan_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  supplier uuid,
  price numeric(28,10),
  amount numeric(20,2),
  needed_on date,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index purchase_plan_line_owner_id_line_no_index on purchase_plan_line (company_id, owner_id, line_no);
create index purchase_plan_line_source_document_some_index on purchase_plan_line (company_id, source_document) where source_document is not null;
create index purchase_plan_line_item_index on purchase_plan_line (company_id, item);
alter table purchase_plan_line enable row level security;
alter table purchase_plan_line force row level security;
create policy company on purchase_plan_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on purchase_plan_line to suanpan_app;
grant select on purchase_plan_line to suanpan_scoped;
create table engineering_change (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  item uuid,
  valid_from date,
  bom_version text,
  reason text,
  branch uuid,
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
create unique index engineering_change_number_key on engineering_change (company_id, number);
create index engineering_change_date_number_index on engineering_change (company_id, date, number);
create index engineering_change_state_date_number_some_index on engineering_change (company_id, state, date, number) where state <> 'posted';
create unique index engineering_change_reverses_some_key on engineering_change (company_id, reverses) where reverses is not null and state <> 'void';
create index engineering_change_item_date_number_index on engineering_change (company_id, item, date, number);
alter table engineering_change enable row level security;
alter table engineering_change force row level security;
create policy company on engineering_change using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on engineering_change to suanpan_app;
grant select on engineering_change to suanpan_scoped;
create table engineering_change_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  action text,
  component uuid,
  replacement uuid,
  quantity numeric(24,6),
  unit uuid,
  loss_percent numeric(14,6),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index engineering_change_line_owner_id_line_no_index on engineering_change_line (company_id, owner_id, line_no);
create index engineering_change_line_source_document_some_index on engineering_change_line (company_id, source_document) where source_document is not null;
alter table engineering_change_line enable row level security;
alter table engineering_change_line force row level security;
create policy company on engineering_change_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on engineering_change_line to suanpan_app;
grant select on engineering_change_line to suanpan_scoped;
create table work_order (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  workshop uuid,
  bom uuid,
  starts_on date,
  promised_on date,
  warehouse uuid,
  finished_warehouse uuid,
  employee uuid,
  sales_order text,
  planned_cost numeric(20,2),
  exploded_for text,
  branch uuid,
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
create unique index work_order_number_key on work_order (company_id, number);
create index work_order_date_number_index on work_order (company_id, date, number);
create index work_order_state_date_number_some_index on work_order (company_id, state, date, number) where state <> 'posted';
create unique index work_order_reverses_some_key on work_order (company_id, reverses) where reverses is not null and state <> 'void';
create index work_order_item_date_number_index on work_order (company_id, item, date, number);
create index work_order_workshop_date_number_index on work_order (company_id, workshop, date, number);
alter table work_order enable row level security;
alter table work_order force row level security;
create policy company on work_order using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on work_order to suanpan_app;
grant select on work_order to suanpan_scoped;
create table work_order_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  kind text,
  cost_share numeric(24,6),
  unit_cost numeric(28,10),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index work_order_line_owner_id_line_no_index on work_order_line (company_id, owner_id, line_no);
create index work_order_line_source_document_some_index on work_order_line (company_id, source_document) where source_document is not null;
create index work_order_line_item_index on work_order_line (company_id, item);
alter table work_order_line enable row level security;
alter table work_order_line force row level security;
create policy company on work_order_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on work_order_line to suanpan_app;
grant select on work_order_line to suanpan_scoped;
create table work_order_components (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  substitute_for uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index work_order_components_owner_id_line_no_index on work_order_components (company_id, owner_id, line_no);
create index work_order_components_source_document_some_index on work_order_components (company_id, source_document) where source_document is not null;
create index work_order_components_item_index on work_order_components (company_id, item);
alter table work_order_components enable row level security;
alter table work_order_components force row level security;
create policy company on work_order_components using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on work_order_components to suanpan_app;
grant select on work_order_components to suanpan_scoped;
create table material_issue (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  work_order text,
  work_order_id uuid,
  warehouse uuid,
  employee uuid,
  branch uuid,
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
create unique index material_issue_number_key on material_issue (company_id, number);
create index material_issue_date_number_index on material_issue (company_id, date, number);
create index material_issue_state_date_number_some_index on material_issue (company_id, state, date, number) where state <> 'posted';
create unique index material_issue_reverses_some_key on material_issue (company_id, reverses) where reverses is not null and state <> 'void';
create index material_issue_work_order_date_number_index on material_issue (company_id, work_order, date, number);
create index material_issue_work_order_id_date_number_index on material_issue (company_id, work_order_id, date, number);
create index material_issue_warehouse_date_number_index on material_issue (company_id, warehouse, date, number);
alter table material_issue enable row level security;
alter table material_issue force row level security;
create policy company on material_issue using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on material_issue to suanpan_app;
grant select on material_issue to suanpan_scoped;
create table material_issue_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index material_issue_line_owner_id_line_no_index on material_issue_line (company_id, owner_id, line_no);
create index material_issue_line_source_document_some_index on material_issue_line (company_id, source_document) where source_document is not null;
create index material_issue_line_item_index on material_issue_line (company_id, item);
alter table material_issue_line enable row level security;
alter table material_issue_line force row level security;
create policy company on material_issue_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on material_issue_line to suanpan_app;
grant select on material_issue_line to suanpan_scoped;
create table material_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  work_order text,
  work_order_id uuid,
  warehouse uuid,
  employee uuid,
  branch uuid,
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
create unique index material_return_number_key on material_return (company_id, number);
create index material_return_date_number_index on material_return (company_id, date, number);
create index material_return_state_date_number_some_index on material_return (company_id, state, date, number) where state <> 'posted';
create unique index material_return_reverses_some_key on material_return (company_id, reverses) where reverses is not null and state <> 'void';
create index material_return_work_order_date_number_index on material_return (company_id, work_order, date, number);
create index material_return_work_order_id_date_number_index on material_return (company_id, work_order_id, date, number);
create index material_return_warehouse_date_number_index on material_return (company_id, warehouse, date, number);
alter table material_return enable row level security;
alter table material_return force row level security;
create policy company on material_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on material_return to suanpan_app;
grant select on material_return to suanpan_scoped;
create table material_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  warehouse uuid,
  lot text,
  serials text,
  bin uuid,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index material_return_line_owner_id_line_no_index on material_return_line (company_id, owner_id, line_no);
create index material_return_line_source_document_some_index on material_return_line (company_id, source_document) where source_document is not null;
create index material_return_line_item_index on material_return_line (company_id, item);
alter table material_return_line enable row level security;
alter table material_return_line force row level security;
create policy company on material_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on material_return_line to suanpan_app;
grant select on material_return_line to suanpan_scoped;
create table operation_report (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  workshop uuid,
  total_hours numeric(24,6),
  branch uuid,
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
create unique index operation_report_number_key on operation_report (company_id, number);
create index operation_report_date_number_index on operation_report (company_id, date, number);
create index operation_report_state_date_number_some_index on operation_report (company_id, state, date, number) where state <> 'posted';
create unique index operation_report_reverses_some_key on operation_report (company_id, reverses) where reverses is not null and state <> 'void';
alter table operation_report enable row level security;
alter table operation_report force row level security;
create policy company on operation_report using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on operation_report to suanpan_app;
grant select on operation_report to suanpan_scoped;
create table operation_report_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  work_order text,
  work_order_id uuid,
  employee uuid,
  operation text,
  hours numeric(24,6),
  machine_hours numeric(24,6),
  good numeric(24,6),
  scrapped numeric(24,6),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index operation_report_line_owner_id_line_no_index on operation_report_line (company_id, owner_id, line_no);
create index operation_report_line_source_document_some_index on operation_report_line (company_id, source_document) where source_document is not null;
create index operation_report_line_work_order_index on operation_report_line (company_id, work_order);
create index operation_report_line_work_order_id_index on operation_report_line (company_id, work_order_id);
alter table operation_report_line enable row level security;
alter table operation_report_line force row level security;
create policy company on operation_report_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on operation_report_line to suanpan_app;
grant select on operation_report_line to suanpan_scoped;
create table production_receipt (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  work_order text,
  work_order_id uuid,
  warehouse uuid,
  employee uuid,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index production_receipt_number_key on production_receipt (company_id, number);
create index production_receipt_date_number_index on production_receipt (company_id, date, number);
create index production_receipt_state_date_number_some_index on production_receipt (company_id, state, date, number) where state <> 'posted';
create unique index production_receipt_reverses_some_key on production_receipt (company_id, reverses) where reverses is not null and state <> 'void';
create index production_receipt_work_order_date_number_index on production_receipt (company_id, work_order, date, number);
create index production_receipt_work_order_id_date_number_index on production_receipt (company_id, work_order_id, date, number);
create index production_receipt_warehouse_date_number_index on production_receipt (company_id, warehouse, date, number);
alter table production_receipt enable row level security;
alter table production_receipt force row level security;
create policy company on production_receipt using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on production_receipt to suanpan_app;
grant select on production_receipt to suanpan_scoped;
create table production_receipt_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  spec text,
  quantity numeric(24,6),
  unit uuid,
  base_quantity numeric(24,6),
  second_quantity numeric(24,6),
  scrapped numeric(24,6),
  kind text,
  cost_share numeric(24,6),
  unit_cost numeric(28,10),
  amount numeric(20,2),
  lot text,
  serials text,
  bin uuid,
  produced_on date,
  expires_on date,
  supplier_lot text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index production_receipt_line_owner_id_line_no_index on production_receipt_line (company_id, owner_id, line_no);
create index production_receipt_line_source_document_some_index on production_receipt_line (company_id, source_document) where source_document is not null;
create index production_receipt_line_item_index on production_receipt_line (company_id, item);
alter table production_receipt_line enable row level security;
alter table production_receipt_line force row level security;
create policy company on production_receipt_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on production_receipt_line to suanpan_app;
grant select on production_receipt_line to suanpan_scoped;
create table progress_count (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  counted_by text,
  branch uuid,
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
create unique index progress_count_number_key on progress_count (company_id, number);
create index progress_count_date_number_index on progress_count (company_id, date, number);
create index progress_count_state_date_number_some_index on progress_count (company_id, state, date, number) where state <> 'posted';
create unique index progress_count_reverses_some_key on progress_count (company_id, reverses) where reverses is not null and state <> 'void';
alter table progress_count enable row level security;
alter table progress_count force row level security;
create policy company on progress_count using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on progress_count to suanpan_app;
grant select on progress_count to suanpan_scoped;
create table progress_count_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  work_order text,
  work_order_id uuid,
  quantity numeric(24,6),
  material_percent numeric(14,6),
  completion_percent numeric(14,6),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index progress_count_line_owner_id_line_no_index on progress_count_line (company_id, owner_id, line_no);
create index progress_count_line_source_document_some_index on progress_count_line (company_id, source_document) where source_document is not null;
create index progress_count_line_work_order_index on progress_count_line (company_id, work_order);
create index progress_count_line_work_order_id_index on progress_count_line (company_id, work_order_id);
alter table progress_count_line enable row level security;
alter table progress_count_line force row level security;
create policy company on progress_count_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on progress_count_line to suanpan_app;
grant select on progress_count_line to suanpan_scoped;
create table cost_allocation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index cost_allocation_number_key on cost_allocation (company_id, number);
create index cost_allocation_date_number_index on cost_allocation (company_id, date, number);
create index cost_allocation_state_date_number_some_index on cost_allocation (company_id, state, date, number) where state <> 'posted';
create unique index cost_allocation_reverses_some_key on cost_allocation (company_id, reverses) where reverses is not null and state <> 'void';
create index cost_allocation_period_date_number_index on cost_allocation (company_id, period, date, number);
alter table cost_allocation enable row level security;
alter table cost_allocation force row level security;
create policy company on cost_allocation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_allocation to suanpan_app;
grant select on cost_allocation to suanpan_scoped;
create table cost_allocation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  work_order text,
  work_order_id uuid,
  workshop uuid,
  element text,
  basis text,
  basis_quantity numeric(24,6),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index cost_allocation_line_owner_id_line_no_index on cost_allocation_line (company_id, owner_id, line_no);
create index cost_allocation_line_source_document_some_index on cost_allocation_line (company_id, source_document) where source_document is not null;
create index cost_allocation_line_work_order_index on cost_allocation_line (company_id, work_order);
create index cost_allocation_line_work_order_id_index on cost_allocation_line (company_id, work_order_id);
alter table cost_allocation_line enable row level security;
alter table cost_allocation_line force row level security;
create policy company on cost_allocation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_allocation_line to suanpan_app;
grant select on cost_allocation_line to suanpan_scoped;
create table cost_allocation_pools (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  department uuid,
  element text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index cost_allocation_pools_owner_id_line_no_index on cost_allocation_pools (company_id, owner_id, line_no);
create index cost_allocation_pools_source_document_some_index on cost_allocation_pools (company_id, source_document) where source_document is not null;
alter table cost_allocation_pools enable row level security;
alter table cost_allocation_pools force row level security;
create policy company on cost_allocation_pools using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cost_allocation_pools to suanpan_app;
grant select on cost_allocation_pools to suanpan_scoped;
create table completion_costing (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  step integer,
  total_finished numeric(20,2),
  total_true_up numeric(20,2),
  branch uuid,
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
create unique index completion_costing_number_key on completion_costing (company_id, number);
create index completion_costing_date_number_index on completion_costing (company_id, date, number);
create index completion_costing_state_date_number_some_index on completion_costing (company_id, state, date, number) where state <> 'posted';
create unique index completion_costing_reverses_some_key on completion_costing (company_id, reverses) where reverses is not null and state <> 'void';
create index completion_costing_period_date_number_index on completion_costing (company_id, period, date, number);
alter table completion_costing enable row level security;
alter table completion_costing force row level security;
create policy company on completion_costing using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on completion_costing to suanpan_app;
grant select on completion_costing to suanpan_scoped;
create table completion_costing_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  work_order text,
  work_order_id uuid,
  item uuid,
  finished_quantity numeric(24,6),
  in_progress_quantity numeric(24,6),
  finished_material numeric(20,2),
  finished_labour numeric(20,2),
  finished_overhead numeric(20,2),
  finished_total numeric(20,2),
  unit_cost numeric(28,10),
  in_progress_total numeric(20,2),
  loss numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index completion_costing_line_owner_id_line_no_index on completion_costing_line (company_id, owner_id, line_no);
create index completion_costing_line_source_document_some_index on completion_costing_line (company_id, source_document) where source_document is not null;
create index completion_costing_line_work_order_index on completion_costing_line (company_id, work_order);
create index completion_costing_line_work_order_id_index on completion_costing_line (company_id, work_order_id);
alter table completion_costing_line enable row level security;
alter table completion_costing_line force row level security;
create policy company on completion_costing_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on completion_costing_line to suanpan_app;
grant select on completion_costing_line to suanpan_scoped;
create table completion_costing_true_ups (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  work_order text,
  work_order_id uuid,
  receipt text,
  receipt_line uuid,
  item uuid,
  warehouse uuid,
  quantity numeric(24,6),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index completion_costing_true_ups_owner_id_line_no_index on completion_costing_true_ups (company_id, owner_id, line_no);
create index completion_costing_true_ups_source_document_some_index on completion_costing_true_ups (company_id, source_document) where source_document is not null;
create index completion_costing_true_ups_work_order_index on completion_costing_true_ups (company_id, work_order);
create index completion_costing_true_ups_work_order_id_index on completion_costing_true_ups (company_id, work_order_id);
create index completion_costing_true_ups_receipt_line_index on completion_costing_true_ups (company_id, receipt_line);
alter table completion_costing_true_ups enable row level security;
alter table completion_costing_true_ups force row level security;
create policy company on completion_costing_true_ups using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on completion_costing_true_ups to suanpan_app;
grant select on completion_costing_true_ups to suanpan_scoped;
create table collection (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  employee uuid,
  department uuid,
  order_number text,
  rounded_off numeric(20,2),
  total_amount numeric(20,2),
  total_settled numeric(20,2),
  total_discount numeric(20,2),
  currency text,
  rate numeric(24,8),
  advance numeric(20,2),
  branch uuid,
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
create unique index collection_number_key on collection (company_id, number);
create index collection_date_number_index on collection (company_id, date, number);
create index collection_state_date_number_some_index on collection (company_id, state, date, number) where state <> 'posted';
create unique index collection_reverses_some_key on collection (company_id, reverses) where reverses is not null and state <> 'void';
create index collection_customer_date_number_index on collection (company_id, customer, date, number);
create index collection_order_number_date_number_index on collection (company_id, order_number, date, number);
alter table collection enable row level security;
alter table collection force row level security;
create policy company on collection using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on collection to suanpan_app;
grant select on collection to suanpan_scoped;
create table collection_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  fee numeric(20,2),
  reference text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index collection_line_owner_id_line_no_index on collection_line (company_id, owner_id, line_no);
create index collection_line_source_document_some_index on collection_line (company_id, source_document) where source_document is not null;
alter table collection_line enable row level security;
alter table collection_line force row level security;
create policy company on collection_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on collection_line to suanpan_app;
grant select on collection_line to suanpan_scoped;
create table collection_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index collection_settlements_owner_id_line_no_index on collection_settlements (company_id, owner_id, line_no);
create index collection_settlements_source_document_some_index on collection_settlements (company_id, source_document) where source_document is not null;
alter table collection_settlements enable row level security;
alter table collection_settlements force row level security;
create policy company on collection_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on collection_settlements to suanpan_app;
grant select on collection_settlements to suanpan_scoped;
create table customer_refund (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  reason text,
  employee uuid,
  department uuid,
  total_amount numeric(20,2),
  total_settled numeric(20,2),
  total_discount numeric(20,2),
  currency text,
  rate numeric(24,8),
  branch uuid,
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
create unique index customer_refund_number_key on customer_refund (company_id, number);
create index customer_refund_date_number_index on customer_refund (company_id, date, number);
create index customer_refund_state_date_number_some_index on customer_refund (company_id, state, date, number) where state <> 'posted';
create unique index customer_refund_reverses_some_key on customer_refund (company_id, reverses) where reverses is not null and state <> 'void';
create index customer_refund_customer_date_number_index on customer_refund (company_id, customer, date, number);
alter table customer_refund enable row level security;
alter table customer_refund force row level security;
create policy company on customer_refund using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on customer_refund to suanpan_app;
grant select on customer_refund to suanpan_scoped;
create table customer_refund_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  fee numeric(20,2),
  reference text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index customer_refund_line_owner_id_line_no_index on customer_refund_line (company_id, owner_id, line_no);
create index customer_refund_line_source_document_some_index on customer_refund_line (company_id, source_document) where source_document is not null;
alter table customer_refund_line enable row level security;
alter table customer_refund_line force row level security;
create policy company on customer_refund_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on customer_refund_line to suanpan_app;
grant select on customer_refund_line to suanpan_scoped;
create table customer_refund_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index customer_refund_settlements_owner_id_line_no_index on customer_refund_settlements (company_id, owner_id, line_no);
create index customer_refund_settlements_source_document_some_index on customer_refund_settlements (company_id, source_document) where source_document is not null;
alter table customer_refund_settlements enable row level security;
alter table customer_refund_settlements force row level security;
create policy company on customer_refund_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on customer_refund_settlements to suanpan_app;
grant select on customer_refund_settlements to suanpan_scoped;
create table payment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  employee uuid,
  department uuid,
  order_number text,
  rounded_off numeric(20,2),
  total_amount numeric(20,2),
  total_settled numeric(20,2),
  total_discount numeric(20,2),
  currency text,
  rate numeric(24,8),
  advance numeric(20,2),
  branch uuid,
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
create unique index payment_number_key on payment (company_id, number);
create index payment_date_number_index on payment (company_id, date, number);
create index payment_state_date_number_some_index on payment (company_id, state, date, number) where state <> 'posted';
create unique index payment_reverses_some_key on payment (company_id, reverses) where reverses is not null and state <> 'void';
create index payment_supplier_date_number_index on payment (company_id, supplier, date, number);
create index payment_order_number_date_number_index on payment (company_id, order_number, date, number);
alter table payment enable row level security;
alter table payment force row level security;
create policy company on payment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on payment to suanpan_app;
grant select on payment to suanpan_scoped;
create table payment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  fee numeric(20,2),
  reference text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index payment_line_owner_id_line_no_index on payment_line (company_id, owner_id, line_no);
create index payment_line_source_document_some_index on payment_line (company_id, source_document) where source_document is not null;
alter table payment_line enable row level security;
alter table payment_line force row level security;
create policy company on payment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on payment_line to suanpan_app;
grant select on payment_line to suanpan_scoped;
create table payment_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index payment_settlements_owner_id_line_no_index on payment_settlements (company_id, owner_id, line_no);
create index payment_settlements_source_document_some_index on payment_settlements (company_id, source_document) where source_document is not null;
alter table payment_settlements enable row level security;
alter table payment_settlements force row level security;
create policy company on payment_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on payment_settlements to suanpan_app;
grant select on payment_settlements to suanpan_scoped;
create table expense (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  payee uuid,
  cash_account uuid,
  invoice_kind text,
  due_on date,
  employee uuid,
  department uuid,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index expense_number_key on expense (company_id, number);
create index expense_date_number_index on expense (company_id, date, number);
create index expense_state_date_number_some_index on expense (company_id, state, date, number) where state <> 'posted';
create unique index expense_reverses_some_key on expense (company_id, reverses) where reverses is not null and state <> 'void';
alter table expense enable row level security;
alter table expense force row level security;
create policy company on expense using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense to suanpan_app;
grant select on expense to suanpan_scoped;
create table expense_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  expense_item uuid,
  summary text,
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  department uuid,
  project uuid,
  pending_tax numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index expense_line_owner_id_line_no_index on expense_line (company_id, owner_id, line_no);
create index expense_line_source_document_some_index on expense_line (company_id, source_document) where source_document is not null;
alter table expense_line enable row level security;
alter table expense_line force row level security;
create policy company on expense_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense_line to suanpan_app;
grant select on expense_line to suanpan_scoped;
create table other_income (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  payer uuid,
  cash_account uuid,
  employee uuid,
  department uuid,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index other_income_number_key on other_income (company_id, number);
create index other_income_date_number_index on other_income (company_id, date, number);
create index other_income_state_date_number_some_index on other_income (company_id, state, date, number) where state <> 'posted';
create unique index other_income_reverses_some_key on other_income (company_id, reverses) where reverses is not null and state <> 'void';
alter table other_income enable row level security;
alter table other_income force row level security;
create policy company on other_income using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_income to suanpan_app;
grant select on other_income to suanpan_scoped;
create table other_income_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  income_item uuid,
  summary text,
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  department uuid,
  project uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index other_income_line_owner_id_line_no_index on other_income_line (company_id, owner_id, line_no);
create index other_income_line_source_document_some_index on other_income_line (company_id, source_document) where source_document is not null;
alter table other_income_line enable row level security;
alter table other_income_line force row level security;
create policy company on other_income_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on other_income_line to suanpan_app;
grant select on other_income_line to suanpan_scoped;
create table cash_transfer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  from_account uuid,
  to_account uuid,
  amount numeric(20,2),
  fee numeric(20,2),
  reference text,
  employee uuid,
  branch uuid,
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
create unique index cash_transfer_number_key on cash_transfer (company_id, number);
create index cash_transfer_date_number_index on cash_transfer (company_id, date, number);
create index cash_transfer_state_date_number_some_index on cash_transfer (company_id, state, date, number) where state <> 'posted';
create unique index cash_transfer_reverses_some_key on cash_transfer (company_id, reverses) where reverses is not null and state <> 'void';
alter table cash_transfer enable row level security;
alter table cash_transfer force row level security;
create policy company on cash_transfer using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_transfer to suanpan_app;
grant select on cash_transfer to suanpan_scoped;
create table settlement (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  kind text,
  employee uuid,
  total_owed numeric(20,2),
  total_owing numeric(20,2),
  branch uuid,
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
create unique index settlement_number_key on settlement (company_id, number);
create index settlement_date_number_index on settlement (company_id, date, number);
create index settlement_state_date_number_some_index on settlement (company_id, state, date, number) where state <> 'posted';
create unique index settlement_reverses_some_key on settlement (company_id, reverses) where reverses is not null and state <> 'void';
alter table settlement enable row level security;
alter table settlement force row level security;
create policy company on settlement using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on settlement to suanpan_app;
grant select on settlement to suanpan_scoped;
create table settlement_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  party uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index settlement_line_owner_id_line_no_index on settlement_line (company_id, owner_id, line_no);
create index settlement_line_source_document_some_index on settlement_line (company_id, source_document) where source_document is not null;
alter table settlement_line enable row level security;
alter table settlement_line force row level security;
create policy company on settlement_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on settlement_line to suanpan_app;
grant select on settlement_line to suanpan_scoped;
create table suspense (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  direction text,
  holder uuid,
  counterparty text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index suspense_number_key on suspense (company_id, number);
create index suspense_date_number_index on suspense (company_id, date, number);
create index suspense_state_date_number_some_index on suspense (company_id, state, date, number) where state <> 'posted';
create unique index suspense_reverses_some_key on suspense (company_id, reverses) where reverses is not null and state <> 'void';
alter table suspense enable row level security;
alter table suspense force row level security;
create policy company on suspense using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on suspense to suanpan_app;
grant select on suspense to suanpan_scoped;
create table suspense_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  cash_account uuid,
  amount numeric(20,2),
  summary text,
  reference text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index suspense_line_owner_id_line_no_index on suspense_line (company_id, owner_id, line_no);
create index suspense_line_source_document_some_index on suspense_line (company_id, source_document) where source_document is not null;
alter table suspense_line enable row level security;
alter table suspense_line force row level security;
create policy company on suspense_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on suspense_line to suanpan_app;
grant select on suspense_line to suanpan_scoped;
create table note_received (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  employee uuid,
  department uuid,
  is_opening boolean,
  total_amount numeric(20,2),
  total_settled numeric(20,2),
  advance numeric(20,2),
  branch uuid,
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
create unique index note_received_number_key on note_received (company_id, number);
create index note_received_date_number_index on note_received (company_id, date, number);
create index note_received_state_date_number_some_index on note_received (company_id, state, date, number) where state <> 'posted';
create unique index note_received_reverses_some_key on note_received (company_id, reverses) where reverses is not null and state <> 'void';
create index note_received_customer_date_number_index on note_received (company_id, customer, date, number);
alter table note_received enable row level security;
alter table note_received force row level security;
create policy company on note_received using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_received to suanpan_app;
grant select on note_received to suanpan_scoped;
create table note_received_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  bill_number text,
  bill_kind text,
  amount numeric(20,2),
  issued_on date,
  matures_on date,
  drawer text,
  acceptor text,
  splittable boolean,
  sub_range text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_received_line_owner_id_line_no_index on note_received_line (company_id, owner_id, line_no);
create index note_received_line_source_document_some_index on note_received_line (company_id, source_document) where source_document is not null;
create index note_received_line_bill_number_index on note_received_line (company_id, bill_number);
alter table note_received_line enable row level security;
alter table note_received_line force row level security;
create policy company on note_received_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_received_line to suanpan_app;
grant select on note_received_line to suanpan_scoped;
create table note_received_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_received_settlements_owner_id_line_no_index on note_received_settlements (company_id, owner_id, line_no);
create index note_received_settlements_source_document_some_index on note_received_settlements (company_id, source_document) where source_document is not null;
alter table note_received_settlements enable row level security;
alter table note_received_settlements force row level security;
create policy company on note_received_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_received_settlements to suanpan_app;
grant select on note_received_settlements to suanpan_scoped;
create table note_issued (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  supplier uuid,
  employee uuid,
  department uuid,
  cash_account uuid,
  margin numeric(20,2),
  margin_account uuid,
  fee numeric(20,2),
  is_opening boolean,
  total_amount numeric(20,2),
  total_settled numeric(20,2),
  advance numeric(20,2),
  branch uuid,
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
create unique index note_issued_number_key on note_issued (company_id, number);
create index note_issued_date_number_index on note_issued (company_id, date, number);
create index note_issued_state_date_number_some_index on note_issued (company_id, state, date, number) where state <> 'posted';
create unique index note_issued_reverses_some_key on note_issued (company_id, reverses) where reverses is not null and state <> 'void';
create index note_issued_supplier_date_number_index on note_issued (company_id, supplier, date, number);
alter table note_issued enable row level security;
alter table note_issued force row level security;
create policy company on note_issued using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_issued to suanpan_app;
grant select on note_issued to suanpan_scoped;
create table note_issued_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  bill_number text,
  bill_kind text,
  amount numeric(20,2),
  issued_on date,
  matures_on date,
  drawer text,
  acceptor text,
  splittable boolean,
  sub_range text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_issued_line_owner_id_line_no_index on note_issued_line (company_id, owner_id, line_no);
create index note_issued_line_source_document_some_index on note_issued_line (company_id, source_document) where source_document is not null;
create index note_issued_line_bill_number_index on note_issued_line (company_id, bill_number);
alter table note_issued_line enable row level security;
alter table note_issued_line force row level security;
create policy company on note_issued_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_issued_line to suanpan_app;
grant select on note_issued_line to suanpan_scoped;
create table note_issued_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_issued_settlements_owner_id_line_no_index on note_issued_settlements (company_id, owner_id, line_no);
create index note_issued_settlements_source_document_some_index on note_issued_settlements (company_id, source_document) where source_document is not null;
alter table note_issued_settlements enable row level security;
alter table note_issued_settlements force row level security;
create policy company on note_issued_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_issued_settlements to suanpan_app;
grant select on note_issued_settlements to suanpan_scoped;
create table note_event (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  kind text,
  supplier uuid,
  cash_account uuid,
  rate numeric(14,6),
  extra_days integer,
  fee numeric(20,2),
  margin numeric(20,2),
  margin_account uuid,
  employee uuid,
  total_amount numeric(20,2),
  total_interest numeric(20,2),
  total_settled numeric(20,2),
  net numeric(20,2),
  branch uuid,
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
create unique index note_event_number_key on note_event (company_id, number);
create index note_event_date_number_index on note_event (company_id, date, number);
create index note_event_state_date_number_some_index on note_event (company_id, state, date, number) where state <> 'posted';
create unique index note_event_reverses_some_key on note_event (company_id, reverses) where reverses is not null and state <> 'void';
create index note_event_kind_date_number_index on note_event (company_id, kind, date, number);
create index note_event_supplier_date_number_index on note_event (company_id, supplier, date, number);
alter table note_event enable row level security;
alter table note_event force row level security;
create policy company on note_event using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_event to suanpan_app;
grant select on note_event to suanpan_scoped;
create table note_event_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  bill_number text,
  party uuid,
  matures_on date,
  amount numeric(20,2),
  days integer,
  interest numeric(20,2),
  first_sub_bill text,
  sub_range text,
  contingent boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_event_line_owner_id_line_no_index on note_event_line (company_id, owner_id, line_no);
create index note_event_line_source_document_some_index on note_event_line (company_id, source_document) where source_document is not null;
create index note_event_line_bill_number_index on note_event_line (company_id, bill_number);
alter table note_event_line enable row level security;
alter table note_event_line force row level security;
create policy company on note_event_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_event_line to suanpan_app;
grant select on note_event_line to suanpan_scoped;
create table note_event_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  discount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index note_event_settlements_owner_id_line_no_index on note_event_settlements (company_id, owner_id, line_no);
create index note_event_settlements_source_document_some_index on note_event_settlements (company_id, source_document) where source_document is not null;
alter table note_event_settlements enable row level security;
alter table note_event_settlements force row level security;
create policy company on note_event_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on note_event_settlements to suanpan_app;
grant select on note_event_settlements to suanpan_scoped;
create table expense_claim (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  employee uuid,
  department uuid,
  party uuid,
  reason text,
  starts_on date,
  ends_on date,
  offset_advances boolean,
  total_gross numeric(20,2),
  total_deductible numeric(20,2),
  total_offset numeric(20,2),
  to_pay numeric(20,2),
  over_standard numeric(20,2),
  branch uuid,
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
create unique index expense_claim_number_key on expense_claim (company_id, number);
create index expense_claim_date_number_index on expense_claim (company_id, date, number);
create index expense_claim_state_date_number_some_index on expense_claim (company_id, state, date, number) where state <> 'posted';
create unique index expense_claim_reverses_some_key on expense_claim (company_id, reverses) where reverses is not null and state <> 'void';
create index expense_claim_employee_date_number_index on expense_claim (company_id, employee, date, number);
create index expense_claim_party_date_number_index on expense_claim (company_id, party, date, number);
alter table expense_claim enable row level security;
alter table expense_claim force row level security;
create policy company on expense_claim using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense_claim to suanpan_app;
grant select on expense_claim to suanpan_scoped;
create table expense_claim_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  expense_item uuid,
  invoice_kind text,
  gross numeric(20,2),
  untaxed numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  deductible numeric(20,2),
  pending_tax numeric(20,2),
  not_deductible boolean,
  invoice_number text,
  invoice_code text,
  invoiced_on date,
  seller_name text,
  days numeric(24,1),
  city text,
  over_standard numeric(20,2),
  department uuid,
  project uuid,
  summary text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index expense_claim_line_owner_id_line_no_index on expense_claim_line (company_id, owner_id, line_no);
create index expense_claim_line_source_document_some_index on expense_claim_line (company_id, source_document) where source_document is not null;
create index expense_claim_line_invoice_number_index on expense_claim_line (company_id, invoice_number);
alter table expense_claim_line enable row level security;
alter table expense_claim_line force row level security;
create policy company on expense_claim_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense_claim_line to suanpan_app;
grant select on expense_claim_line to suanpan_scoped;
create table expense_claim_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index expense_claim_settlements_owner_id_line_no_index on expense_claim_settlements (company_id, owner_id, line_no);
create index expense_claim_settlements_source_document_some_index on expense_claim_settlements (company_id, source_document) where source_document is not null;
alter table expense_claim_settlements enable row level security;
alter table expense_claim_settlements force row level security;
create policy company on expense_claim_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on expense_claim_settlements to suanpan_app;
grant select on expense_claim_settlements to suanpan_scoped;
create table employee_advance (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  employee uuid,
  department uuid,
  party uuid,
  purpose_kind text,
  purpose text,
  return_on date,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index employee_advance_number_key on employee_advance (company_id, number);
create index employee_advance_date_number_index on employee_advance (company_id, date, number);
create index employee_advance_state_date_number_some_index on employee_advance (company_id, state, date, number) where state <> 'posted';
create unique index employee_advance_reverses_some_key on employee_advance (company_id, reverses) where reverses is not null and state <> 'void';
create index employee_advance_employee_date_number_index on employee_advance (company_id, employee, date, number);
create index employee_advance_party_date_number_index on employee_advance (company_id, party, date, number);
alter table employee_advance enable row level security;
alter table employee_advance force row level security;
create policy company on employee_advance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on employee_advance to suanpan_app;
grant select on employee_advance to suanpan_scoped;
create table employee_advance_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  summary text,
  amount numeric(20,2),
  project uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index employee_advance_line_owner_id_line_no_index on employee_advance_line (company_id, owner_id, line_no);
create index employee_advance_line_source_document_some_index on employee_advance_line (company_id, source_document) where source_document is not null;
alter table employee_advance_line enable row level security;
alter table employee_advance_line force row level security;
create policy company on employee_advance_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on employee_advance_line to suanpan_app;
grant select on employee_advance_line to suanpan_scoped;
create table claim_payment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  reference text,
  total_advances numeric(20,2),
  total_claims numeric(20,2),
  total_amount numeric(20,2),
  branch uuid,
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
create unique index claim_payment_number_key on claim_payment (company_id, number);
create index claim_payment_date_number_index on claim_payment (company_id, date, number);
create index claim_payment_state_date_number_some_index on claim_payment (company_id, state, date, number) where state <> 'posted';
create unique index claim_payment_reverses_some_key on claim_payment (company_id, reverses) where reverses is not null and state <> 'void';
alter table claim_payment enable row level security;
alter table claim_payment force row level security;
create policy company on claim_payment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on claim_payment to suanpan_app;
grant select on claim_payment to suanpan_scoped;
create table claim_payment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  employee uuid,
  party uuid,
  summary text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index claim_payment_line_owner_id_line_no_index on claim_payment_line (company_id, owner_id, line_no);
create index claim_payment_line_source_document_some_index on claim_payment_line (company_id, source_document) where source_document is not null;
alter table claim_payment_line enable row level security;
alter table claim_payment_line force row level security;
create policy company on claim_payment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on claim_payment_line to suanpan_app;
grant select on claim_payment_line to suanpan_scoped;
create table claim_payment_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  party uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index claim_payment_settlements_owner_id_line_no_index on claim_payment_settlements (company_id, owner_id, line_no);
create index claim_payment_settlements_source_document_some_index on claim_payment_settlements (company_id, source_document) where source_document is not null;
alter table claim_payment_settlements enable row level security;
alter table claim_payment_settlements force row level security;
create policy company on claim_payment_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on claim_payment_settlements to suanpan_app;
grant select on claim_payment_settlements to suanpan_scoped;
create table advance_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  employee uuid,
  department uuid,
  party uuid,
  cash_account uuid,
  reason text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index advance_return_number_key on advance_return (company_id, number);
create index advance_return_date_number_index on advance_return (company_id, date, number);
create index advance_return_state_date_number_some_index on advance_return (company_id, state, date, number) where state <> 'posted';
create unique index advance_return_reverses_some_key on advance_return (company_id, reverses) where reverses is not null and state <> 'void';
create index advance_return_employee_date_number_index on advance_return (company_id, employee, date, number);
create index advance_return_party_date_number_index on advance_return (company_id, party, date, number);
alter table advance_return enable row level security;
alter table advance_return force row level security;
create policy company on advance_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on advance_return to suanpan_app;
grant select on advance_return to suanpan_scoped;
create table advance_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index advance_return_line_owner_id_line_no_index on advance_return_line (company_id, owner_id, line_no);
create index advance_return_line_source_document_some_index on advance_return_line (company_id, source_document) where source_document is not null;
alter table advance_return_line enable row level security;
alter table advance_return_line force row level security;
create policy company on advance_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on advance_return_line to suanpan_app;
grant select on advance_return_line to suanpan_scoped;
create table wages_accrual (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  wage_month text,
  fund_party uuid,
  total_gross numeric(20,2),
  total_company numeric(20,2),
  total_withheld numeric(20,2),
  total_net numeric(20,2),
  branch uuid,
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
create unique index wages_accrual_number_key on wages_accrual (company_id, number);
create index wages_accrual_date_number_index on wages_accrual (company_id, date, number);
create index wages_accrual_state_date_number_some_index on wages_accrual (company_id, state, date, number) where state <> 'posted';
create unique index wages_accrual_reverses_some_key on wages_accrual (company_id, reverses) where reverses is not null and state <> 'void';
create index wages_accrual_wage_month_date_number_index on wages_accrual (company_id, wage_month, date, number);
alter table wages_accrual enable row level security;
alter table wages_accrual force row level security;
create policy company on wages_accrual using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on wages_accrual to suanpan_app;
grant select on wages_accrual to suanpan_scoped;
create table wages_accrual_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  department uuid,
  use text,
  gross numeric(20,2),
  company_insurance numeric(20,2),
  company_fund numeric(20,2),
  own_insurance numeric(20,2),
  own_fund numeric(20,2),
  income_tax numeric(20,2),
  net numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index wages_accrual_line_owner_id_line_no_index on wages_accrual_line (company_id, owner_id, line_no);
create index wages_accrual_line_source_document_some_index on wages_accrual_line (company_id, source_document) where source_document is not null;
alter table wages_accrual_line enable row level security;
alter table wages_accrual_line force row level security;
create policy company on wages_accrual_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on wages_accrual_line to suanpan_app;
grant select on wages_accrual_line to suanpan_scoped;
create table wages_payment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  wage_month text,
  reference text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index wages_payment_number_key on wages_payment (company_id, number);
create index wages_payment_date_number_index on wages_payment (company_id, date, number);
create index wages_payment_state_date_number_some_index on wages_payment (company_id, state, date, number) where state <> 'posted';
create unique index wages_payment_reverses_some_key on wages_payment (company_id, reverses) where reverses is not null and state <> 'void';
alter table wages_payment enable row level security;
alter table wages_payment force row level security;
create policy company on wages_payment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on wages_payment to suanpan_app;
grant select on wages_payment to suanpan_scoped;
create table wages_payment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  due text,
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index wages_payment_line_owner_id_line_no_index on wages_payment_line (company_id, owner_id, line_no);
create index wages_payment_line_source_document_some_index on wages_payment_line (company_id, source_document) where source_document is not null;
alter table wages_payment_line enable row level security;
alter table wages_payment_line force row level security;
create policy company on wages_payment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on wages_payment_line to suanpan_app;
grant select on wages_payment_line to suanpan_scoped;
create table wages_payment_settlements (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  party uuid,
  open_item uuid,
  kind text,
  document_number text,
  open_amount numeric(20,2),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index wages_payment_settlements_owner_id_line_no_index on wages_payment_settlements (company_id, owner_id, line_no);
create index wages_payment_settlements_source_document_some_index on wages_payment_settlements (company_id, source_document) where source_document is not null;
alter table wages_payment_settlements enable row level security;
alter table wages_payment_settlements force row level security;
create policy company on wages_payment_settlements using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on wages_payment_settlements to suanpan_app;
grant select on wages_payment_settlements to suanpan_scoped;
create table asset_acquisition (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  origin text,
  supplier uuid,
  invoice_kind text,
  invoice_number text,
  cash_account uuid,
  due_on date,
  employee uuid,
  department uuid,
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index asset_acquisition_number_key on asset_acquisition (company_id, number);
create index asset_acquisition_date_number_index on asset_acquisition (company_id, date, number);
create index asset_acquisition_state_date_number_some_index on asset_acquisition (company_id, state, date, number) where state <> 'posted';
create unique index asset_acquisition_reverses_some_key on asset_acquisition (company_id, reverses) where reverses is not null and state <> 'void';
create index asset_acquisition_supplier_date_number_index on asset_acquisition (company_id, supplier, date, number);
alter table asset_acquisition enable row level security;
alter table asset_acquisition force row level security;
create policy company on asset_acquisition using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_acquisition to suanpan_app;
grant select on asset_acquisition to suanpan_scoped;
create table asset_acquisition_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  quantity numeric(24,6),
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  value numeric(20,2),
  pending_tax numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_acquisition_line_owner_id_line_no_index on asset_acquisition_line (company_id, owner_id, line_no);
create index asset_acquisition_line_source_document_some_index on asset_acquisition_line (company_id, source_document) where source_document is not null;
alter table asset_acquisition_line enable row level security;
alter table asset_acquisition_line force row level security;
create policy company on asset_acquisition_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_acquisition_line to suanpan_app;
grant select on asset_acquisition_line to suanpan_scoped;
create table asset_opening (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  total_value numeric(20,2),
  total_depreciation numeric(20,2),
  total_net numeric(20,2),
  branch uuid,
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
create unique index asset_opening_number_key on asset_opening (company_id, number);
create index asset_opening_date_number_index on asset_opening (company_id, date, number);
create index asset_opening_state_date_number_some_index on asset_opening (company_id, state, date, number) where state <> 'posted';
create unique index asset_opening_reverses_some_key on asset_opening (company_id, reverses) where reverses is not null and state <> 'void';
alter table asset_opening enable row level security;
alter table asset_opening force row level security;
create policy company on asset_opening using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_opening to suanpan_app;
grant select on asset_opening to suanpan_scoped;
create table asset_opening_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  quantity numeric(24,6),
  value numeric(20,2),
  depreciation numeric(20,2),
  used_months integer,
  used_units numeric(24,6),
  started_on date,
  net numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_opening_line_owner_id_line_no_index on asset_opening_line (company_id, owner_id, line_no);
create index asset_opening_line_source_document_some_index on asset_opening_line (company_id, source_document) where source_document is not null;
alter table asset_opening_line enable row level security;
alter table asset_opening_line force row level security;
create policy company on asset_opening_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_opening_line to suanpan_app;
grant select on asset_opening_line to suanpan_scoped;
create table asset_usage (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  employee uuid,
  branch uuid,
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
create unique index asset_usage_number_key on asset_usage (company_id, number);
create index asset_usage_date_number_index on asset_usage (company_id, date, number);
create index asset_usage_state_date_number_some_index on asset_usage (company_id, state, date, number) where state <> 'posted';
create unique index asset_usage_reverses_some_key on asset_usage (company_id, reverses) where reverses is not null and state <> 'void';
alter table asset_usage enable row level security;
alter table asset_usage force row level security;
create policy company on asset_usage using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_usage to suanpan_app;
grant select on asset_usage to suanpan_scoped;
create table asset_usage_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  quantity numeric(24,6),
  unit text,
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_usage_line_owner_id_line_no_index on asset_usage_line (company_id, owner_id, line_no);
create index asset_usage_line_source_document_some_index on asset_usage_line (company_id, source_document) where source_document is not null;
alter table asset_usage_line enable row level security;
alter table asset_usage_line force row level security;
create policy company on asset_usage_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_usage_line to suanpan_app;
grant select on asset_usage_line to suanpan_scoped;
create table depreciation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index depreciation_number_key on depreciation (company_id, number);
create index depreciation_date_number_index on depreciation (company_id, date, number);
create index depreciation_state_date_number_some_index on depreciation (company_id, state, date, number) where state <> 'posted';
create unique index depreciation_reverses_some_key on depreciation (company_id, reverses) where reverses is not null and state <> 'void';
alter table depreciation enable row level security;
alter table depreciation force row level security;
create policy company on depreciation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on depreciation to suanpan_app;
grant select on depreciation to suanpan_scoped;
create table depreciation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  department uuid,
  account uuid,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index depreciation_line_owner_id_line_no_index on depreciation_line (company_id, owner_id, line_no);
create index depreciation_line_source_document_some_index on depreciation_line (company_id, source_document) where source_document is not null;
alter table depreciation_line enable row level security;
alter table depreciation_line force row level security;
create policy company on depreciation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on depreciation_line to suanpan_app;
grant select on depreciation_line to suanpan_scoped;
create table amortization (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index amortization_number_key on amortization (company_id, number);
create index amortization_date_number_index on amortization (company_id, date, number);
create index amortization_state_date_number_some_index on amortization (company_id, state, date, number) where state <> 'posted';
create unique index amortization_reverses_some_key on amortization (company_id, reverses) where reverses is not null and state <> 'void';
alter table amortization enable row level security;
alter table amortization force row level security;
create policy company on amortization using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on amortization to suanpan_app;
grant select on amortization to suanpan_scoped;
create table amortization_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  department uuid,
  account uuid,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index amortization_line_owner_id_line_no_index on amortization_line (company_id, owner_id, line_no);
create index amortization_line_source_document_some_index on amortization_line (company_id, source_document) where source_document is not null;
alter table amortization_line enable row level security;
alter table amortization_line force row level security;
create policy company on amortization_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on amortization_line to suanpan_app;
grant select on amortization_line to suanpan_scoped;
create table asset_change (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  asset uuid,
  reason text,
  method text,
  life_months integer,
  residual_percent numeric(14,6),
  total_usage numeric(24,6),
  department uuid,
  expense_account uuid,
  value_change numeric(20,2),
  input_tax numeric(20,2),
  value_origin text,
  supplier uuid,
  due_on date,
  cash_account uuid,
  keeps_schedule boolean,
  branch uuid,
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
create unique index asset_change_number_key on asset_change (company_id, number);
create index asset_change_date_number_index on asset_change (company_id, date, number);
create index asset_change_state_date_number_some_index on asset_change (company_id, state, date, number) where state <> 'posted';
create unique index asset_change_reverses_some_key on asset_change (company_id, reverses) where reverses is not null and state <> 'void';
create index asset_change_asset_date_number_index on asset_change (company_id, asset, date, number);
alter table asset_change enable row level security;
alter table asset_change force row level security;
create policy company on asset_change using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_change to suanpan_app;
grant select on asset_change to suanpan_scoped;
create table asset_change_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  department uuid,
  percent numeric(14,6),
  expense_account uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_change_line_owner_id_line_no_index on asset_change_line (company_id, owner_id, line_no);
create index asset_change_line_source_document_some_index on asset_change_line (company_id, source_document) where source_document is not null;
alter table asset_change_line enable row level security;
alter table asset_change_line force row level security;
create policy company on asset_change_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_change_line to suanpan_app;
grant select on asset_change_line to suanpan_scoped;
create table asset_split (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  asset uuid,
  reason text,
  total_value numeric(20,2),
  rest_base numeric(20,2),
  rest_residual numeric(20,2),
  rest_months integer,
  rest_index integer,
  branch uuid,
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
create unique index asset_split_number_key on asset_split (company_id, number);
create index asset_split_date_number_index on asset_split (company_id, date, number);
create index asset_split_state_date_number_some_index on asset_split (company_id, state, date, number) where state <> 'posted';
create unique index asset_split_reverses_some_key on asset_split (company_id, reverses) where reverses is not null and state <> 'void';
create index asset_split_asset_date_number_index on asset_split (company_id, asset, date, number);
alter table asset_split enable row level security;
alter table asset_split force row level security;
create policy company on asset_split using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_split to suanpan_app;
grant select on asset_split to suanpan_scoped;
create table asset_split_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  new_asset uuid,
  quantity numeric(24,6),
  value numeric(20,2),
  depreciation numeric(20,2),
  impairment numeric(20,2),
  base numeric(20,2),
  residual numeric(20,2),
  months integer,
  index integer,
  used integer,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_split_line_owner_id_line_no_index on asset_split_line (company_id, owner_id, line_no);
create index asset_split_line_source_document_some_index on asset_split_line (company_id, source_document) where source_document is not null;
alter table asset_split_line enable row level security;
alter table asset_split_line force row level security;
create policy company on asset_split_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_split_line to suanpan_app;
grant select on asset_split_line to suanpan_scoped;
create table asset_impairment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  reason text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index asset_impairment_number_key on asset_impairment (company_id, number);
create index asset_impairment_date_number_index on asset_impairment (company_id, date, number);
create index asset_impairment_state_date_number_some_index on asset_impairment (company_id, state, date, number) where state <> 'posted';
create unique index asset_impairment_reverses_some_key on asset_impairment (company_id, reverses) where reverses is not null and state <> 'void';
alter table asset_impairment enable row level security;
alter table asset_impairment force row level security;
create policy company on asset_impairment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_impairment to suanpan_app;
grant select on asset_impairment to suanpan_scoped;
create table asset_impairment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_impairment_line_owner_id_line_no_index on asset_impairment_line (company_id, owner_id, line_no);
create index asset_impairment_line_source_document_some_index on asset_impairment_line (company_id, source_document) where source_document is not null;
alter table asset_impairment_line enable row level security;
alter table asset_impairment_line force row level security;
create policy company on asset_impairment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_impairment_line to suanpan_app;
grant select on asset_impairment_line to suanpan_scoped;
create table asset_count (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  scope text,
  employee uuid,
  cards integer,
  counted integer,
  missing integer,
  branch uuid,
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
create unique index asset_count_number_key on asset_count (company_id, number);
create index asset_count_date_number_index on asset_count (company_id, date, number);
create index asset_count_state_date_number_some_index on asset_count (company_id, state, date, number) where state <> 'posted';
create unique index asset_count_reverses_some_key on asset_count (company_id, reverses) where reverses is not null and state <> 'void';
alter table asset_count enable row level security;
alter table asset_count force row level security;
create policy company on asset_count using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_count to suanpan_app;
grant select on asset_count to suanpan_scoped;
create table asset_count_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  location text,
  book_quantity numeric(24,6),
  counted_quantity numeric(24,6),
  found_location text,
  result text,
  quantity numeric(24,6),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_count_line_owner_id_line_no_index on asset_count_line (company_id, owner_id, line_no);
create index asset_count_line_source_document_some_index on asset_count_line (company_id, source_document) where source_document is not null;
alter table asset_count_line enable row level security;
alter table asset_count_line force row level security;
create policy company on asset_count_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_count_line to suanpan_app;
grant select on asset_count_line to suanpan_scoped;
create table asset_count_surplus (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  name text,
  category uuid,
  quantity numeric(24,6),
  value numeric(20,2),
  location text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_count_surplus_owner_id_line_no_index on asset_count_surplus (company_id, owner_id, line_no);
create index asset_count_surplus_source_document_some_index on asset_count_surplus (company_id, source_document) where source_document is not null;
alter table asset_count_surplus enable row level security;
alter table asset_count_surplus force row level security;
create policy company on asset_count_surplus using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_count_surplus to suanpan_app;
grant select on asset_count_surplus to suanpan_scoped;
create table asset_disposal (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  kind text,
  vat_method text,
  customer uuid,
  cash_account uuid,
  employee uuid,
  reason text,
  total_gross numeric(20,2),
  total_gain numeric(20,2),
  branch uuid,
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
create unique index asset_disposal_number_key on asset_disposal (company_id, number);
create index asset_disposal_date_number_index on asset_disposal (company_id, date, number);
create index asset_disposal_state_date_number_some_index on asset_disposal (company_id, state, date, number) where state <> 'posted';
create unique index asset_disposal_reverses_some_key on asset_disposal (company_id, reverses) where reverses is not null and state <> 'void';
alter table asset_disposal enable row level security;
alter table asset_disposal force row level security;
create policy company on asset_disposal using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_disposal to suanpan_app;
grant select on asset_disposal to suanpan_scoped;
create table asset_disposal_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  relief numeric(20,2),
  net numeric(20,2),
  cost numeric(20,2),
  tax_out numeric(20,2),
  quantity numeric(24,6),
  value numeric(20,2),
  depreciation numeric(20,2),
  impairment numeric(20,2),
  worth numeric(20,2),
  gain numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_disposal_line_owner_id_line_no_index on asset_disposal_line (company_id, owner_id, line_no);
create index asset_disposal_line_source_document_some_index on asset_disposal_line (company_id, source_document) where source_document is not null;
alter table asset_disposal_line enable row level security;
alter table asset_disposal_line force row level security;
create policy company on asset_disposal_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_disposal_line to suanpan_app;
grant select on asset_disposal_line to suanpan_scoped;
create table asset_disposal_charges (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  asset uuid,
  department uuid,
  account uuid,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index asset_disposal_charges_owner_id_line_no_index on asset_disposal_charges (company_id, owner_id, line_no);
create index asset_disposal_charges_source_document_some_index on asset_disposal_charges (company_id, source_document) where source_document is not null;
alter table asset_disposal_charges enable row level security;
alter table asset_disposal_charges force row level security;
create policy company on asset_disposal_charges using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_disposal_charges to suanpan_app;
grant select on asset_disposal_charges to suanpan_scoped;
create table voucher (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  attachments_count integer,
  total_debit numeric(20,2),
  total_credit numeric(20,2),
  branch uuid,
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
create unique index voucher_number_key on voucher (company_id, number);
create index voucher_date_number_index on voucher (company_id, date, number);
create index voucher_state_date_number_some_index on voucher (company_id, state, date, number) where state <> 'posted';
create unique index voucher_reverses_some_key on voucher (company_id, reverses) where reverses is not null and state <> 'void';
alter table voucher enable row level security;
alter table voucher force row level security;
create policy company on voucher using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on voucher to suanpan_app;
grant select on voucher to suanpan_scoped;
create table voucher_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  summary text,
  account uuid,
  debit numeric(20,2),
  credit numeric(20,2),
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  cash_account uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  quantity numeric(24,6),
  currency text,
  rate numeric(24,8),
  currency_amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index voucher_line_owner_id_line_no_index on voucher_line (company_id, owner_id, line_no);
create index voucher_line_source_document_some_index on voucher_line (company_id, source_document) where source_document is not null;
alter table voucher_line enable row level security;
alter table voucher_line force row level security;
create policy company on voucher_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on voucher_line to suanpan_app;
grant select on voucher_line to suanpan_scoped;
create table opening_balance (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  total_debit numeric(20,2),
  total_credit numeric(20,2),
  total_year_debit numeric(20,2),
  total_year_credit numeric(20,2),
  branch uuid,
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
create unique index opening_balance_number_key on opening_balance (company_id, number);
create index opening_balance_date_number_index on opening_balance (company_id, date, number);
create index opening_balance_state_date_number_some_index on opening_balance (company_id, state, date, number) where state <> 'posted';
create unique index opening_balance_reverses_some_key on opening_balance (company_id, reverses) where reverses is not null and state <> 'void';
alter table opening_balance enable row level security;
alter table opening_balance force row level security;
create policy company on opening_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opening_balance to suanpan_app;
grant select on opening_balance to suanpan_scoped;
create table opening_balance_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  debit numeric(20,2),
  credit numeric(20,2),
  year_debit numeric(20,2),
  year_credit numeric(20,2),
  year_profit numeric(20,2),
  party uuid,
  due_on date,
  cash_account uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  quantity numeric(24,6),
  currency text,
  rate numeric(24,8),
  currency_amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index opening_balance_line_owner_id_line_no_index on opening_balance_line (company_id, owner_id, line_no);
create index opening_balance_line_source_document_some_index on opening_balance_line (company_id, source_document) where source_document is not null;
alter table opening_balance_line enable row level security;
alter table opening_balance_line force row level security;
create policy company on opening_balance_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opening_balance_line to suanpan_app;
grant select on opening_balance_line to suanpan_scoped;
create table opening_balance_cash_flows (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  line integer,
  item text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index opening_balance_cash_flows_owner_id_line_no_index on opening_balance_cash_flows (company_id, owner_id, line_no);
create index opening_balance_cash_flows_source_document_some_index on opening_balance_cash_flows (company_id, source_document) where source_document is not null;
alter table opening_balance_cash_flows enable row level security;
alter table opening_balance_cash_flows force row level security;
create policy company on opening_balance_cash_flows using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on opening_balance_cash_flows to suanpan_app;
grant select on opening_balance_cash_flows to suanpan_scoped;
create table bad_debt_write_off (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  reason text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index bad_debt_write_off_number_key on bad_debt_write_off (company_id, number);
create index bad_debt_write_off_date_number_index on bad_debt_write_off (company_id, date, number);
create index bad_debt_write_off_state_date_number_some_index on bad_debt_write_off (company_id, state, date, number) where state <> 'posted';
create unique index bad_debt_write_off_reverses_some_key on bad_debt_write_off (company_id, reverses) where reverses is not null and state <> 'void';
create index bad_debt_write_off_customer_date_number_index on bad_debt_write_off (company_id, customer, date, number);
alter table bad_debt_write_off enable row level security;
alter table bad_debt_write_off force row level security;
create policy company on bad_debt_write_off using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bad_debt_write_off to suanpan_app;
grant select on bad_debt_write_off to suanpan_scoped;
create table bad_debt_write_off_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  open_item uuid,
  kind text,
  document_number text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bad_debt_write_off_line_owner_id_line_no_index on bad_debt_write_off_line (company_id, owner_id, line_no);
create index bad_debt_write_off_line_source_document_some_index on bad_debt_write_off_line (company_id, source_document) where source_document is not null;
alter table bad_debt_write_off_line enable row level security;
alter table bad_debt_write_off_line force row level security;
create policy company on bad_debt_write_off_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bad_debt_write_off_line to suanpan_app;
grant select on bad_debt_write_off_line to suanpan_scoped;
create table bad_debt_recovery (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  cash_account uuid,
  amount numeric(20,2),
  reason text,
  branch uuid,
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
create unique index bad_debt_recovery_number_key on bad_debt_recovery (company_id, number);
create index bad_debt_recovery_date_number_index on bad_debt_recovery (company_id, date, number);
create index bad_debt_recovery_state_date_number_some_index on bad_debt_recovery (company_id, state, date, number) where state <> 'posted';
create unique index bad_debt_recovery_reverses_some_key on bad_debt_recovery (company_id, reverses) where reverses is not null and state <> 'void';
create index bad_debt_recovery_customer_date_number_index on bad_debt_recovery (company_id, customer, date, number);
alter table bad_debt_recovery enable row level security;
alter table bad_debt_recovery force row level security;
create policy company on bad_debt_recovery using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bad_debt_recovery to suanpan_app;
grant select on bad_debt_recovery to suanpan_scoped;
create table money_budget (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  year integer,
  department uuid,
  project uuid,
  reason text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index money_budget_number_key on money_budget (company_id, number);
create index money_budget_date_number_index on money_budget (company_id, date, number);
create index money_budget_state_date_number_some_index on money_budget (company_id, state, date, number) where state <> 'posted';
create unique index money_budget_reverses_some_key on money_budget (company_id, reverses) where reverses is not null and state <> 'void';
create index money_budget_year_date_number_index on money_budget (company_id, year, date, number);
alter table money_budget enable row level security;
alter table money_budget force row level security;
create policy company on money_budget using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on money_budget to suanpan_app;
grant select on money_budget to suanpan_scoped;
create table money_budget_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  month integer,
  amount numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index money_budget_line_owner_id_line_no_index on money_budget_line (company_id, owner_id, line_no);
create index money_budget_line_source_document_some_index on money_budget_line (company_id, source_document) where source_document is not null;
alter table money_budget_line enable row level security;
alter table money_budget_line force row level security;
create policy company on money_budget_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on money_budget_line to suanpan_app;
grant select on money_budget_line to suanpan_scoped;
create table statement_reply (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  party uuid,
  verdict text,
  period_from date,
  period_to date,
  closing numeric(20,2),
  signed_by text,
  note text,
  branch uuid,
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
create unique index statement_reply_number_key on statement_reply (company_id, number);
create index statement_reply_date_number_index on statement_reply (company_id, date, number);
create index statement_reply_state_date_number_some_index on statement_reply (company_id, state, date, number) where state <> 'posted';
create unique index statement_reply_reverses_some_key on statement_reply (company_id, reverses) where reverses is not null and state <> 'void';
create index statement_reply_party_date_number_index on statement_reply (company_id, party, date, number);
alter table statement_reply enable row level security;
alter table statement_reply force row level security;
create policy company on statement_reply using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on statement_reply to suanpan_app;
grant select on statement_reply to suanpan_scoped;
create table statement_reply_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  day date,
  document_number text,
  summary text,
  amount numeric(20,2),
  verdict text,
  objection text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index statement_reply_line_owner_id_line_no_index on statement_reply_line (company_id, owner_id, line_no);
create index statement_reply_line_source_document_some_index on statement_reply_line (company_id, source_document) where source_document is not null;
alter table statement_reply_line enable row level security;
alter table statement_reply_line force row level security;
create policy company on statement_reply_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on statement_reply_line to suanpan_app;
grant select on statement_reply_line to suanpan_scoped;
create table profit_carry_forward (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  branch uuid,
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
grant select on profit_carry_forward to suanpan_scoped;
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
  branch uuid,
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  to_retained boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index profit_carry_forward_line_owner_id_line_no_index on profit_carry_forward_line (company_id, owner_id, line_no);
create index profit_carry_forward_line_source_document_some_index on profit_carry_forward_line (company_id, source_document) where source_document is not null;
alter table profit_carry_forward_line enable row level security;
alter table profit_carry_forward_line force row level security;
create policy company on profit_carry_forward_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on profit_carry_forward_line to suanpan_app;
grant select on profit_carry_forward_line to suanpan_scoped;
create table research_carry (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  branch uuid,
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
create unique index research_carry_number_key on research_carry (company_id, number);
create index research_carry_date_number_index on research_carry (company_id, date, number);
create index research_carry_state_date_number_some_index on research_carry (company_id, state, date, number) where state <> 'posted';
create unique index research_carry_reverses_some_key on research_carry (company_id, reverses) where reverses is not null and state <> 'void';
alter table research_carry enable row level security;
alter table research_carry force row level security;
create policy company on research_carry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on research_carry to suanpan_app;
grant select on research_carry to suanpan_scoped;
create table research_carry_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  amount numeric(20,2),
  branch uuid,
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  to_retained boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index research_carry_line_owner_id_line_no_index on research_carry_line (company_id, owner_id, line_no);
create index research_carry_line_source_document_some_index on research_carry_line (company_id, source_document) where source_document is not null;
alter table research_carry_line enable row level security;
alter table research_carry_line force row level security;
create policy company on research_carry_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on research_carry_line to suanpan_app;
grant select on research_carry_line to suanpan_scoped;
create table year_end_close (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  surplus_reserve numeric(20,2),
  branch uuid,
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
grant select on year_end_close to suanpan_scoped;
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
  branch uuid,
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  to_retained boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index year_end_close_line_owner_id_line_no_index on year_end_close_line (company_id, owner_id, line_no);
create index year_end_close_line_source_document_some_index on year_end_close_line (company_id, source_document) where source_document is not null;
alter table year_end_close_line enable row level security;
alter table year_end_close_line force row level security;
create policy company on year_end_close_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on year_end_close_line to suanpan_app;
grant select on year_end_close_line to suanpan_scoped;
create table cost_of_sales_carry (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  branch uuid,
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
grant select on cost_of_sales_carry to suanpan_scoped;
create table exchange_revaluation (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  branch uuid,
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
create unique index exchange_revaluation_number_key on exchange_revaluation (company_id, number);
create index exchange_revaluation_date_number_index on exchange_revaluation (company_id, date, number);
create index exchange_revaluation_state_date_number_some_index on exchange_revaluation (company_id, state, date, number) where state <> 'posted';
create unique index exchange_revaluation_reverses_some_key on exchange_revaluation (company_id, reverses) where reverses is not null and state <> 'void';
alter table exchange_revaluation enable row level security;
alter table exchange_revaluation force row level security;
create policy company on exchange_revaluation using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on exchange_revaluation to suanpan_app;
grant select on exchange_revaluation to suanpan_scoped;
create table exchange_revaluation_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  account uuid,
  cash_account uuid,
  party uuid,
  kind text,
  open_item uuid,
  currency text,
  currency_amount numeric(20,2),
  rate numeric(24,8),
  book_amount numeric(20,2),
  difference numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index exchange_revaluation_line_owner_id_line_no_index on exchange_revaluation_line (company_id, owner_id, line_no);
create index exchange_revaluation_line_source_document_some_index on exchange_revaluation_line (company_id, source_document) where source_document is not null;
alter table exchange_revaluation_line enable row level security;
alter table exchange_revaluation_line force row level security;
create policy company on exchange_revaluation_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on exchange_revaluation_line to suanpan_app;
grant select on exchange_revaluation_line to suanpan_scoped;
create table account_transfer (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  from_account uuid,
  to_account uuid,
  branch uuid,
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
create unique index account_transfer_number_key on account_transfer (company_id, number);
create index account_transfer_date_number_index on account_transfer (company_id, date, number);
create index account_transfer_state_date_number_some_index on account_transfer (company_id, state, date, number) where state <> 'posted';
create unique index account_transfer_reverses_some_key on account_transfer (company_id, reverses) where reverses is not null and state <> 'void';
alter table account_transfer enable row level security;
alter table account_transfer force row level security;
create policy company on account_transfer using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on account_transfer to suanpan_app;
grant select on account_transfer to suanpan_scoped;
create table account_transfer_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  amount numeric(20,2),
  branch uuid,
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  quantity numeric(24,6),
  currency text,
  currency_amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index account_transfer_line_owner_id_line_no_index on account_transfer_line (company_id, owner_id, line_no);
create index account_transfer_line_source_document_some_index on account_transfer_line (company_id, source_document) where source_document is not null;
alter table account_transfer_line enable row level security;
alter table account_transfer_line force row level security;
create policy company on account_transfer_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on account_transfer_line to suanpan_app;
grant select on account_transfer_line to suanpan_scoped;
create table bad_debt_provision (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  side text,
  required numeric(20,2),
  standing numeric(20,2),
  difference numeric(20,2),
  branch uuid,
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
create unique index bad_debt_provision_number_key on bad_debt_provision (company_id, number);
create index bad_debt_provision_date_number_index on bad_debt_provision (company_id, date, number);
create index bad_debt_provision_state_date_number_some_index on bad_debt_provision (company_id, state, date, number) where state <> 'posted';
create unique index bad_debt_provision_reverses_some_key on bad_debt_provision (company_id, reverses) where reverses is not null and state <> 'void';
alter table bad_debt_provision enable row level security;
alter table bad_debt_provision force row level security;
create policy company on bad_debt_provision using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bad_debt_provision to suanpan_app;
grant select on bad_debt_provision to suanpan_scoped;
create table bad_debt_provision_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  age text,
  balance numeric(20,2),
  percent numeric(14,6),
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bad_debt_provision_line_owner_id_line_no_index on bad_debt_provision_line (company_id, owner_id, line_no);
create index bad_debt_provision_line_source_document_some_index on bad_debt_provision_line (company_id, source_document) where source_document is not null;
alter table bad_debt_provision_line enable row level security;
alter table bad_debt_provision_line force row level security;
create policy company on bad_debt_provision_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bad_debt_provision_line to suanpan_app;
grant select on bad_debt_provision_line to suanpan_scoped;
create table digital_invoice (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  customer uuid,
  invoice_kind text,
  is_red boolean,
  buyer_name text,
  buyer_tax_number text,
  is_person boolean,
  email text,
  issue_state text,
  invoice_number text,
  issued_at text,
  failure text,
  sending text,
  blue_number text,
  red_reason text,
  red_by text,
  confirmation text,
  confirmation_state text,
  confirmation_id text,
  receipt text,
  bureau text,
  tries integer,
  handed_in_on date,
  taken_back numeric(20,2),
  total_net numeric(20,2),
  total_tax numeric(20,2),
  total_gross numeric(20,2),
  branch uuid,
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
create unique index digital_invoice_number_key on digital_invoice (company_id, number);
create index digital_invoice_date_number_index on digital_invoice (company_id, date, number);
create index digital_invoice_state_date_number_some_index on digital_invoice (company_id, state, date, number) where state <> 'posted';
create unique index digital_invoice_reverses_some_key on digital_invoice (company_id, reverses) where reverses is not null and state <> 'void';
create index digital_invoice_customer_date_number_index on digital_invoice (company_id, customer, date, number);
create index digital_invoice_issue_state_date_number_index on digital_invoice (company_id, issue_state, date, number);
create index digital_invoice_invoice_number_date_number_index on digital_invoice (company_id, invoice_number, date, number);
alter table digital_invoice enable row level security;
alter table digital_invoice force row level security;
create policy company on digital_invoice using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on digital_invoice to suanpan_app;
grant select on digital_invoice to suanpan_scoped;
create table digital_invoice_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  item uuid,
  goods_name text,
  short_name text,
  tax_code text,
  spec text,
  unit_name text,
  quantity numeric(24,6),
  price numeric(28,10),
  tax_rate numeric(14,6),
  net numeric(20,2),
  tax numeric(20,2),
  gross numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index digital_invoice_line_owner_id_line_no_index on digital_invoice_line (company_id, owner_id, line_no);
create index digital_invoice_line_source_document_some_index on digital_invoice_line (company_id, source_document) where source_document is not null;
alter table digital_invoice_line enable row level security;
alter table digital_invoice_line force row level security;
create policy company on digital_invoice_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on digital_invoice_line to suanpan_app;
grant select on digital_invoice_line to suanpan_scoped;
create table bank_statement (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  first_day date,
  last_day date,
  opening numeric(20,2),
  closing numeric(20,2),
  received numeric(20,2),
  paid numeric(20,2),
  line_count integer,
  format text,
  warnings text,
  branch uuid,
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
create unique index bank_statement_number_key on bank_statement (company_id, number);
create index bank_statement_date_number_index on bank_statement (company_id, date, number);
create index bank_statement_state_date_number_some_index on bank_statement (company_id, state, date, number) where state <> 'posted';
create unique index bank_statement_reverses_some_key on bank_statement (company_id, reverses) where reverses is not null and state <> 'void';
create index bank_statement_cash_account_date_number_index on bank_statement (company_id, cash_account, date, number);
alter table bank_statement enable row level security;
alter table bank_statement force row level security;
create policy company on bank_statement using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_statement to suanpan_app;
grant select on bank_statement to suanpan_scoped;
create table bank_statement_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  booked_on date,
  time text,
  amount numeric(20,2),
  balance numeric(20,2),
  counterparty text,
  counterparty_account text,
  memo text,
  reference text,
  fee numeric(20,2),
  fingerprint text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bank_statement_line_owner_id_line_no_index on bank_statement_line (company_id, owner_id, line_no);
create index bank_statement_line_source_document_some_index on bank_statement_line (company_id, source_document) where source_document is not null;
create index bank_statement_line_fingerprint_index on bank_statement_line (company_id, fingerprint);
alter table bank_statement_line enable row level security;
alter table bank_statement_line force row level security;
create policy company on bank_statement_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_statement_line to suanpan_app;
grant select on bank_statement_line to suanpan_scoped;
create table bank_opening (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  starts_after date,
  balance numeric(20,2),
  adjusted numeric(20,2),
  branch uuid,
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
create unique index bank_opening_number_key on bank_opening (company_id, number);
create index bank_opening_date_number_index on bank_opening (company_id, date, number);
create index bank_opening_state_date_number_some_index on bank_opening (company_id, state, date, number) where state <> 'posted';
create unique index bank_opening_reverses_some_key on bank_opening (company_id, reverses) where reverses is not null and state <> 'void';
create index bank_opening_cash_account_date_number_index on bank_opening (company_id, cash_account, date, number);
alter table bank_opening enable row level security;
alter table bank_opening force row level security;
create policy company on bank_opening using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_opening to suanpan_app;
grant select on bank_opening to suanpan_scoped;
create table bank_opening_items (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  side text,
  date date,
  amount numeric(20,2),
  counterparty text,
  memo text,
  reference text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index bank_opening_items_owner_id_line_no_index on bank_opening_items (company_id, owner_id, line_no);
create index bank_opening_items_source_document_some_index on bank_opening_items (company_id, source_document) where source_document is not null;
alter table bank_opening_items enable row level security;
alter table bank_opening_items force row level security;
create policy company on bank_opening_items using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_opening_items to suanpan_app;
grant select on bank_opening_items to suanpan_scoped;
create table cash_count (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  employee uuid,
  witness uuid,
  counted numeric(20,2),
  book numeric(20,2),
  difference numeric(20,2),
  reason text,
  branch uuid,
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
create unique index cash_count_number_key on cash_count (company_id, number);
create index cash_count_date_number_index on cash_count (company_id, date, number);
create index cash_count_state_date_number_some_index on cash_count (company_id, state, date, number) where state <> 'posted';
create unique index cash_count_reverses_some_key on cash_count (company_id, reverses) where reverses is not null and state <> 'void';
alter table cash_count enable row level security;
alter table cash_count force row level security;
create policy company on cash_count using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_count to suanpan_app;
grant select on cash_count to suanpan_scoped;
create table cash_count_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  denomination numeric(20,2),
  pieces integer,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index cash_count_line_owner_id_line_no_index on cash_count_line (company_id, owner_id, line_no);
create index cash_count_line_source_document_some_index on cash_count_line (company_id, source_document) where source_document is not null;
alter table cash_count_line enable row level security;
alter table cash_count_line force row level security;
create policy company on cash_count_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_count_line to suanpan_app;
grant select on cash_count_line to suanpan_scoped;
create table sales_deduction (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  payee uuid,
  total_gross numeric(20,2),
  total_tax numeric(20,2),
  branch uuid,
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
create unique index sales_deduction_number_key on sales_deduction (company_id, number);
create index sales_deduction_date_number_index on sales_deduction (company_id, date, number);
create index sales_deduction_state_date_number_some_index on sales_deduction (company_id, state, date, number) where state <> 'posted';
create unique index sales_deduction_reverses_some_key on sales_deduction (company_id, reverses) where reverses is not null and state <> 'void';
alter table sales_deduction enable row level security;
alter table sales_deduction force row level security;
create policy company on sales_deduction using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_deduction to suanpan_app;
grant select on sales_deduction to suanpan_scoped;
create table sales_deduction_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  summary text,
  gross numeric(20,2),
  tax_rate numeric(14,6),
  tax numeric(20,2),
  net numeric(20,2),
  account uuid,
  evidence text,
  department uuid,
  project uuid,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index sales_deduction_line_owner_id_line_no_index on sales_deduction_line (company_id, owner_id, line_no);
create index sales_deduction_line_source_document_some_index on sales_deduction_line (company_id, source_document) where source_document is not null;
alter table sales_deduction_line enable row level security;
alter table sales_deduction_line force row level security;
create policy company on sales_deduction_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on sales_deduction_line to suanpan_app;
grant select on sales_deduction_line to suanpan_scoped;
create table tax_accrual (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  period text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index tax_accrual_number_key on tax_accrual (company_id, number);
create index tax_accrual_date_number_index on tax_accrual (company_id, date, number);
create index tax_accrual_state_date_number_some_index on tax_accrual (company_id, state, date, number) where state <> 'posted';
create unique index tax_accrual_reverses_some_key on tax_accrual (company_id, reverses) where reverses is not null and state <> 'void';
alter table tax_accrual enable row level security;
alter table tax_accrual force row level security;
create policy company on tax_accrual using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_accrual to suanpan_app;
grant select on tax_accrual to suanpan_scoped;
create table tax_accrual_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  tax text,
  base numeric(20,2),
  rate text,
  amount numeric(20,2),
  working text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index tax_accrual_line_owner_id_line_no_index on tax_accrual_line (company_id, owner_id, line_no);
create index tax_accrual_line_source_document_some_index on tax_accrual_line (company_id, source_document) where source_document is not null;
alter table tax_accrual_line enable row level security;
alter table tax_accrual_line force row level security;
create policy company on tax_accrual_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_accrual_line to suanpan_app;
grant select on tax_accrual_line to suanpan_scoped;
create table tax_return (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  kind text,
  period text,
  is_correction boolean,
  filing text,
  receipt text,
  filed_at text,
  total_due numeric(20,2),
  failed_checks text,
  branch uuid,
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
create unique index tax_return_number_key on tax_return (company_id, number);
create index tax_return_date_number_index on tax_return (company_id, date, number);
create index tax_return_state_date_number_some_index on tax_return (company_id, state, date, number) where state <> 'posted';
create unique index tax_return_reverses_some_key on tax_return (company_id, reverses) where reverses is not null and state <> 'void';
create index tax_return_kind_date_number_index on tax_return (company_id, kind, date, number);
create index tax_return_filing_date_number_index on tax_return (company_id, filing, date, number);
alter table tax_return enable row level security;
alter table tax_return force row level security;
create policy company on tax_return using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_return to suanpan_app;
grant select on tax_return to suanpan_scoped;
create table tax_return_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  form text,
  form_row text,
  form_column text,
  label text,
  amount numeric(20,2),
  adjusted boolean,
  working text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index tax_return_line_owner_id_line_no_index on tax_return_line (company_id, owner_id, line_no);
create index tax_return_line_source_document_some_index on tax_return_line (company_id, source_document) where source_document is not null;
alter table tax_return_line enable row level security;
alter table tax_return_line force row level security;
create policy company on tax_return_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_return_line to suanpan_app;
grant select on tax_return_line to suanpan_scoped;
create table tax_return_dues (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  tax text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index tax_return_dues_owner_id_line_no_index on tax_return_dues (company_id, owner_id, line_no);
create index tax_return_dues_source_document_some_index on tax_return_dues (company_id, source_document) where source_document is not null;
alter table tax_return_dues enable row level security;
alter table tax_return_dues force row level security;
create policy company on tax_return_dues using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_return_dues to suanpan_app;
grant select on tax_return_dues to suanpan_scoped;
create table tax_return_checks (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  rule text,
  left_amount numeric(20,2),
  right_amount numeric(20,2),
  passed boolean,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index tax_return_checks_owner_id_line_no_index on tax_return_checks (company_id, owner_id, line_no);
create index tax_return_checks_source_document_some_index on tax_return_checks (company_id, source_document) where source_document is not null;
alter table tax_return_checks enable row level security;
alter table tax_return_checks force row level security;
create policy company on tax_return_checks using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_return_checks to suanpan_app;
grant select on tax_return_checks to suanpan_scoped;
create table tax_payment (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  cash_account uuid,
  payment_reference text,
  total_amount numeric(20,2),
  branch uuid,
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
create unique index tax_payment_number_key on tax_payment (company_id, number);
create index tax_payment_date_number_index on tax_payment (company_id, date, number);
create index tax_payment_state_date_number_some_index on tax_payment (company_id, state, date, number) where state <> 'posted';
create unique index tax_payment_reverses_some_key on tax_payment (company_id, reverses) where reverses is not null and state <> 'void';
alter table tax_payment enable row level security;
alter table tax_payment force row level security;
create policy company on tax_payment using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_payment to suanpan_app;
grant select on tax_payment to suanpan_scoped;
create table tax_payment_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  tax text,
  period text,
  amount numeric(20,2),
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index tax_payment_line_owner_id_line_no_index on tax_payment_line (company_id, owner_id, line_no);
create index tax_payment_line_source_document_some_index on tax_payment_line (company_id, source_document) where source_document is not null;
alter table tax_payment_line enable row level security;
alter table tax_payment_line force row level security;
create policy company on tax_payment_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on tax_payment_line to suanpan_app;
grant select on tax_payment_line to suanpan_scoped;
create table elimination_entry (
  company_id uuid not null,
  id uuid not null,
  number text collate "C" not null,
  date date not null,
  state text not null default 'draft',
  remark text,
  reverses uuid,
  scope uuid,
  period text,
  kind text,
  made boolean,
  note text,
  debit_total numeric(20,2),
  credit_total numeric(20,2),
  branch uuid,
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
create unique index elimination_entry_number_key on elimination_entry (company_id, number);
create index elimination_entry_date_number_index on elimination_entry (company_id, date, number);
create index elimination_entry_state_date_number_some_index on elimination_entry (company_id, state, date, number) where state <> 'posted';
create unique index elimination_entry_reverses_some_key on elimination_entry (company_id, reverses) where reverses is not null and state <> 'void';
create index elimination_entry_scope_date_number_index on elimination_entry (company_id, scope, date, number);
alter table elimination_entry enable row level security;
alter table elimination_entry force row level security;
create policy company on elimination_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on elimination_entry to suanpan_app;
grant select on elimination_entry to suanpan_scoped;
create table elimination_entry_line (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  line_no integer not null,
  source_type text,
  source_document uuid,
  source_line uuid,
  statement text,
  line integer,
  item text,
  debit numeric(20,2),
  credit numeric(20,2),
  remark text,
  custom jsonb not null default '{}',
  primary key (company_id, id)
);
create index elimination_entry_line_owner_id_line_no_index on elimination_entry_line (company_id, owner_id, line_no);
create index elimination_entry_line_source_document_some_index on elimination_entry_line (company_id, source_document) where source_document is not null;
alter table elimination_entry_line enable row level security;
alter table elimination_entry_line force row level security;
create policy company on elimination_entry_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on elimination_entry_line to suanpan_app;
grant select on elimination_entry_line to suanpan_scoped;
create table stock_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  item uuid,
  warehouse uuid,
  place text,
  bin uuid,
  lot text,
  serial_number text,
  owner text,
  quantity numeric(24,6),
  second_quantity numeric(24,6),
  amount numeric(20,2),
  markup numeric(20,2),
  markup_role text,
  worth numeric(20,2),
  asked numeric(20,2),
  kind text,
  pool text,
  sequence integer,
  source_entry uuid,
  source_offset numeric(24,6),
  source_quantity numeric(24,6),
  corrects uuid,
  slices jsonb,
  cost_method text,
  category uuid,
  primary key (company_id, id)
);
create index stock_entry_posting_id_index on stock_entry (company_id, posting_id);
create index stock_entry_document_id_index on stock_entry (company_id, document_id);
create index stock_entry_date_index on stock_entry (company_id, date);
create index stock_entry_negates_some_index on stock_entry (company_id, negates) where negates is not null;
create index stock_entry_item_date_index on stock_entry (company_id, item, date);
create index stock_entry_pool_date_sequence_index on stock_entry (company_id, pool, date, sequence);
create index stock_entry_corrects_some_index on stock_entry (company_id, corrects) where corrects is not null;
create index stock_entry_pool_date_some_index on stock_entry (company_id, pool, date) where corrects is not null or negates is not null;
create index stock_entry_source_entry_some_index on stock_entry (company_id, source_entry) where source_entry is not null;
create index stock_entry_line_id_index on stock_entry (company_id, line_id);
create index stock_entry_item_lot_some_index on stock_entry (company_id, item, lot) where lot is not null;
alter table stock_entry enable row level security;
alter table stock_entry force row level security;
create policy company on stock_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on stock_entry to suanpan_app;
grant select on stock_entry to suanpan_scoped;
create table stock_balance (
  company_id uuid not null,
  item uuid not null,
  warehouse uuid not null,
  place text not null,
  quantity numeric(24,6) not null default 0,
  second_quantity numeric(24,6) not null default 0,
  primary key (company_id, item, warehouse, place)
);
alter table stock_balance enable row level security;
alter table stock_balance force row level security;
create policy company on stock_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_balance to suanpan_app;
grant select on stock_balance to suanpan_scoped;
create table party_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  party uuid,
  branch uuid,
  kind text,
  open_item uuid,
  due_on date,
  currency text,
  rate numeric(24,8),
  amount numeric(20,2),
  book_amount numeric(20,2),
  primary key (company_id, id)
);
create index party_entry_posting_id_index on party_entry (company_id, posting_id);
create index party_entry_document_id_index on party_entry (company_id, document_id);
create index party_entry_date_index on party_entry (company_id, date);
create index party_entry_negates_some_index on party_entry (company_id, negates) where negates is not null;
create index party_entry_party_date_index on party_entry (company_id, party, date);
create index party_entry_open_item_index on party_entry (company_id, open_item);
create index party_entry_line_id_index on party_entry (company_id, line_id);
alter table party_entry enable row level security;
alter table party_entry force row level security;
create policy company on party_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on party_entry to suanpan_app;
grant select on party_entry to suanpan_scoped;
create table cash_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  cash_account uuid,
  currency text,
  rate numeric(24,8),
  amount numeric(20,2),
  book_amount numeric(20,2),
  counterparty text,
  primary key (company_id, id)
);
create index cash_entry_posting_id_index on cash_entry (company_id, posting_id);
create index cash_entry_document_id_index on cash_entry (company_id, document_id);
create index cash_entry_date_index on cash_entry (company_id, date);
create index cash_entry_negates_some_index on cash_entry (company_id, negates) where negates is not null;
create index cash_entry_cash_account_date_index on cash_entry (company_id, cash_account, date);
alter table cash_entry enable row level security;
alter table cash_entry force row level security;
create policy company on cash_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on cash_entry to suanpan_app;
grant select on cash_entry to suanpan_scoped;
create table cash_balance (
  company_id uuid not null,
  cash_account uuid not null,
  amount numeric(20,2) not null default 0,
  book_amount numeric(20,2) not null default 0,
  primary key (company_id, cash_account)
);
alter table cash_balance enable row level security;
alter table cash_balance force row level security;
create policy company on cash_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on cash_balance to suanpan_app;
grant select on cash_balance to suanpan_scoped;
create table asset_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  asset uuid,
  kind text,
  amount numeric(20,2),
  quantity numeric(24,6),
  period text,
  department uuid,
  terms jsonb,
  primary key (company_id, id)
);
create index asset_entry_posting_id_index on asset_entry (company_id, posting_id);
create index asset_entry_document_id_index on asset_entry (company_id, document_id);
create index asset_entry_date_index on asset_entry (company_id, date);
create index asset_entry_negates_some_index on asset_entry (company_id, negates) where negates is not null;
create index asset_entry_asset_date_index on asset_entry (company_id, asset, date);
alter table asset_entry enable row level security;
alter table asset_entry force row level security;
create policy company on asset_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on asset_entry to suanpan_app;
grant select on asset_entry to suanpan_scoped;
create table asset_balance (
  company_id uuid not null,
  asset uuid not null,
  kind text not null,
  amount numeric(20,2) not null default 0,
  quantity numeric(24,6) not null default 0,
  primary key (company_id, asset, kind)
);
alter table asset_balance enable row level security;
alter table asset_balance force row level security;
create policy company on asset_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on asset_balance to suanpan_app;
grant select on asset_balance to suanpan_scoped;
create table plan_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  item uuid,
  warehouse uuid,
  kind text,
  quantity numeric(24,6),
  promised_on date,
  promise uuid,
  primary key (company_id, id)
);
create index plan_entry_posting_id_index on plan_entry (company_id, posting_id);
create index plan_entry_document_id_index on plan_entry (company_id, document_id);
create index plan_entry_date_index on plan_entry (company_id, date);
create index plan_entry_negates_some_index on plan_entry (company_id, negates) where negates is not null;
create index plan_entry_promise_index on plan_entry (company_id, promise);
create index plan_entry_item_kind_index on plan_entry (company_id, item, kind);
alter table plan_entry enable row level security;
alter table plan_entry force row level security;
create policy company on plan_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on plan_entry to suanpan_app;
grant select on plan_entry to suanpan_scoped;
create table plan_balance (
  company_id uuid not null,
  item uuid not null,
  warehouse uuid,
  kind text not null,
  quantity numeric(24,6) not null default 0,
  promised_on date,
  promise uuid not null,
  primary key (company_id, item, kind, promise)
);
alter table plan_balance enable row level security;
alter table plan_balance force row level security;
create policy company on plan_balance using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on plan_balance to suanpan_app;
grant select on plan_balance to suanpan_scoped;
create table general_entry (
  company_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  document_type text not null,
  document_id uuid not null,
  line_id uuid,
  line_no integer not null default 0,
  date date not null,
  recorded_at timestamptz not null,
  negates uuid,
  role text not null,
  account_id uuid,
  against jsonb not null default '[]',
  voucher uuid,
  voucher_kind text,
  summary text,
  debit numeric(20,2),
  credit numeric(20,2),
  branch uuid,
  party uuid,
  department uuid,
  employee uuid,
  project uuid,
  item uuid,
  cash_account uuid,
  auxiliary1 uuid,
  auxiliary2 uuid,
  quantity numeric(24,6),
  currency text,
  currency_amount numeric(20,2),
  primary key (company_id, id)
);
create index general_entry_posting_id_index on general_entry (company_id, posting_id);
create index general_entry_document_id_index on general_entry (company_id, document_id);
create index general_entry_date_index on general_entry (company_id, date);
create index general_entry_negates_some_index on general_entry (company_id, negates) where negates is not null;
create index general_entry_voucher_index on general_entry (company_id, voucher);
create index general_entry_account_id_date_index on general_entry (company_id, account_id, date);
create index general_entry_party_account_id_index on general_entry (company_id, party, account_id);
alter table general_entry enable row level security;
alter table general_entry force row level security;
create policy company on general_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on general_entry to suanpan_app;
grant select on general_entry to suanpan_scoped;
create table count_entry (
  company_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  round integer not null,
  item uuid not null,
  lot text,
  bin uuid,
  kind text not null,
  quantity numeric(24,6) not null,
  user_id text not null,
  user_name text not null,
  scanned_at timestamptz not null,
  recorded_at timestamptz not null,
  undone_at timestamptz,
  primary key (company_id, id)
);
create index count_entry_count_id_index on count_entry (company_id, count_id);
alter table count_entry enable row level security;
alter table count_entry force row level security;
create policy company on count_entry using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on count_entry to suanpan_app;
grant select on count_entry to suanpan_scoped;
create table stock_alert (
  company_id uuid not null,
  key text not null,
  id uuid not null,
  kind text not null,
  item uuid not null,
  warehouse uuid,
  lot text,
  quantity numeric(24,6) not null,
  threshold text not null,
  since timestamptz not null,
  aside_until date,
  aside_note text,
  aside_by text,
  primary key (company_id, key)
);
create index stock_alert_item_index on stock_alert (company_id, item);
alter table stock_alert enable row level security;
alter table stock_alert force row level security;
create policy company on stock_alert using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on stock_alert to suanpan_app;
grant select on stock_alert to suanpan_scoped;
create table risk_finding (
  company_id uuid not null,
  key text not null,
  kind text not null,
  found_at timestamptz not null,
  date date,
  document_type text,
  document_id uuid,
  number text,
  amount numeric(20,2),
  reason text not null,
  dismissed_at timestamptz,
  dismissed_by text,
  note text,
  primary key (company_id, key)
);
create index risk_finding_kind_index on risk_finding (company_id, kind);
alter table risk_finding enable row level security;
alter table risk_finding force row level security;
create policy company on risk_finding using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on risk_finding to suanpan_app;
grant select on risk_finding to suanpan_scoped;
create table invoice_file (
  company_id uuid not null,
  id uuid not null,
  invoice_key text not null,
  invoice_number text not null,
  direction text not null,
  type text not null,
  record_id uuid not null,
  name text not null,
  content_type text not null,
  size bigint not null,
  sha256 text not null,
  at timestamptz not null,
  by text not null,
  primary key (company_id, id)
);
create unique index invoice_file_invoice_key_sha256_key on invoice_file (company_id, invoice_key, sha256);
create index invoice_file_record_id_index on invoice_file (company_id, record_id);
alter table invoice_file enable row level security;
alter table invoice_file force row level security;
create policy company on invoice_file using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert on invoice_file to suanpan_app;
grant select on invoice_file to suanpan_scoped;
create table invoice_platform (
  company_id uuid not null,
  kind text not null,
  url text not null,
  platform text not null,
  user_number text not null,
  ability text not null,
  use_case text not null,
  key text not null,
  sandbox boolean not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (company_id)
);
alter table invoice_platform enable row level security;
alter table invoice_platform force row level security;
create policy company on invoice_platform using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on invoice_platform to suanpan_app;
grant select on invoice_platform to suanpan_scoped;
create table invoice_sending (
  company_id uuid not null,
  id uuid not null,
  invoice uuid not null,
  address text not null,
  state text not null,
  attempts integer not null,
  answer text,
  error text,
  at timestamptz not null,
  by text not null,
  sent_at timestamptz,
  primary key (company_id, id)
);
create index invoice_sending_invoice_index on invoice_sending (company_id, invoice);
create index invoice_sending_state_index on invoice_sending (company_id, state);
alter table invoice_sending enable row level security;
alter table invoice_sending force row level security;
create policy company on invoice_sending using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on invoice_sending to suanpan_app;
grant select on invoice_sending to suanpan_scoped;
create table bank_match (
  company_id uuid not null,
  id uuid not null,
  cash_account uuid not null,
  way text not null,
  reason text,
  created_at timestamptz not null,
  created_by text not null,
  primary key (company_id, id)
);
create index bank_match_cash_account_index on bank_match (company_id, cash_account);
alter table bank_match enable row level security;
alter table bank_match force row level security;
create policy company on bank_match using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_match to suanpan_app;
grant select on bank_match to suanpan_scoped;
create table bank_match_member (
  company_id uuid not null,
  match uuid not null,
  cash_account uuid not null,
  side text not null,
  document uuid not null,
  line uuid not null,
  date date not null,
  amount numeric(20,2) not null,
  primary key (company_id, cash_account, side, document, line)
);
create index bank_match_member_match_index on bank_match_member (company_id, match);
alter table bank_match_member enable row level security;
alter table bank_match_member force row level security;
create policy company on bank_match_member using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on bank_match_member to suanpan_app;
grant select on bank_match_member to suanpan_scoped;
create table intercompany_link (
  company_id uuid not null,
  type text not null,
  document uuid not null,
  number text not null,
  other uuid not null,
  their_type text not null,
  their_document uuid not null,
  their_number text not null,
  made_here boolean not null,
  at timestamptz not null,
  primary key (company_id, document, their_document)
);
create index intercompany_link_their_document_index on intercompany_link (company_id, their_document);
alter table intercompany_link enable row level security;
alter table intercompany_link force row level security;
create policy company on intercompany_link using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on intercompany_link to suanpan_app;
grant select on intercompany_link to suanpan_scoped;
create table intercompany_line (
  company_id uuid not null,
  line uuid not null,
  document uuid not null,
  their_line uuid not null,
  their_document uuid not null,
  primary key (company_id, line, their_line)
);
create index intercompany_line_their_line_index on intercompany_line (company_id, their_line);
alter table intercompany_line enable row level security;
alter table intercompany_line force row level security;
create policy company on intercompany_line using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on intercompany_line to suanpan_app;
grant select on intercompany_line to suanpan_scoped;
create table help_mark (
  company_id uuid not null,
  user_id text not null,
  kind text not null,
  name text not null,
  at timestamptz not null,
  primary key (company_id, user_id, kind, name)
);
alter table help_mark enable row level security;
alter table help_mark force row level security;
create policy company on help_mark using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on help_mark to suanpan_app;
grant select on help_mark to suanpan_scoped;
create table help_ticket (
  company_id uuid not null,
  id uuid not null,
  number integer not null,
  kind text not null,
  urgency text not null,
  title text not null,
  text text not null,
  context jsonb not null,
  screenshot text,
  user_id text not null,
  user_name text not null,
  state text not null,
  opened_at timestamptz not null,
  answer_by timestamptz not null,
  solve_by timestamptz not null,
  answered_at timestamptz,
  solved_at timestamptz,
  mailed_to text,
  mail_error text,
  primary key (company_id, id)
);
create unique index help_ticket_number_key on help_ticket (company_id, number);
alter table help_ticket enable row level security;
alter table help_ticket force row level security;
create policy company on help_ticket using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on help_ticket to suanpan_app;
grant select on help_ticket to suanpan_scoped;
create table help_reply (
  company_id uuid not null,
  id uuid not null,
  ticket uuid not null,
  user_name text not null,
  from_desk boolean not null,
  text text not null,
  at timestamptz not null,
  primary key (company_id, id)
);
create index help_reply_ticket_index on help_reply (company_id, ticket);
alter table help_reply enable row level security;
alter table help_reply force row level security;
create policy company on help_reply using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on help_reply to suanpan_app;
grant select on help_reply to suanpan_scoped;
create table help_desk (
  company_id uuid not null,
  mail text not null,
  adviser text not null,
  phone text not null,
  bundle boolean not null,
  primary key (company_id)
);
alter table help_desk enable row level security;
alter table help_desk force row level security;
create policy company on help_desk using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on help_desk to suanpan_app;
grant select on help_desk to suanpan_scoped;
create table company_use (
  company_id uuid not null,
  use text not null,
  industry text not null,
  opened_at timestamptz not null,
  ends_on date,
  primary key (company_id)
);
alter table company_use enable row level security;
alter table company_use force row level security;
create policy company on company_use using (company_id = (select nullif(current_setting('suanpan.company', true), '')::uuid));
grant select, insert, update, delete on company_use to suanpan_app;
grant select on company_use to suanpan_scoped;
alter table cost_pool add constraint cost_pool_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table standard_price add constraint standard_price_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_lot_balance add constraint stock_lot_balance_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_bin_balance add constraint stock_bin_balance_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_bin_balance add constraint stock_bin_balance_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table stock_serial add constraint stock_serial_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table party_item add constraint party_item_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table voucher_number add constraint voucher_number_voucher_fkey foreign key (company_id, voucher) references general_voucher (company_id, id);
alter table voucher_review add constraint voucher_review_voucher_fkey foreign key (company_id, voucher) references general_voucher (company_id, id);
alter table voucher_signature add constraint voucher_signature_voucher_fkey foreign key (company_id, voucher) references general_voucher (company_id, id);
alter table voucher_booking add constraint voucher_booking_voucher_fkey foreign key (company_id, voucher) references general_voucher (company_id, id);
alter table cash_flow_tag add constraint cash_flow_tag_entry_fkey foreign key (company_id, entry) references general_entry (company_id, id);
alter table branch add constraint branch_parent_fkey foreign key (company_id, parent) references branch (company_id, id);
alter table department add constraint department_parent_fkey foreign key (company_id, parent) references department (company_id, id);
alter table department add constraint department_head_fkey foreign key (company_id, head) references employee (company_id, id);
alter table employee add constraint employee_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table employee add constraint employee_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table project add constraint project_parent_fkey foreign key (company_id, parent) references project (company_id, id);
alter table item_category add constraint item_category_parent_fkey foreign key (company_id, parent) references item_category (company_id, id);
alter table item add constraint item_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table item add constraint item_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table item add constraint item_tax_rate_fkey foreign key (company_id, tax_rate) references tax_rate (company_id, id);
alter table item add constraint item_second_unit_fkey foreign key (company_id, second_unit) references unit (company_id, id);
alter table item_units add constraint item_units_owner_id_fkey foreign key (company_id, owner_id) references item (company_id, id) on delete cascade;
alter table item_units add constraint item_units_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table item_components add constraint item_components_owner_id_fkey foreign key (company_id, owner_id) references item (company_id, id) on delete cascade;
alter table item_components add constraint item_components_component_fkey foreign key (company_id, component) references item (company_id, id);
alter table item_bins add constraint item_bins_owner_id_fkey foreign key (company_id, owner_id) references item (company_id, id) on delete cascade;
alter table item_bins add constraint item_bins_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table item_substitutes add constraint item_substitutes_owner_id_fkey foreign key (company_id, owner_id) references item (company_id, id) on delete cascade;
alter table item_substitutes add constraint item_substitutes_substitute_fkey foreign key (company_id, substitute) references item (company_id, id);
alter table warehouse add constraint warehouse_keeper_fkey foreign key (company_id, keeper) references employee (company_id, id);
alter table warehouse add constraint warehouse_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bin add constraint bin_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table payment_terms_instalments add constraint payment_terms_instalments_owner_id_fkey foreign key (company_id, owner_id) references payment_terms (company_id, id) on delete cascade;
alter table party add constraint party_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table party add constraint party_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table party add constraint party_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table party add constraint party_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table party add constraint party_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table party_contacts add constraint party_contacts_owner_id_fkey foreign key (company_id, owner_id) references party (company_id, id) on delete cascade;
alter table lot add constraint lot_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table lot add constraint lot_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table lot_attributes add constraint lot_attributes_owner_id_fkey foreign key (company_id, owner_id) references lot (company_id, id) on delete cascade;
alter table auxiliary_item add constraint auxiliary_item_parent_fkey foreign key (company_id, parent) references auxiliary_item (company_id, id);
alter table auxiliary_item add constraint auxiliary_item_kind_fkey foreign key (company_id, kind) references auxiliary_kind (company_id, id);
alter table account add constraint account_parent_fkey foreign key (company_id, parent) references account (company_id, id);
alter table account add constraint account_auxiliary_kind1_fkey foreign key (company_id, auxiliary_kind1) references auxiliary_kind (company_id, id);
alter table account add constraint account_auxiliary_kind2_fkey foreign key (company_id, auxiliary_kind2) references auxiliary_kind (company_id, id);
alter table account add constraint account_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table account_mapping add constraint account_mapping_item_category_fkey foreign key (company_id, item_category) references item_category (company_id, id);
alter table account_mapping add constraint account_mapping_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table currency_rates add constraint currency_rates_owner_id_fkey foreign key (company_id, owner_id) references currency (company_id, id) on delete cascade;
alter table cash_account add constraint cash_account_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_category add constraint asset_category_parent_fkey foreign key (company_id, parent) references asset_category (company_id, id);
alter table asset_category add constraint asset_category_expense_account_fkey foreign key (company_id, expense_account) references account (company_id, id);
alter table asset_card add constraint asset_card_category_fkey foreign key (company_id, category) references asset_category (company_id, id);
alter table asset_card add constraint asset_card_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_card add constraint asset_card_keeper_fkey foreign key (company_id, keeper) references employee (company_id, id);
alter table asset_card add constraint asset_card_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table asset_card add constraint asset_card_expense_account_fkey foreign key (company_id, expense_account) references account (company_id, id);
alter table asset_card_shares add constraint asset_card_shares_owner_id_fkey foreign key (company_id, owner_id) references asset_card (company_id, id) on delete cascade;
alter table asset_card_shares add constraint asset_card_shares_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_card_shares add constraint asset_card_shares_expense_account_fkey foreign key (company_id, expense_account) references account (company_id, id);
alter table approval_rule_conditions add constraint approval_rule_conditions_owner_id_fkey foreign key (company_id, owner_id) references approval_rule (company_id, id) on delete cascade;
alter table own_form_fields add constraint own_form_fields_owner_id_fkey foreign key (company_id, owner_id) references own_form (company_id, id) on delete cascade;
alter table supplier_price add constraint supplier_price_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table supplier_price_prices add constraint supplier_price_prices_owner_id_fkey foreign key (company_id, owner_id) references supplier_price (company_id, id) on delete cascade;
alter table supplier_price_prices add constraint supplier_price_prices_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table supplier_price_prices add constraint supplier_price_prices_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table price_list add constraint price_list_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table price_list_line add constraint price_list_line_owner_id_fkey foreign key (company_id, owner_id) references price_list (company_id, id) on delete cascade;
alter table price_list_line add constraint price_list_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table price_list_line add constraint price_list_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table promotion add constraint promotion_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table promotion_scope add constraint promotion_scope_owner_id_fkey foreign key (company_id, owner_id) references promotion (company_id, id) on delete cascade;
alter table promotion_scope add constraint promotion_scope_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table promotion_scope add constraint promotion_scope_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table promotion_gifts add constraint promotion_gifts_owner_id_fkey foreign key (company_id, owner_id) references promotion (company_id, id) on delete cascade;
alter table promotion_gifts add constraint promotion_gifts_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_channel add constraint sales_channel_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_channel add constraint sales_channel_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_channel add constraint sales_channel_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_target_line add constraint sales_target_line_owner_id_fkey foreign key (company_id, owner_id) references sales_target (company_id, id) on delete cascade;
alter table sales_target_line add constraint sales_target_line_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_target_line add constraint sales_target_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_target_line add constraint sales_target_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_target_line add constraint sales_target_line_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table commission_plan add constraint commission_plan_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table commission_plan_steps add constraint commission_plan_steps_owner_id_fkey foreign key (company_id, owner_id) references commission_plan (company_id, id) on delete cascade;
alter table count_plan add constraint count_plan_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table count_plan add constraint count_plan_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table count_plan add constraint count_plan_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table count_plan add constraint count_plan_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table count_plan_turns add constraint count_plan_turns_owner_id_fkey foreign key (company_id, owner_id) references count_plan (company_id, id) on delete cascade;
alter table stock_limit add constraint stock_limit_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table stock_limit_limits add constraint stock_limit_limits_owner_id_fkey foreign key (company_id, owner_id) references stock_limit (company_id, id) on delete cascade;
alter table stock_limit_limits add constraint stock_limit_limits_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table workshop add constraint workshop_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table workshop add constraint workshop_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table workshop add constraint workshop_finished_warehouse_fkey foreign key (company_id, finished_warehouse) references warehouse (company_id, id);
alter table bom add constraint bom_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table bom_components add constraint bom_components_owner_id_fkey foreign key (company_id, owner_id) references bom (company_id, id) on delete cascade;
alter table bom_components add constraint bom_components_component_fkey foreign key (company_id, component) references item (company_id, id);
alter table bom_components add constraint bom_components_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table bom_components add constraint bom_components_substitute_fkey foreign key (company_id, substitute) references item (company_id, id);
alter table bom_outputs add constraint bom_outputs_owner_id_fkey foreign key (company_id, owner_id) references bom (company_id, id) on delete cascade;
alter table bom_outputs add constraint bom_outputs_output_fkey foreign key (company_id, output) references item (company_id, id);
alter table expense_item add constraint expense_item_parent_fkey foreign key (company_id, parent) references expense_item (company_id, id);
alter table expense_item add constraint expense_item_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table expense_item add constraint expense_item_tax_rate_fkey foreign key (company_id, tax_rate) references tax_rate (company_id, id);
alter table income_item add constraint income_item_parent_fkey foreign key (company_id, parent) references income_item (company_id, id);
alter table income_item add constraint income_item_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table income_item add constraint income_item_tax_rate_fkey foreign key (company_id, tax_rate) references tax_rate (company_id, id);
alter table travel_standard add constraint travel_standard_expense_item_fkey foreign key (company_id, expense_item) references expense_item (company_id, id);
alter table travel_standard_limits add constraint travel_standard_limits_owner_id_fkey foreign key (company_id, owner_id) references travel_standard (company_id, id) on delete cascade;
alter table voucher_template_line add constraint voucher_template_line_owner_id_fkey foreign key (company_id, owner_id) references voucher_template (company_id, id) on delete cascade;
alter table voucher_template_line add constraint voucher_template_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table voucher_template_line add constraint voucher_template_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table invoice_rule add constraint invoice_rule_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table bank_rule add constraint bank_rule_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table bank_rule add constraint bank_rule_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table bank_rule add constraint bank_rule_expense_item_fkey foreign key (company_id, expense_item) references expense_item (company_id, id);
alter table bank_rule add constraint bank_rule_income_item_fkey foreign key (company_id, income_item) references income_item (company_id, id);
alter table bank_rule add constraint bank_rule_to_account_fkey foreign key (company_id, to_account) references cash_account (company_id, id);
alter table cash_expectation add constraint cash_expectation_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table affiliate add constraint affiliate_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table affiliate add constraint affiliate_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table consolidation_group_members add constraint consolidation_group_members_owner_id_fkey foreign key (company_id, owner_id) references consolidation_group (company_id, id) on delete cascade;
alter table own_record add constraint own_record_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table own_record_line add constraint own_record_line_owner_id_fkey foreign key (company_id, owner_id) references own_record (company_id, id) on delete cascade;
alter table purchase_request add constraint purchase_request_requester_fkey foreign key (company_id, requester) references employee (company_id, id);
alter table purchase_request add constraint purchase_request_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_request add constraint purchase_request_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table purchase_request add constraint purchase_request_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table purchase_request add constraint purchase_request_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_request_line add constraint purchase_request_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_request (company_id, id) on delete cascade;
alter table purchase_request_line add constraint purchase_request_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_request_line add constraint purchase_request_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_request_line add constraint purchase_request_line_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table request_for_quotation add constraint request_for_quotation_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table request_for_quotation add constraint request_for_quotation_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table request_for_quotation add constraint request_for_quotation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table request_for_quotation_line add constraint request_for_quotation_line_owner_id_fkey foreign key (company_id, owner_id) references request_for_quotation (company_id, id) on delete cascade;
alter table request_for_quotation_line add constraint request_for_quotation_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table request_for_quotation_line add constraint request_for_quotation_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table request_for_quotation_suppliers add constraint request_for_quotation_suppliers_owner_id_fkey foreign key (company_id, owner_id) references request_for_quotation (company_id, id) on delete cascade;
alter table request_for_quotation_suppliers add constraint request_for_quotation_suppliers_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table supplier_quotation add constraint supplier_quotation_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table supplier_quotation add constraint supplier_quotation_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table supplier_quotation add constraint supplier_quotation_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table supplier_quotation add constraint supplier_quotation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table supplier_quotation_line add constraint supplier_quotation_line_owner_id_fkey foreign key (company_id, owner_id) references supplier_quotation (company_id, id) on delete cascade;
alter table supplier_quotation_line add constraint supplier_quotation_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table supplier_quotation_line add constraint supplier_quotation_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_order add constraint purchase_order_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_order add constraint purchase_order_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table purchase_order add constraint purchase_order_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_order add constraint purchase_order_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_order add constraint purchase_order_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_order add constraint purchase_order_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table purchase_order add constraint purchase_order_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_order_line add constraint purchase_order_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_order (company_id, id) on delete cascade;
alter table purchase_order_line add constraint purchase_order_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_order_line add constraint purchase_order_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_order_instalments add constraint purchase_order_instalments_owner_id_fkey foreign key (company_id, owner_id) references purchase_order (company_id, id) on delete cascade;
alter table purchase_receipt add constraint purchase_receipt_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table purchase_receipt add constraint purchase_receipt_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_receipt_line add constraint purchase_receipt_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_receipt (company_id, id) on delete cascade;
alter table purchase_receipt_line add constraint purchase_receipt_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_receipt_line add constraint purchase_receipt_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_receipt_line add constraint purchase_receipt_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table incoming_inspection add constraint incoming_inspection_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table incoming_inspection add constraint incoming_inspection_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table incoming_inspection add constraint incoming_inspection_inspector_fkey foreign key (company_id, inspector) references employee (company_id, id);
alter table incoming_inspection add constraint incoming_inspection_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table incoming_inspection_line add constraint incoming_inspection_line_owner_id_fkey foreign key (company_id, owner_id) references incoming_inspection (company_id, id) on delete cascade;
alter table incoming_inspection_line add constraint incoming_inspection_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table incoming_inspection_line add constraint incoming_inspection_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table incoming_inspection_line add constraint incoming_inspection_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table purchase_return add constraint purchase_return_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_return add constraint purchase_return_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table purchase_return add constraint purchase_return_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_return add constraint purchase_return_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_return add constraint purchase_return_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_return add constraint purchase_return_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table purchase_return add constraint purchase_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_return_line add constraint purchase_return_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_return (company_id, id) on delete cascade;
alter table purchase_return_line add constraint purchase_return_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_return_line add constraint purchase_return_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_return_line add constraint purchase_return_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_exchange add constraint purchase_exchange_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_exchange_line add constraint purchase_exchange_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_exchange (company_id, id) on delete cascade;
alter table purchase_exchange_line add constraint purchase_exchange_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_exchange_line add constraint purchase_exchange_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_exchange_line add constraint purchase_exchange_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table incoming_invoice add constraint incoming_invoice_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table incoming_invoice add constraint incoming_invoice_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table incoming_invoice_line add constraint incoming_invoice_line_owner_id_fkey foreign key (company_id, owner_id) references incoming_invoice (company_id, id) on delete cascade;
alter table incoming_invoice_line add constraint incoming_invoice_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table purchase_invoice add constraint purchase_invoice_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_invoice_line add constraint purchase_invoice_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_invoice (company_id, id) on delete cascade;
alter table purchase_invoice_line add constraint purchase_invoice_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_invoice_line add constraint purchase_invoice_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_allowance add constraint purchase_allowance_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table purchase_allowance add constraint purchase_allowance_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table purchase_allowance add constraint purchase_allowance_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_allowance add constraint purchase_allowance_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_allowance add constraint purchase_allowance_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_allowance_line add constraint purchase_allowance_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_allowance (company_id, id) on delete cascade;
alter table purchase_allowance_line add constraint purchase_allowance_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table landed_cost add constraint landed_cost_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table landed_cost add constraint landed_cost_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table landed_cost add constraint landed_cost_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table landed_cost_line add constraint landed_cost_line_owner_id_fkey foreign key (company_id, owner_id) references landed_cost (company_id, id) on delete cascade;
alter table landed_cost_line add constraint landed_cost_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table landed_cost_line add constraint landed_cost_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table landed_cost_charges add constraint landed_cost_charges_owner_id_fkey foreign key (company_id, owner_id) references landed_cost (company_id, id) on delete cascade;
alter table landed_cost_charges add constraint landed_cost_charges_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table landed_cost_charges add constraint landed_cost_charges_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table input_vat_certification add constraint input_vat_certification_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table input_vat_certification_line add constraint input_vat_certification_line_owner_id_fkey foreign key (company_id, owner_id) references input_vat_certification (company_id, id) on delete cascade;
alter table input_vat_certification_line add constraint input_vat_certification_line_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table dropship_order add constraint dropship_order_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table dropship_order add constraint dropship_order_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table dropship_order add constraint dropship_order_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table dropship_order add constraint dropship_order_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table dropship_order add constraint dropship_order_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table dropship_order add constraint dropship_order_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table dropship_order_line add constraint dropship_order_line_owner_id_fkey foreign key (company_id, owner_id) references dropship_order (company_id, id) on delete cascade;
alter table dropship_order_line add constraint dropship_order_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table dropship_order_line add constraint dropship_order_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table estimate_reversal add constraint estimate_reversal_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table estimate_reversal_line add constraint estimate_reversal_line_owner_id_fkey foreign key (company_id, owner_id) references estimate_reversal (company_id, id) on delete cascade;
alter table estimate_reversal_line add constraint estimate_reversal_line_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table estimate_reversal_line add constraint estimate_reversal_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_budget add constraint purchase_budget_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_budget add constraint purchase_budget_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_budget_line add constraint purchase_budget_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_budget (company_id, id) on delete cascade;
alter table purchase_budget_line add constraint purchase_budget_line_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table quotation add constraint quotation_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table quotation add constraint quotation_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table quotation add constraint quotation_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table quotation add constraint quotation_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table quotation add constraint quotation_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table quotation add constraint quotation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table quotation_line add constraint quotation_line_owner_id_fkey foreign key (company_id, owner_id) references quotation (company_id, id) on delete cascade;
alter table quotation_line add constraint quotation_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table quotation_line add constraint quotation_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_contract add constraint sales_contract_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_contract add constraint sales_contract_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_contract add constraint sales_contract_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_contract add constraint sales_contract_template_fkey foreign key (company_id, template) references contract_template (company_id, id);
alter table sales_contract add constraint sales_contract_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_contract add constraint sales_contract_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_contract add constraint sales_contract_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_contract_line add constraint sales_contract_line_owner_id_fkey foreign key (company_id, owner_id) references sales_contract (company_id, id) on delete cascade;
alter table sales_contract_line add constraint sales_contract_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_contract_line add constraint sales_contract_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_order add constraint sales_order_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_order add constraint sales_order_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_order add constraint sales_order_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_order add constraint sales_order_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_order add constraint sales_order_channel_fkey foreign key (company_id, channel) references sales_channel (company_id, id);
alter table sales_order add constraint sales_order_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_order add constraint sales_order_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_order add constraint sales_order_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_order_line add constraint sales_order_line_owner_id_fkey foreign key (company_id, owner_id) references sales_order (company_id, id) on delete cascade;
alter table sales_order_line add constraint sales_order_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_order_line add constraint sales_order_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_order_instalments add constraint sales_order_instalments_owner_id_fkey foreign key (company_id, owner_id) references sales_order (company_id, id) on delete cascade;
alter table sales_delivery add constraint sales_delivery_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_delivery add constraint sales_delivery_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_delivery add constraint sales_delivery_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_delivery add constraint sales_delivery_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_delivery add constraint sales_delivery_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_delivery add constraint sales_delivery_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_delivery add constraint sales_delivery_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_delivery_line add constraint sales_delivery_line_owner_id_fkey foreign key (company_id, owner_id) references sales_delivery (company_id, id) on delete cascade;
alter table sales_delivery_line add constraint sales_delivery_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_delivery_line add constraint sales_delivery_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_delivery_line add constraint sales_delivery_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_delivery_line add constraint sales_delivery_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table sales_delivery_receipts add constraint sales_delivery_receipts_owner_id_fkey foreign key (company_id, owner_id) references sales_delivery (company_id, id) on delete cascade;
alter table sales_delivery_receipts add constraint sales_delivery_receipts_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table delivery_notice add constraint delivery_notice_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table delivery_notice add constraint delivery_notice_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table delivery_notice add constraint delivery_notice_picker_fkey foreign key (company_id, picker) references employee (company_id, id);
alter table delivery_notice add constraint delivery_notice_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table delivery_notice add constraint delivery_notice_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table delivery_notice add constraint delivery_notice_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table delivery_notice add constraint delivery_notice_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table delivery_notice add constraint delivery_notice_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table delivery_notice_line add constraint delivery_notice_line_owner_id_fkey foreign key (company_id, owner_id) references delivery_notice (company_id, id) on delete cascade;
alter table delivery_notice_line add constraint delivery_notice_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table delivery_notice_line add constraint delivery_notice_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table delivery_notice_line add constraint delivery_notice_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table delivery_notice_line add constraint delivery_notice_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table delivery_sign_off add constraint delivery_sign_off_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table delivery_sign_off add constraint delivery_sign_off_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table delivery_sign_off_line add constraint delivery_sign_off_line_owner_id_fkey foreign key (company_id, owner_id) references delivery_sign_off (company_id, id) on delete cascade;
alter table delivery_sign_off_line add constraint delivery_sign_off_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table delivery_sign_off_line add constraint delivery_sign_off_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_return add constraint sales_return_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_return add constraint sales_return_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_return add constraint sales_return_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_return add constraint sales_return_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_return add constraint sales_return_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_return add constraint sales_return_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_return add constraint sales_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_return_line add constraint sales_return_line_owner_id_fkey foreign key (company_id, owner_id) references sales_return (company_id, id) on delete cascade;
alter table sales_return_line add constraint sales_return_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_return_line add constraint sales_return_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_return_line add constraint sales_return_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_return_line add constraint sales_return_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table sales_exchange add constraint sales_exchange_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_exchange add constraint sales_exchange_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_exchange add constraint sales_exchange_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_exchange add constraint sales_exchange_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_exchange add constraint sales_exchange_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_exchange add constraint sales_exchange_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_exchange add constraint sales_exchange_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_exchange_line add constraint sales_exchange_line_owner_id_fkey foreign key (company_id, owner_id) references sales_exchange (company_id, id) on delete cascade;
alter table sales_exchange_line add constraint sales_exchange_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_exchange_line add constraint sales_exchange_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_exchange_line add constraint sales_exchange_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sales_exchange_line add constraint sales_exchange_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table sales_invoice add constraint sales_invoice_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_invoice add constraint sales_invoice_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_invoice add constraint sales_invoice_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_invoice add constraint sales_invoice_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_invoice add constraint sales_invoice_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_invoice add constraint sales_invoice_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_invoice_line add constraint sales_invoice_line_owner_id_fkey foreign key (company_id, owner_id) references sales_invoice (company_id, id) on delete cascade;
alter table sales_invoice_line add constraint sales_invoice_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_invoice_line add constraint sales_invoice_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sales_allowance add constraint sales_allowance_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sales_allowance add constraint sales_allowance_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_allowance add constraint sales_allowance_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_allowance add constraint sales_allowance_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table sales_allowance add constraint sales_allowance_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table sales_allowance add constraint sales_allowance_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_allowance_line add constraint sales_allowance_line_owner_id_fkey foreign key (company_id, owner_id) references sales_allowance (company_id, id) on delete cascade;
alter table sales_allowance_line add constraint sales_allowance_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_allowance_line add constraint sales_allowance_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sample_issue add constraint sample_issue_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table sample_issue add constraint sample_issue_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sample_issue add constraint sample_issue_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sample_issue add constraint sample_issue_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table sample_issue add constraint sample_issue_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sample_issue_line add constraint sample_issue_line_owner_id_fkey foreign key (company_id, owner_id) references sample_issue (company_id, id) on delete cascade;
alter table sample_issue_line add constraint sample_issue_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sample_issue_line add constraint sample_issue_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table sample_issue_line add constraint sample_issue_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table retail_sale add constraint retail_sale_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table retail_sale add constraint retail_sale_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table retail_sale add constraint retail_sale_cashier_fkey foreign key (company_id, cashier) references employee (company_id, id);
alter table retail_sale add constraint retail_sale_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table retail_sale_line add constraint retail_sale_line_owner_id_fkey foreign key (company_id, owner_id) references retail_sale (company_id, id) on delete cascade;
alter table retail_sale_line add constraint retail_sale_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table retail_sale_line add constraint retail_sale_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table retail_sale_line add constraint retail_sale_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table retail_sale_tenders add constraint retail_sale_tenders_owner_id_fkey foreign key (company_id, owner_id) references retail_sale (company_id, id) on delete cascade;
alter table retail_sale_tenders add constraint retail_sale_tenders_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table retail_refund add constraint retail_refund_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table retail_refund add constraint retail_refund_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table retail_refund add constraint retail_refund_cashier_fkey foreign key (company_id, cashier) references employee (company_id, id);
alter table retail_refund add constraint retail_refund_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table retail_refund_line add constraint retail_refund_line_owner_id_fkey foreign key (company_id, owner_id) references retail_refund (company_id, id) on delete cascade;
alter table retail_refund_line add constraint retail_refund_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table retail_refund_line add constraint retail_refund_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table retail_refund_line add constraint retail_refund_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table retail_refund_tenders add constraint retail_refund_tenders_owner_id_fkey foreign key (company_id, owner_id) references retail_refund (company_id, id) on delete cascade;
alter table retail_refund_tenders add constraint retail_refund_tenders_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table shift_handover add constraint shift_handover_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table shift_handover add constraint shift_handover_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table shift_handover_line add constraint shift_handover_line_owner_id_fkey foreign key (company_id, owner_id) references shift_handover (company_id, id) on delete cascade;
alter table shift_handover_line add constraint shift_handover_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table consignment_out add constraint consignment_out_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table consignment_out add constraint consignment_out_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table consignment_out add constraint consignment_out_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table consignment_out add constraint consignment_out_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table consignment_out add constraint consignment_out_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table consignment_out add constraint consignment_out_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table consignment_out add constraint consignment_out_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table consignment_out_line add constraint consignment_out_line_owner_id_fkey foreign key (company_id, owner_id) references consignment_out (company_id, id) on delete cascade;
alter table consignment_out_line add constraint consignment_out_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table consignment_out_line add constraint consignment_out_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table consignment_out_line add constraint consignment_out_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_currency_fkey foreign key (company_id, currency) references currency (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_payment_terms_fkey foreign key (company_id, payment_terms) references payment_terms (company_id, id);
alter table consignment_settlement add constraint consignment_settlement_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table consignment_settlement_line add constraint consignment_settlement_line_owner_id_fkey foreign key (company_id, owner_id) references consignment_settlement (company_id, id) on delete cascade;
alter table consignment_settlement_line add constraint consignment_settlement_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table consignment_settlement_line add constraint consignment_settlement_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table consignment_settlement_line add constraint consignment_settlement_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table consignment_return add constraint consignment_return_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table consignment_return add constraint consignment_return_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table consignment_return add constraint consignment_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table consignment_return_line add constraint consignment_return_line_owner_id_fkey foreign key (company_id, owner_id) references consignment_return (company_id, id) on delete cascade;
alter table consignment_return_line add constraint consignment_return_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table consignment_return_line add constraint consignment_return_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table consignment_return_line add constraint consignment_return_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table loan_out add constraint loan_out_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table loan_out add constraint loan_out_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table loan_out add constraint loan_out_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table loan_out add constraint loan_out_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table loan_out add constraint loan_out_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table loan_out_line add constraint loan_out_line_owner_id_fkey foreign key (company_id, owner_id) references loan_out (company_id, id) on delete cascade;
alter table loan_out_line add constraint loan_out_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table loan_out_line add constraint loan_out_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table loan_out_line add constraint loan_out_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table loan_return add constraint loan_return_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table loan_return add constraint loan_return_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table loan_return add constraint loan_return_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table loan_return add constraint loan_return_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table loan_return add constraint loan_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table loan_return_line add constraint loan_return_line_owner_id_fkey foreign key (company_id, owner_id) references loan_return (company_id, id) on delete cascade;
alter table loan_return_line add constraint loan_return_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table loan_return_line add constraint loan_return_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table loan_return_line add constraint loan_return_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table pending_vat_due add constraint pending_vat_due_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table pending_vat_due_line add constraint pending_vat_due_line_owner_id_fkey foreign key (company_id, owner_id) references pending_vat_due (company_id, id) on delete cascade;
alter table pending_vat_due_line add constraint pending_vat_due_line_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table lead add constraint lead_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table lead add constraint lead_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table lead add constraint lead_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table lead_line add constraint lead_line_owner_id_fkey foreign key (company_id, owner_id) references lead (company_id, id) on delete cascade;
alter table lead_line add constraint lead_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table opportunity add constraint opportunity_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table opportunity add constraint opportunity_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table opportunity add constraint opportunity_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table opportunity add constraint opportunity_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table opportunity_line add constraint opportunity_line_owner_id_fkey foreign key (company_id, owner_id) references opportunity (company_id, id) on delete cascade;
alter table opportunity_line add constraint opportunity_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table opportunity_line add constraint opportunity_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table opening_stock add constraint opening_stock_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table opening_stock add constraint opening_stock_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table opening_stock_line add constraint opening_stock_line_owner_id_fkey foreign key (company_id, owner_id) references opening_stock (company_id, id) on delete cascade;
alter table opening_stock_line add constraint opening_stock_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table opening_stock_line add constraint opening_stock_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table opening_stock_line add constraint opening_stock_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table other_receipt add constraint other_receipt_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table other_receipt add constraint other_receipt_reason_fkey foreign key (company_id, reason) references stock_reason (company_id, id);
alter table other_receipt add constraint other_receipt_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table other_receipt add constraint other_receipt_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table other_receipt add constraint other_receipt_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table other_receipt_line add constraint other_receipt_line_owner_id_fkey foreign key (company_id, owner_id) references other_receipt (company_id, id) on delete cascade;
alter table other_receipt_line add constraint other_receipt_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table other_receipt_line add constraint other_receipt_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table other_receipt_line add constraint other_receipt_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table other_issue add constraint other_issue_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table other_issue add constraint other_issue_reason_fkey foreign key (company_id, reason) references stock_reason (company_id, id);
alter table other_issue add constraint other_issue_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table other_issue add constraint other_issue_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table other_issue add constraint other_issue_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table other_issue_line add constraint other_issue_line_owner_id_fkey foreign key (company_id, owner_id) references other_issue (company_id, id) on delete cascade;
alter table other_issue_line add constraint other_issue_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table other_issue_line add constraint other_issue_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table other_issue_line add constraint other_issue_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table scrap add constraint scrap_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table scrap add constraint scrap_reason_fkey foreign key (company_id, reason) references stock_reason (company_id, id);
alter table scrap add constraint scrap_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table scrap add constraint scrap_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table scrap add constraint scrap_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table scrap_line add constraint scrap_line_owner_id_fkey foreign key (company_id, owner_id) references scrap (company_id, id) on delete cascade;
alter table scrap_line add constraint scrap_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table scrap_line add constraint scrap_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table scrap_line add constraint scrap_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table internal_use add constraint internal_use_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table internal_use add constraint internal_use_reason_fkey foreign key (company_id, reason) references stock_reason (company_id, id);
alter table internal_use add constraint internal_use_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table internal_use add constraint internal_use_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table internal_use add constraint internal_use_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table internal_use_line add constraint internal_use_line_owner_id_fkey foreign key (company_id, owner_id) references internal_use (company_id, id) on delete cascade;
alter table internal_use_line add constraint internal_use_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table internal_use_line add constraint internal_use_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table internal_use_line add constraint internal_use_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table stock_transfer add constraint stock_transfer_from_warehouse_fkey foreign key (company_id, from_warehouse) references warehouse (company_id, id);
alter table stock_transfer add constraint stock_transfer_to_warehouse_fkey foreign key (company_id, to_warehouse) references warehouse (company_id, id);
alter table stock_transfer add constraint stock_transfer_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table stock_transfer add constraint stock_transfer_kit_fkey foreign key (company_id, kit) references item (company_id, id);
alter table stock_transfer add constraint stock_transfer_price_list_fkey foreign key (company_id, price_list) references price_list (company_id, id);
alter table stock_transfer add constraint stock_transfer_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_owner_id_fkey foreign key (company_id, owner_id) references stock_transfer (company_id, id) on delete cascade;
alter table stock_transfer_line add constraint stock_transfer_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_from_warehouse_fkey foreign key (company_id, from_warehouse) references warehouse (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_to_warehouse_fkey foreign key (company_id, to_warehouse) references warehouse (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table stock_transfer_line add constraint stock_transfer_line_to_bin_fkey foreign key (company_id, to_bin) references bin (company_id, id);
alter table transfer_out add constraint transfer_out_from_warehouse_fkey foreign key (company_id, from_warehouse) references warehouse (company_id, id);
alter table transfer_out add constraint transfer_out_to_warehouse_fkey foreign key (company_id, to_warehouse) references warehouse (company_id, id);
alter table transfer_out add constraint transfer_out_carrier_fkey foreign key (company_id, carrier) references party (company_id, id);
alter table transfer_out add constraint transfer_out_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table transfer_out add constraint transfer_out_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table transfer_out_line add constraint transfer_out_line_owner_id_fkey foreign key (company_id, owner_id) references transfer_out (company_id, id) on delete cascade;
alter table transfer_out_line add constraint transfer_out_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table transfer_out_line add constraint transfer_out_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table transfer_out_line add constraint transfer_out_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table transfer_in add constraint transfer_in_to_warehouse_fkey foreign key (company_id, to_warehouse) references warehouse (company_id, id);
alter table transfer_in add constraint transfer_in_loss_reason_fkey foreign key (company_id, loss_reason) references stock_reason (company_id, id);
alter table transfer_in add constraint transfer_in_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table transfer_in add constraint transfer_in_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table transfer_in_line add constraint transfer_in_line_owner_id_fkey foreign key (company_id, owner_id) references transfer_in (company_id, id) on delete cascade;
alter table transfer_in_line add constraint transfer_in_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table transfer_in_line add constraint transfer_in_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table transfer_in_line add constraint transfer_in_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table assembly add constraint assembly_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table assembly add constraint assembly_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table assembly add constraint assembly_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table assembly add constraint assembly_fee_party_fkey foreign key (company_id, fee_party) references party (company_id, id);
alter table assembly add constraint assembly_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table assembly add constraint assembly_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table assembly add constraint assembly_from_warehouse_fkey foreign key (company_id, from_warehouse) references warehouse (company_id, id);
alter table assembly add constraint assembly_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table assembly_line add constraint assembly_line_owner_id_fkey foreign key (company_id, owner_id) references assembly (company_id, id) on delete cascade;
alter table assembly_line add constraint assembly_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table assembly_line add constraint assembly_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table assembly_line add constraint assembly_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table assembly_line add constraint assembly_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table disassembly add constraint disassembly_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table disassembly add constraint disassembly_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table disassembly add constraint disassembly_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table disassembly add constraint disassembly_fee_party_fkey foreign key (company_id, fee_party) references party (company_id, id);
alter table disassembly add constraint disassembly_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table disassembly add constraint disassembly_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table disassembly add constraint disassembly_to_warehouse_fkey foreign key (company_id, to_warehouse) references warehouse (company_id, id);
alter table disassembly add constraint disassembly_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table disassembly_line add constraint disassembly_line_owner_id_fkey foreign key (company_id, owner_id) references disassembly (company_id, id) on delete cascade;
alter table disassembly_line add constraint disassembly_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table disassembly_line add constraint disassembly_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table disassembly_line add constraint disassembly_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table disassembly_line add constraint disassembly_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table stock_count add constraint stock_count_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table stock_count add constraint stock_count_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table stock_count add constraint stock_count_plan_fkey foreign key (company_id, plan) references count_plan (company_id, id);
alter table stock_count add constraint stock_count_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table stock_count_line add constraint stock_count_line_owner_id_fkey foreign key (company_id, owner_id) references stock_count (company_id, id) on delete cascade;
alter table stock_count_line add constraint stock_count_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_count_line add constraint stock_count_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table stock_count_line add constraint stock_count_line_counter_fkey foreign key (company_id, counter) references employee (company_id, id);
alter table count_adjustment add constraint count_adjustment_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table count_adjustment add constraint count_adjustment_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table count_adjustment add constraint count_adjustment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table count_adjustment_line add constraint count_adjustment_line_owner_id_fkey foreign key (company_id, owner_id) references count_adjustment (company_id, id) on delete cascade;
alter table count_adjustment_line add constraint count_adjustment_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table count_adjustment_line add constraint count_adjustment_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table loss_disposition add constraint loss_disposition_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table loss_disposition add constraint loss_disposition_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table loss_disposition add constraint loss_disposition_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table loss_disposition_line add constraint loss_disposition_line_owner_id_fkey foreign key (company_id, owner_id) references loss_disposition (company_id, id) on delete cascade;
alter table loss_disposition_line add constraint loss_disposition_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table loss_disposition_line add constraint loss_disposition_line_liable_fkey foreign key (company_id, liable) references party (company_id, id);
alter table cost_adjustment add constraint cost_adjustment_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table cost_adjustment add constraint cost_adjustment_reason_fkey foreign key (company_id, reason) references stock_reason (company_id, id);
alter table cost_adjustment add constraint cost_adjustment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table cost_adjustment_line add constraint cost_adjustment_line_owner_id_fkey foreign key (company_id, owner_id) references cost_adjustment (company_id, id) on delete cascade;
alter table cost_adjustment_line add constraint cost_adjustment_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table cost_method_change add constraint cost_method_change_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table cost_method_change add constraint cost_method_change_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table cost_method_change_line add constraint cost_method_change_line_owner_id_fkey foreign key (company_id, owner_id) references cost_method_change (company_id, id) on delete cascade;
alter table cost_method_change_line add constraint cost_method_change_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table standard_cost add constraint standard_cost_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table standard_cost_line add constraint standard_cost_line_owner_id_fkey foreign key (company_id, owner_id) references standard_cost (company_id, id) on delete cascade;
alter table standard_cost_line add constraint standard_cost_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table standard_cost_line add constraint standard_cost_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table stock_reclassification add constraint stock_reclassification_category_fkey foreign key (company_id, category) references item_category (company_id, id);
alter table stock_reclassification add constraint stock_reclassification_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table stock_reclassification_line add constraint stock_reclassification_line_owner_id_fkey foreign key (company_id, owner_id) references stock_reclassification (company_id, id) on delete cascade;
alter table stock_reclassification_line add constraint stock_reclassification_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_status_change add constraint stock_status_change_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table stock_status_change add constraint stock_status_change_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table stock_status_change add constraint stock_status_change_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table stock_status_change_line add constraint stock_status_change_line_owner_id_fkey foreign key (company_id, owner_id) references stock_status_change (company_id, id) on delete cascade;
alter table stock_status_change_line add constraint stock_status_change_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_status_change_line add constraint stock_status_change_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table stock_status_change_line add constraint stock_status_change_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table lot_change add constraint lot_change_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table lot_change add constraint lot_change_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table lot_change add constraint lot_change_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table lot_change_line add constraint lot_change_line_owner_id_fkey foreign key (company_id, owner_id) references lot_change (company_id, id) on delete cascade;
alter table lot_change_line add constraint lot_change_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table lot_change_line add constraint lot_change_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table lot_change_line add constraint lot_change_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table bin_transfer add constraint bin_transfer_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table bin_transfer add constraint bin_transfer_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table bin_transfer add constraint bin_transfer_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bin_transfer_line add constraint bin_transfer_line_owner_id_fkey foreign key (company_id, owner_id) references bin_transfer (company_id, id) on delete cascade;
alter table bin_transfer_line add constraint bin_transfer_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table bin_transfer_line add constraint bin_transfer_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table bin_transfer_line add constraint bin_transfer_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table bin_transfer_line add constraint bin_transfer_line_to_bin_fkey foreign key (company_id, to_bin) references bin (company_id, id);
alter table custody_receipt add constraint custody_receipt_owner_fkey foreign key (company_id, owner) references party (company_id, id);
alter table custody_receipt add constraint custody_receipt_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table custody_receipt add constraint custody_receipt_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table custody_receipt_line add constraint custody_receipt_line_owner_id_fkey foreign key (company_id, owner_id) references custody_receipt (company_id, id) on delete cascade;
alter table custody_receipt_line add constraint custody_receipt_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table custody_receipt_line add constraint custody_receipt_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table custody_receipt_line add constraint custody_receipt_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table custody_issue add constraint custody_issue_owner_fkey foreign key (company_id, owner) references party (company_id, id);
alter table custody_issue add constraint custody_issue_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table custody_issue add constraint custody_issue_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table custody_issue_line add constraint custody_issue_line_owner_id_fkey foreign key (company_id, owner_id) references custody_issue (company_id, id) on delete cascade;
alter table custody_issue_line add constraint custody_issue_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table custody_issue_line add constraint custody_issue_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table custody_issue_line add constraint custody_issue_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table sales_forecast add constraint sales_forecast_salesperson_fkey foreign key (company_id, salesperson) references employee (company_id, id);
alter table sales_forecast add constraint sales_forecast_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_forecast add constraint sales_forecast_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_forecast_line add constraint sales_forecast_line_owner_id_fkey foreign key (company_id, owner_id) references sales_forecast (company_id, id) on delete cascade;
alter table sales_forecast_line add constraint sales_forecast_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table sales_forecast_line add constraint sales_forecast_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_plan add constraint purchase_plan_buyer_fkey foreign key (company_id, buyer) references employee (company_id, id);
alter table purchase_plan add constraint purchase_plan_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table purchase_plan add constraint purchase_plan_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table purchase_plan_line add constraint purchase_plan_line_owner_id_fkey foreign key (company_id, owner_id) references purchase_plan (company_id, id) on delete cascade;
alter table purchase_plan_line add constraint purchase_plan_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table purchase_plan_line add constraint purchase_plan_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table purchase_plan_line add constraint purchase_plan_line_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table engineering_change add constraint engineering_change_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table engineering_change add constraint engineering_change_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table engineering_change_line add constraint engineering_change_line_owner_id_fkey foreign key (company_id, owner_id) references engineering_change (company_id, id) on delete cascade;
alter table engineering_change_line add constraint engineering_change_line_component_fkey foreign key (company_id, component) references item (company_id, id);
alter table engineering_change_line add constraint engineering_change_line_replacement_fkey foreign key (company_id, replacement) references item (company_id, id);
alter table engineering_change_line add constraint engineering_change_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table work_order add constraint work_order_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table work_order add constraint work_order_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table work_order add constraint work_order_workshop_fkey foreign key (company_id, workshop) references workshop (company_id, id);
alter table work_order add constraint work_order_bom_fkey foreign key (company_id, bom) references bom (company_id, id);
alter table work_order add constraint work_order_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table work_order add constraint work_order_finished_warehouse_fkey foreign key (company_id, finished_warehouse) references warehouse (company_id, id);
alter table work_order add constraint work_order_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table work_order add constraint work_order_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table work_order_line add constraint work_order_line_owner_id_fkey foreign key (company_id, owner_id) references work_order (company_id, id) on delete cascade;
alter table work_order_line add constraint work_order_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table work_order_line add constraint work_order_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table work_order_components add constraint work_order_components_owner_id_fkey foreign key (company_id, owner_id) references work_order (company_id, id) on delete cascade;
alter table work_order_components add constraint work_order_components_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table work_order_components add constraint work_order_components_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table material_issue add constraint material_issue_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table material_issue add constraint material_issue_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table material_issue add constraint material_issue_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table material_issue_line add constraint material_issue_line_owner_id_fkey foreign key (company_id, owner_id) references material_issue (company_id, id) on delete cascade;
alter table material_issue_line add constraint material_issue_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table material_issue_line add constraint material_issue_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table material_issue_line add constraint material_issue_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table material_issue_line add constraint material_issue_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table material_return add constraint material_return_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table material_return add constraint material_return_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table material_return add constraint material_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table material_return_line add constraint material_return_line_owner_id_fkey foreign key (company_id, owner_id) references material_return (company_id, id) on delete cascade;
alter table material_return_line add constraint material_return_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table material_return_line add constraint material_return_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table material_return_line add constraint material_return_line_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table material_return_line add constraint material_return_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table operation_report add constraint operation_report_workshop_fkey foreign key (company_id, workshop) references workshop (company_id, id);
alter table operation_report add constraint operation_report_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table operation_report_line add constraint operation_report_line_owner_id_fkey foreign key (company_id, owner_id) references operation_report (company_id, id) on delete cascade;
alter table operation_report_line add constraint operation_report_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table production_receipt add constraint production_receipt_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table production_receipt add constraint production_receipt_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table production_receipt add constraint production_receipt_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table production_receipt_line add constraint production_receipt_line_owner_id_fkey foreign key (company_id, owner_id) references production_receipt (company_id, id) on delete cascade;
alter table production_receipt_line add constraint production_receipt_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table production_receipt_line add constraint production_receipt_line_unit_fkey foreign key (company_id, unit) references unit (company_id, id);
alter table production_receipt_line add constraint production_receipt_line_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table progress_count add constraint progress_count_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table progress_count_line add constraint progress_count_line_owner_id_fkey foreign key (company_id, owner_id) references progress_count (company_id, id) on delete cascade;
alter table cost_allocation add constraint cost_allocation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table cost_allocation_line add constraint cost_allocation_line_owner_id_fkey foreign key (company_id, owner_id) references cost_allocation (company_id, id) on delete cascade;
alter table cost_allocation_line add constraint cost_allocation_line_workshop_fkey foreign key (company_id, workshop) references workshop (company_id, id);
alter table cost_allocation_pools add constraint cost_allocation_pools_owner_id_fkey foreign key (company_id, owner_id) references cost_allocation (company_id, id) on delete cascade;
alter table cost_allocation_pools add constraint cost_allocation_pools_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table cost_allocation_pools add constraint cost_allocation_pools_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table completion_costing add constraint completion_costing_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table completion_costing_line add constraint completion_costing_line_owner_id_fkey foreign key (company_id, owner_id) references completion_costing (company_id, id) on delete cascade;
alter table completion_costing_line add constraint completion_costing_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table completion_costing_true_ups add constraint completion_costing_true_ups_owner_id_fkey foreign key (company_id, owner_id) references completion_costing (company_id, id) on delete cascade;
alter table completion_costing_true_ups add constraint completion_costing_true_ups_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table completion_costing_true_ups add constraint completion_costing_true_ups_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table collection add constraint collection_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table collection add constraint collection_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table collection add constraint collection_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table collection add constraint collection_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table collection_line add constraint collection_line_owner_id_fkey foreign key (company_id, owner_id) references collection (company_id, id) on delete cascade;
alter table collection_line add constraint collection_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table collection_settlements add constraint collection_settlements_owner_id_fkey foreign key (company_id, owner_id) references collection (company_id, id) on delete cascade;
alter table collection_settlements add constraint collection_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table customer_refund add constraint customer_refund_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table customer_refund add constraint customer_refund_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table customer_refund add constraint customer_refund_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table customer_refund add constraint customer_refund_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table customer_refund_line add constraint customer_refund_line_owner_id_fkey foreign key (company_id, owner_id) references customer_refund (company_id, id) on delete cascade;
alter table customer_refund_line add constraint customer_refund_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table customer_refund_settlements add constraint customer_refund_settlements_owner_id_fkey foreign key (company_id, owner_id) references customer_refund (company_id, id) on delete cascade;
alter table customer_refund_settlements add constraint customer_refund_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table payment add constraint payment_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table payment add constraint payment_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table payment add constraint payment_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table payment add constraint payment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table payment_line add constraint payment_line_owner_id_fkey foreign key (company_id, owner_id) references payment (company_id, id) on delete cascade;
alter table payment_line add constraint payment_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table payment_settlements add constraint payment_settlements_owner_id_fkey foreign key (company_id, owner_id) references payment (company_id, id) on delete cascade;
alter table payment_settlements add constraint payment_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table expense add constraint expense_payee_fkey foreign key (company_id, payee) references party (company_id, id);
alter table expense add constraint expense_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table expense add constraint expense_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table expense add constraint expense_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table expense add constraint expense_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table expense_line add constraint expense_line_owner_id_fkey foreign key (company_id, owner_id) references expense (company_id, id) on delete cascade;
alter table expense_line add constraint expense_line_expense_item_fkey foreign key (company_id, expense_item) references expense_item (company_id, id);
alter table expense_line add constraint expense_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table expense_line add constraint expense_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table other_income add constraint other_income_payer_fkey foreign key (company_id, payer) references party (company_id, id);
alter table other_income add constraint other_income_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table other_income add constraint other_income_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table other_income add constraint other_income_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table other_income add constraint other_income_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table other_income_line add constraint other_income_line_owner_id_fkey foreign key (company_id, owner_id) references other_income (company_id, id) on delete cascade;
alter table other_income_line add constraint other_income_line_income_item_fkey foreign key (company_id, income_item) references income_item (company_id, id);
alter table other_income_line add constraint other_income_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table other_income_line add constraint other_income_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table cash_transfer add constraint cash_transfer_from_account_fkey foreign key (company_id, from_account) references cash_account (company_id, id);
alter table cash_transfer add constraint cash_transfer_to_account_fkey foreign key (company_id, to_account) references cash_account (company_id, id);
alter table cash_transfer add constraint cash_transfer_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table cash_transfer add constraint cash_transfer_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table settlement add constraint settlement_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table settlement add constraint settlement_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table settlement_line add constraint settlement_line_owner_id_fkey foreign key (company_id, owner_id) references settlement (company_id, id) on delete cascade;
alter table settlement_line add constraint settlement_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table settlement_line add constraint settlement_line_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table suspense add constraint suspense_holder_fkey foreign key (company_id, holder) references party (company_id, id);
alter table suspense add constraint suspense_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table suspense_line add constraint suspense_line_owner_id_fkey foreign key (company_id, owner_id) references suspense (company_id, id) on delete cascade;
alter table suspense_line add constraint suspense_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table note_received add constraint note_received_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table note_received add constraint note_received_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table note_received add constraint note_received_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table note_received add constraint note_received_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table note_received_line add constraint note_received_line_owner_id_fkey foreign key (company_id, owner_id) references note_received (company_id, id) on delete cascade;
alter table note_received_settlements add constraint note_received_settlements_owner_id_fkey foreign key (company_id, owner_id) references note_received (company_id, id) on delete cascade;
alter table note_received_settlements add constraint note_received_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table note_issued add constraint note_issued_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table note_issued add constraint note_issued_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table note_issued add constraint note_issued_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table note_issued add constraint note_issued_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table note_issued add constraint note_issued_margin_account_fkey foreign key (company_id, margin_account) references cash_account (company_id, id);
alter table note_issued add constraint note_issued_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table note_issued_line add constraint note_issued_line_owner_id_fkey foreign key (company_id, owner_id) references note_issued (company_id, id) on delete cascade;
alter table note_issued_settlements add constraint note_issued_settlements_owner_id_fkey foreign key (company_id, owner_id) references note_issued (company_id, id) on delete cascade;
alter table note_issued_settlements add constraint note_issued_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table note_event add constraint note_event_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table note_event add constraint note_event_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table note_event add constraint note_event_margin_account_fkey foreign key (company_id, margin_account) references cash_account (company_id, id);
alter table note_event add constraint note_event_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table note_event add constraint note_event_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table note_event_line add constraint note_event_line_owner_id_fkey foreign key (company_id, owner_id) references note_event (company_id, id) on delete cascade;
alter table note_event_line add constraint note_event_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table note_event_settlements add constraint note_event_settlements_owner_id_fkey foreign key (company_id, owner_id) references note_event (company_id, id) on delete cascade;
alter table note_event_settlements add constraint note_event_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table expense_claim add constraint expense_claim_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table expense_claim add constraint expense_claim_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table expense_claim add constraint expense_claim_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table expense_claim add constraint expense_claim_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table expense_claim_line add constraint expense_claim_line_owner_id_fkey foreign key (company_id, owner_id) references expense_claim (company_id, id) on delete cascade;
alter table expense_claim_line add constraint expense_claim_line_expense_item_fkey foreign key (company_id, expense_item) references expense_item (company_id, id);
alter table expense_claim_line add constraint expense_claim_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table expense_claim_line add constraint expense_claim_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table expense_claim_settlements add constraint expense_claim_settlements_owner_id_fkey foreign key (company_id, owner_id) references expense_claim (company_id, id) on delete cascade;
alter table expense_claim_settlements add constraint expense_claim_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table employee_advance add constraint employee_advance_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table employee_advance add constraint employee_advance_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table employee_advance add constraint employee_advance_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table employee_advance add constraint employee_advance_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table employee_advance_line add constraint employee_advance_line_owner_id_fkey foreign key (company_id, owner_id) references employee_advance (company_id, id) on delete cascade;
alter table employee_advance_line add constraint employee_advance_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table claim_payment add constraint claim_payment_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table claim_payment add constraint claim_payment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table claim_payment_line add constraint claim_payment_line_owner_id_fkey foreign key (company_id, owner_id) references claim_payment (company_id, id) on delete cascade;
alter table claim_payment_line add constraint claim_payment_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table claim_payment_line add constraint claim_payment_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table claim_payment_settlements add constraint claim_payment_settlements_owner_id_fkey foreign key (company_id, owner_id) references claim_payment (company_id, id) on delete cascade;
alter table claim_payment_settlements add constraint claim_payment_settlements_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table claim_payment_settlements add constraint claim_payment_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table advance_return add constraint advance_return_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table advance_return add constraint advance_return_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table advance_return add constraint advance_return_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table advance_return add constraint advance_return_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table advance_return add constraint advance_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table advance_return_line add constraint advance_return_line_owner_id_fkey foreign key (company_id, owner_id) references advance_return (company_id, id) on delete cascade;
alter table advance_return_line add constraint advance_return_line_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table wages_accrual add constraint wages_accrual_fund_party_fkey foreign key (company_id, fund_party) references party (company_id, id);
alter table wages_accrual add constraint wages_accrual_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table wages_accrual_line add constraint wages_accrual_line_owner_id_fkey foreign key (company_id, owner_id) references wages_accrual (company_id, id) on delete cascade;
alter table wages_accrual_line add constraint wages_accrual_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table wages_payment add constraint wages_payment_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table wages_payment add constraint wages_payment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table wages_payment_line add constraint wages_payment_line_owner_id_fkey foreign key (company_id, owner_id) references wages_payment (company_id, id) on delete cascade;
alter table wages_payment_settlements add constraint wages_payment_settlements_owner_id_fkey foreign key (company_id, owner_id) references wages_payment (company_id, id) on delete cascade;
alter table wages_payment_settlements add constraint wages_payment_settlements_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table wages_payment_settlements add constraint wages_payment_settlements_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table asset_acquisition add constraint asset_acquisition_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table asset_acquisition add constraint asset_acquisition_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table asset_acquisition add constraint asset_acquisition_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table asset_acquisition add constraint asset_acquisition_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_acquisition add constraint asset_acquisition_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_acquisition_line add constraint asset_acquisition_line_owner_id_fkey foreign key (company_id, owner_id) references asset_acquisition (company_id, id) on delete cascade;
alter table asset_acquisition_line add constraint asset_acquisition_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_opening add constraint asset_opening_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_opening_line add constraint asset_opening_line_owner_id_fkey foreign key (company_id, owner_id) references asset_opening (company_id, id) on delete cascade;
alter table asset_opening_line add constraint asset_opening_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_usage add constraint asset_usage_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table asset_usage add constraint asset_usage_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_usage_line add constraint asset_usage_line_owner_id_fkey foreign key (company_id, owner_id) references asset_usage (company_id, id) on delete cascade;
alter table asset_usage_line add constraint asset_usage_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table depreciation add constraint depreciation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table depreciation_line add constraint depreciation_line_owner_id_fkey foreign key (company_id, owner_id) references depreciation (company_id, id) on delete cascade;
alter table depreciation_line add constraint depreciation_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table depreciation_line add constraint depreciation_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table depreciation_line add constraint depreciation_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table amortization add constraint amortization_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table amortization_line add constraint amortization_line_owner_id_fkey foreign key (company_id, owner_id) references amortization (company_id, id) on delete cascade;
alter table amortization_line add constraint amortization_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table amortization_line add constraint amortization_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table amortization_line add constraint amortization_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table asset_change add constraint asset_change_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_change add constraint asset_change_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_change add constraint asset_change_expense_account_fkey foreign key (company_id, expense_account) references account (company_id, id);
alter table asset_change add constraint asset_change_supplier_fkey foreign key (company_id, supplier) references party (company_id, id);
alter table asset_change add constraint asset_change_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table asset_change add constraint asset_change_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_change_line add constraint asset_change_line_owner_id_fkey foreign key (company_id, owner_id) references asset_change (company_id, id) on delete cascade;
alter table asset_change_line add constraint asset_change_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_change_line add constraint asset_change_line_expense_account_fkey foreign key (company_id, expense_account) references account (company_id, id);
alter table asset_split add constraint asset_split_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_split add constraint asset_split_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_split_line add constraint asset_split_line_owner_id_fkey foreign key (company_id, owner_id) references asset_split (company_id, id) on delete cascade;
alter table asset_split_line add constraint asset_split_line_new_asset_fkey foreign key (company_id, new_asset) references asset_card (company_id, id);
alter table asset_impairment add constraint asset_impairment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_impairment_line add constraint asset_impairment_line_owner_id_fkey foreign key (company_id, owner_id) references asset_impairment (company_id, id) on delete cascade;
alter table asset_impairment_line add constraint asset_impairment_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_count add constraint asset_count_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table asset_count add constraint asset_count_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_count_line add constraint asset_count_line_owner_id_fkey foreign key (company_id, owner_id) references asset_count (company_id, id) on delete cascade;
alter table asset_count_line add constraint asset_count_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_count_surplus add constraint asset_count_surplus_owner_id_fkey foreign key (company_id, owner_id) references asset_count (company_id, id) on delete cascade;
alter table asset_count_surplus add constraint asset_count_surplus_category_fkey foreign key (company_id, category) references asset_category (company_id, id);
alter table asset_disposal add constraint asset_disposal_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table asset_disposal add constraint asset_disposal_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table asset_disposal add constraint asset_disposal_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table asset_disposal add constraint asset_disposal_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table asset_disposal_line add constraint asset_disposal_line_owner_id_fkey foreign key (company_id, owner_id) references asset_disposal (company_id, id) on delete cascade;
alter table asset_disposal_line add constraint asset_disposal_line_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_disposal_charges add constraint asset_disposal_charges_owner_id_fkey foreign key (company_id, owner_id) references asset_disposal (company_id, id) on delete cascade;
alter table asset_disposal_charges add constraint asset_disposal_charges_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_disposal_charges add constraint asset_disposal_charges_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table asset_disposal_charges add constraint asset_disposal_charges_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table voucher add constraint voucher_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table voucher_line add constraint voucher_line_owner_id_fkey foreign key (company_id, owner_id) references voucher (company_id, id) on delete cascade;
alter table voucher_line add constraint voucher_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table voucher_line add constraint voucher_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table voucher_line add constraint voucher_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table voucher_line add constraint voucher_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table voucher_line add constraint voucher_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table voucher_line add constraint voucher_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table voucher_line add constraint voucher_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table voucher_line add constraint voucher_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table voucher_line add constraint voucher_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table opening_balance add constraint opening_balance_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_owner_id_fkey foreign key (company_id, owner_id) references opening_balance (company_id, id) on delete cascade;
alter table opening_balance_line add constraint opening_balance_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table opening_balance_line add constraint opening_balance_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table opening_balance_cash_flows add constraint opening_balance_cash_flows_owner_id_fkey foreign key (company_id, owner_id) references opening_balance (company_id, id) on delete cascade;
alter table bad_debt_write_off add constraint bad_debt_write_off_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table bad_debt_write_off add constraint bad_debt_write_off_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bad_debt_write_off_line add constraint bad_debt_write_off_line_owner_id_fkey foreign key (company_id, owner_id) references bad_debt_write_off (company_id, id) on delete cascade;
alter table bad_debt_write_off_line add constraint bad_debt_write_off_line_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table bad_debt_recovery add constraint bad_debt_recovery_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table bad_debt_recovery add constraint bad_debt_recovery_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table bad_debt_recovery add constraint bad_debt_recovery_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table money_budget add constraint money_budget_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table money_budget add constraint money_budget_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table money_budget add constraint money_budget_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table money_budget_line add constraint money_budget_line_owner_id_fkey foreign key (company_id, owner_id) references money_budget (company_id, id) on delete cascade;
alter table money_budget_line add constraint money_budget_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table statement_reply add constraint statement_reply_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table statement_reply add constraint statement_reply_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table statement_reply_line add constraint statement_reply_line_owner_id_fkey foreign key (company_id, owner_id) references statement_reply (company_id, id) on delete cascade;
alter table profit_carry_forward add constraint profit_carry_forward_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_owner_id_fkey foreign key (company_id, owner_id) references profit_carry_forward (company_id, id) on delete cascade;
alter table profit_carry_forward_line add constraint profit_carry_forward_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table profit_carry_forward_line add constraint profit_carry_forward_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table research_carry add constraint research_carry_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table research_carry_line add constraint research_carry_line_owner_id_fkey foreign key (company_id, owner_id) references research_carry (company_id, id) on delete cascade;
alter table research_carry_line add constraint research_carry_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table research_carry_line add constraint research_carry_line_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table research_carry_line add constraint research_carry_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table research_carry_line add constraint research_carry_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table research_carry_line add constraint research_carry_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table research_carry_line add constraint research_carry_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table research_carry_line add constraint research_carry_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table research_carry_line add constraint research_carry_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table research_carry_line add constraint research_carry_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table year_end_close add constraint year_end_close_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_owner_id_fkey foreign key (company_id, owner_id) references year_end_close (company_id, id) on delete cascade;
alter table year_end_close_line add constraint year_end_close_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table year_end_close_line add constraint year_end_close_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table cost_of_sales_carry add constraint cost_of_sales_carry_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table exchange_revaluation add constraint exchange_revaluation_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table exchange_revaluation_line add constraint exchange_revaluation_line_owner_id_fkey foreign key (company_id, owner_id) references exchange_revaluation (company_id, id) on delete cascade;
alter table exchange_revaluation_line add constraint exchange_revaluation_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table exchange_revaluation_line add constraint exchange_revaluation_line_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table exchange_revaluation_line add constraint exchange_revaluation_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table exchange_revaluation_line add constraint exchange_revaluation_line_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table account_transfer add constraint account_transfer_from_account_fkey foreign key (company_id, from_account) references account (company_id, id);
alter table account_transfer add constraint account_transfer_to_account_fkey foreign key (company_id, to_account) references account (company_id, id);
alter table account_transfer add constraint account_transfer_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_owner_id_fkey foreign key (company_id, owner_id) references account_transfer (company_id, id) on delete cascade;
alter table account_transfer_line add constraint account_transfer_line_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table account_transfer_line add constraint account_transfer_line_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table bad_debt_provision add constraint bad_debt_provision_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bad_debt_provision_line add constraint bad_debt_provision_line_owner_id_fkey foreign key (company_id, owner_id) references bad_debt_provision (company_id, id) on delete cascade;
alter table digital_invoice add constraint digital_invoice_customer_fkey foreign key (company_id, customer) references party (company_id, id);
alter table digital_invoice add constraint digital_invoice_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table digital_invoice_line add constraint digital_invoice_line_owner_id_fkey foreign key (company_id, owner_id) references digital_invoice (company_id, id) on delete cascade;
alter table digital_invoice_line add constraint digital_invoice_line_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table bank_statement add constraint bank_statement_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table bank_statement add constraint bank_statement_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bank_statement_line add constraint bank_statement_line_owner_id_fkey foreign key (company_id, owner_id) references bank_statement (company_id, id) on delete cascade;
alter table bank_opening add constraint bank_opening_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table bank_opening add constraint bank_opening_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table bank_opening_items add constraint bank_opening_items_owner_id_fkey foreign key (company_id, owner_id) references bank_opening (company_id, id) on delete cascade;
alter table cash_count add constraint cash_count_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table cash_count add constraint cash_count_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table cash_count add constraint cash_count_witness_fkey foreign key (company_id, witness) references employee (company_id, id);
alter table cash_count add constraint cash_count_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table cash_count_line add constraint cash_count_line_owner_id_fkey foreign key (company_id, owner_id) references cash_count (company_id, id) on delete cascade;
alter table sales_deduction add constraint sales_deduction_payee_fkey foreign key (company_id, payee) references party (company_id, id);
alter table sales_deduction add constraint sales_deduction_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table sales_deduction_line add constraint sales_deduction_line_owner_id_fkey foreign key (company_id, owner_id) references sales_deduction (company_id, id) on delete cascade;
alter table sales_deduction_line add constraint sales_deduction_line_account_fkey foreign key (company_id, account) references account (company_id, id);
alter table sales_deduction_line add constraint sales_deduction_line_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table sales_deduction_line add constraint sales_deduction_line_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table tax_accrual add constraint tax_accrual_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table tax_accrual_line add constraint tax_accrual_line_owner_id_fkey foreign key (company_id, owner_id) references tax_accrual (company_id, id) on delete cascade;
alter table tax_return add constraint tax_return_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table tax_return_line add constraint tax_return_line_owner_id_fkey foreign key (company_id, owner_id) references tax_return (company_id, id) on delete cascade;
alter table tax_return_dues add constraint tax_return_dues_owner_id_fkey foreign key (company_id, owner_id) references tax_return (company_id, id) on delete cascade;
alter table tax_return_checks add constraint tax_return_checks_owner_id_fkey foreign key (company_id, owner_id) references tax_return (company_id, id) on delete cascade;
alter table tax_payment add constraint tax_payment_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table tax_payment add constraint tax_payment_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table tax_payment_line add constraint tax_payment_line_owner_id_fkey foreign key (company_id, owner_id) references tax_payment (company_id, id) on delete cascade;
alter table elimination_entry add constraint elimination_entry_scope_fkey foreign key (company_id, scope) references consolidation_group (company_id, id);
alter table elimination_entry add constraint elimination_entry_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table elimination_entry_line add constraint elimination_entry_line_owner_id_fkey foreign key (company_id, owner_id) references elimination_entry (company_id, id) on delete cascade;
alter table stock_entry add constraint stock_entry_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_entry add constraint stock_entry_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table stock_entry add constraint stock_entry_bin_fkey foreign key (company_id, bin) references bin (company_id, id);
alter table party_entry add constraint party_entry_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table party_entry add constraint party_entry_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table party_entry add constraint party_entry_open_item_fkey foreign key (company_id, open_item) references party_entry (company_id, id);
alter table cash_entry add constraint cash_entry_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table asset_entry add constraint asset_entry_asset_fkey foreign key (company_id, asset) references asset_card (company_id, id);
alter table asset_entry add constraint asset_entry_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table plan_entry add constraint plan_entry_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table plan_entry add constraint plan_entry_warehouse_fkey foreign key (company_id, warehouse) references warehouse (company_id, id);
alter table general_entry add constraint general_entry_branch_fkey foreign key (company_id, branch) references branch (company_id, id);
alter table general_entry add constraint general_entry_party_fkey foreign key (company_id, party) references party (company_id, id);
alter table general_entry add constraint general_entry_department_fkey foreign key (company_id, department) references department (company_id, id);
alter table general_entry add constraint general_entry_employee_fkey foreign key (company_id, employee) references employee (company_id, id);
alter table general_entry add constraint general_entry_project_fkey foreign key (company_id, project) references project (company_id, id);
alter table general_entry add constraint general_entry_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table general_entry add constraint general_entry_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table general_entry add constraint general_entry_auxiliary1_fkey foreign key (company_id, auxiliary1) references auxiliary_item (company_id, id);
alter table general_entry add constraint general_entry_auxiliary2_fkey foreign key (company_id, auxiliary2) references auxiliary_item (company_id, id);
alter table count_entry add constraint count_entry_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table stock_alert add constraint stock_alert_item_fkey foreign key (company_id, item) references item (company_id, id);
alter table bank_match add constraint bank_match_cash_account_fkey foreign key (company_id, cash_account) references cash_account (company_id, id);
alter table bank_match_member add constraint bank_match_member_match_fkey foreign key (company_id, match) references bank_match (company_id, id);
alter table help_reply add constraint help_reply_ticket_fkey foreign key (company_id, ticket) references help_ticket (company_id, id);
create policy rows on stock_lot_balance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_lot_balance.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_lot_balance.warehouse is null)));
create policy rows on stock_bin_balance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_bin_balance.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_bin_balance.warehouse is null)));
create policy rows on stock_serial as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_serial.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_serial.warehouse is null)));
create policy rows on party_item as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or party_item.party in (select o.id from party o where o.company_id = party_item.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[])))) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or party_item.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[])));
create policy rows on branch as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or branch.id = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[])));
create policy rows on warehouse as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or warehouse.id = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[])));
create policy rows on bin as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or bin.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (bin.warehouse is null)));
create policy rows on party as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or party.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or party.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or party.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or (party.employee is null and party.salesperson is null and party.buyer is null) or party.created_by = (select current_setting('suanpan.scope_writer', true))));
create policy rows on party_contacts as restrictive for select to suanpan_scoped using (exists (select 1 from party o where o.company_id = party_contacts.company_id and o.id = party_contacts.owner_id));
create policy rows on lot as restrictive for select to suanpan_scoped using ((lot.supplier is null or lot.supplier in (select o.id from party o)));
create policy rows on lot_attributes as restrictive for select to suanpan_scoped using (exists (select 1 from lot o where o.company_id = lot_attributes.company_id and o.id = lot_attributes.owner_id));
create policy rows on cash_account as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_account.id = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[])));
create policy rows on asset_card as restrictive for select to suanpan_scoped using ((asset_card.supplier is null or asset_card.supplier in (select o.id from party o)));
create policy rows on asset_card_shares as restrictive for select to suanpan_scoped using (exists (select 1 from asset_card o where o.company_id = asset_card_shares.company_id and o.id = asset_card_shares.owner_id));
create policy rows on supplier_price as restrictive for select to suanpan_scoped using ((supplier_price.supplier is null or supplier_price.supplier in (select o.id from party o)));
create policy rows on supplier_price_prices as restrictive for select to suanpan_scoped using (exists (select 1 from supplier_price o where o.company_id = supplier_price_prices.company_id and o.id = supplier_price_prices.owner_id));
create policy rows on price_list as restrictive for select to suanpan_scoped using ((price_list.customer is null or price_list.customer in (select o.id from party o)));
create policy rows on price_list_line as restrictive for select to suanpan_scoped using (exists (select 1 from price_list o where o.company_id = price_list_line.company_id and o.id = price_list_line.owner_id));
create policy rows on promotion as restrictive for select to suanpan_scoped using ((promotion.customer is null or promotion.customer in (select o.id from party o)));
create policy rows on promotion_scope as restrictive for select to suanpan_scoped using (exists (select 1 from promotion o where o.company_id = promotion_scope.company_id and o.id = promotion_scope.owner_id));
create policy rows on promotion_gifts as restrictive for select to suanpan_scoped using (exists (select 1 from promotion o where o.company_id = promotion_gifts.company_id and o.id = promotion_gifts.owner_id));
create policy rows on sales_channel as restrictive for select to suanpan_scoped using ((sales_channel.customer is null or sales_channel.customer in (select o.id from party o)) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sales_channel.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sales_channel.warehouse is null)));
create policy rows on count_plan as restrictive for select to suanpan_scoped using ((count_plan.supplier is null or count_plan.supplier in (select o.id from party o)) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or count_plan.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (count_plan.warehouse is null)));
create policy rows on count_plan_turns as restrictive for select to suanpan_scoped using (exists (select 1 from count_plan o where o.company_id = count_plan_turns.company_id and o.id = count_plan_turns.owner_id));
create policy rows on stock_limit as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_limit.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_limit.warehouse is null)));
create policy rows on stock_limit_limits as restrictive for select to suanpan_scoped using (exists (select 1 from stock_limit o where o.company_id = stock_limit_limits.company_id and o.id = stock_limit_limits.owner_id));
create policy rows on workshop as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or workshop.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or workshop.finished_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (workshop.warehouse is null and workshop.finished_warehouse is null)));
create policy rows on bank_rule as restrictive for select to suanpan_scoped using ((bank_rule.party is null or bank_rule.party in (select o.id from party o)) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bank_rule.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or bank_rule.to_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bank_rule.cash_account is null and bank_rule.to_account is null)));
create policy rows on cash_expectation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_expectation.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (cash_expectation.cash_account is null)));
create policy rows on affiliate as restrictive for select to suanpan_scoped using ((affiliate.party is null or affiliate.party in (select o.id from party o)) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or affiliate.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (affiliate.warehouse is null)));
create policy rows on own_record as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_people', true), '')::text[])::text[])) or exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_units', true), '')::text[])::text[])) or exists (select 1 from jsonb_each_text(own_record.custom) v where v.value in (select o.id::text from party o where o.company_id = own_record.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[])))) or own_record.created_by = (select current_setting('suanpan.scope_writer', true)) or own_record.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or own_record.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or own_record.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::text[])::text[])) or not exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_warehouse_elsewhere', true), '')::text[])::text[])) or own_record.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::text[])::text[])) or not exists (select 1 from jsonb_each_text(own_record.custom) v where v.value = any((select nullif(current_setting('suanpan.scope_cash_account_elsewhere', true), '')::text[])::text[])) or own_record.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on own_record_line as restrictive for select to suanpan_scoped using (exists (select 1 from own_record o where o.company_id = own_record_line.company_id and o.id = own_record_line.owner_id));
create policy rows on purchase_request as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_request.requester = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_request.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_request.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_request.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or purchase_request.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (purchase_request.warehouse is null) or purchase_request.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_request.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_request.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_request_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_request o where o.company_id = purchase_request_line.company_id and o.id = purchase_request_line.owner_id));
create policy rows on request_for_quotation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or request_for_quotation.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or request_for_quotation.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or request_for_quotation.created_by = (select current_setting('suanpan.scope_writer', true)) or request_for_quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or request_for_quotation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or request_for_quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on request_for_quotation_line as restrictive for select to suanpan_scoped using (exists (select 1 from request_for_quotation o where o.company_id = request_for_quotation_line.company_id and o.id = request_for_quotation_line.owner_id));
create policy rows on request_for_quotation_suppliers as restrictive for select to suanpan_scoped using (exists (select 1 from request_for_quotation o where o.company_id = request_for_quotation_suppliers.company_id and o.id = request_for_quotation_suppliers.owner_id));
create policy rows on supplier_quotation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or supplier_quotation.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or supplier_quotation.supplier in (select o.id from party o where o.company_id = supplier_quotation.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or supplier_quotation.created_by = (select current_setting('suanpan.scope_writer', true)) or supplier_quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or supplier_quotation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or supplier_quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on supplier_quotation_line as restrictive for select to suanpan_scoped using (exists (select 1 from supplier_quotation o where o.company_id = supplier_quotation_line.company_id and o.id = supplier_quotation_line.owner_id));
create policy rows on purchase_order as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_order.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_order.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_order.supplier in (select o.id from party o where o.company_id = purchase_order.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_order.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or purchase_order.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (purchase_order.warehouse is null) or purchase_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_order.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_order_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_order o where o.company_id = purchase_order_line.company_id and o.id = purchase_order_line.owner_id));
create policy rows on purchase_order_instalments as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_order o where o.company_id = purchase_order_instalments.company_id and o.id = purchase_order_instalments.owner_id));
create policy rows on purchase_receipt as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_receipt.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_receipt.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_receipt.supplier in (select o.id from party o where o.company_id = purchase_receipt.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_receipt.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or purchase_receipt.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (purchase_receipt.warehouse is null) or purchase_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_receipt.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_receipt_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_receipt o where o.company_id = purchase_receipt_line.company_id and o.id = purchase_receipt_line.owner_id));
create policy rows on incoming_inspection as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or incoming_inspection.inspector = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or incoming_inspection.supplier in (select o.id from party o where o.company_id = incoming_inspection.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or incoming_inspection.created_by = (select current_setting('suanpan.scope_writer', true)) or incoming_inspection.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or incoming_inspection.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (incoming_inspection.warehouse is null) or incoming_inspection.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or incoming_inspection.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or incoming_inspection.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on incoming_inspection_line as restrictive for select to suanpan_scoped using (exists (select 1 from incoming_inspection o where o.company_id = incoming_inspection_line.company_id and o.id = incoming_inspection_line.owner_id));
create policy rows on purchase_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_return.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_return.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_return.supplier in (select o.id from party o where o.company_id = purchase_return.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_return.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or purchase_return.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (purchase_return.warehouse is null) or purchase_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_return o where o.company_id = purchase_return_line.company_id and o.id = purchase_return_line.owner_id));
create policy rows on purchase_exchange as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_exchange.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_exchange.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_exchange.supplier in (select o.id from party o where o.company_id = purchase_exchange.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_exchange.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or purchase_exchange.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (purchase_exchange.warehouse is null) or purchase_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_exchange.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_exchange_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_exchange o where o.company_id = purchase_exchange_line.company_id and o.id = purchase_exchange_line.owner_id));
create policy rows on incoming_invoice as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or incoming_invoice.supplier in (select o.id from party o where o.company_id = incoming_invoice.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or incoming_invoice.created_by = (select current_setting('suanpan.scope_writer', true)) or incoming_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or incoming_invoice.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or incoming_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on incoming_invoice_line as restrictive for select to suanpan_scoped using (exists (select 1 from incoming_invoice o where o.company_id = incoming_invoice_line.company_id and o.id = incoming_invoice_line.owner_id));
create policy rows on purchase_invoice as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_invoice.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_invoice.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_invoice.supplier in (select o.id from party o where o.company_id = purchase_invoice.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_invoice.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_invoice.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_invoice_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_invoice o where o.company_id = purchase_invoice_line.company_id and o.id = purchase_invoice_line.owner_id));
create policy rows on purchase_allowance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_allowance.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_allowance.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_allowance.supplier in (select o.id from party o where o.company_id = purchase_allowance.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or purchase_allowance.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_allowance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_allowance.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_allowance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_allowance_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_allowance o where o.company_id = purchase_allowance_line.company_id and o.id = purchase_allowance_line.owner_id));
create policy rows on landed_cost as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or landed_cost.supplier in (select o.id from party o where o.company_id = landed_cost.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or landed_cost.created_by = (select current_setting('suanpan.scope_writer', true)) or landed_cost.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or landed_cost.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or landed_cost.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on landed_cost_line as restrictive for select to suanpan_scoped using (exists (select 1 from landed_cost o where o.company_id = landed_cost_line.company_id and o.id = landed_cost_line.owner_id));
create policy rows on landed_cost_charges as restrictive for select to suanpan_scoped using (exists (select 1 from landed_cost o where o.company_id = landed_cost_charges.company_id and o.id = landed_cost_charges.owner_id));
create policy rows on input_vat_certification as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or input_vat_certification.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or input_vat_certification.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on input_vat_certification_line as restrictive for select to suanpan_scoped using (exists (select 1 from input_vat_certification o where o.company_id = input_vat_certification_line.company_id and o.id = input_vat_certification_line.owner_id));
create policy rows on dropship_order as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or dropship_order.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or dropship_order.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or dropship_order.customer in (select o.id from party o where o.company_id = dropship_order.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or dropship_order.supplier in (select o.id from party o where o.company_id = dropship_order.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or dropship_order.created_by = (select current_setting('suanpan.scope_writer', true)) or dropship_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or dropship_order.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or dropship_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on dropship_order_line as restrictive for select to suanpan_scoped using (exists (select 1 from dropship_order o where o.company_id = dropship_order_line.company_id and o.id = dropship_order_line.owner_id));
create policy rows on estimate_reversal as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or estimate_reversal.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or estimate_reversal.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on estimate_reversal_line as restrictive for select to suanpan_scoped using (exists (select 1 from estimate_reversal o where o.company_id = estimate_reversal_line.company_id and o.id = estimate_reversal_line.owner_id));
create policy rows on purchase_budget as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_budget.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_budget.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_budget.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_budget.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_budget.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_budget_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_budget o where o.company_id = purchase_budget_line.company_id and o.id = purchase_budget_line.owner_id));
create policy rows on quotation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or quotation.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or quotation.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or quotation.customer in (select o.id from party o where o.company_id = quotation.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or quotation.created_by = (select current_setting('suanpan.scope_writer', true)) or quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or quotation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or quotation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on quotation_line as restrictive for select to suanpan_scoped using (exists (select 1 from quotation o where o.company_id = quotation_line.company_id and o.id = quotation_line.owner_id));
create policy rows on sales_contract as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_contract.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_contract.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_contract.customer in (select o.id from party o where o.company_id = sales_contract.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_contract.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_contract.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_contract.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_contract.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_contract_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_contract o where o.company_id = sales_contract_line.company_id and o.id = sales_contract_line.owner_id));
create policy rows on sales_order as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_order.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_order.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_order.customer in (select o.id from party o where o.company_id = sales_order.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_order.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sales_order.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sales_order.warehouse is null) or sales_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_order.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_order_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_order o where o.company_id = sales_order_line.company_id and o.id = sales_order_line.owner_id));
create policy rows on sales_order_instalments as restrictive for select to suanpan_scoped using (exists (select 1 from sales_order o where o.company_id = sales_order_instalments.company_id and o.id = sales_order_instalments.owner_id));
create policy rows on sales_delivery as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_delivery.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_delivery.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_delivery.customer in (select o.id from party o where o.company_id = sales_delivery.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_delivery.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_delivery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sales_delivery.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sales_delivery.warehouse is null) or sales_delivery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_delivery.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_delivery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_delivery_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_delivery o where o.company_id = sales_delivery_line.company_id and o.id = sales_delivery_line.owner_id));
create policy rows on sales_delivery_receipts as restrictive for select to suanpan_scoped using (exists (select 1 from sales_delivery o where o.company_id = sales_delivery_receipts.company_id and o.id = sales_delivery_receipts.owner_id));
create policy rows on delivery_notice as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or delivery_notice.picker = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or delivery_notice.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or delivery_notice.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or delivery_notice.customer in (select o.id from party o where o.company_id = delivery_notice.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or delivery_notice.created_by = (select current_setting('suanpan.scope_writer', true)) or delivery_notice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or delivery_notice.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (delivery_notice.warehouse is null) or delivery_notice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or delivery_notice.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or delivery_notice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on delivery_notice_line as restrictive for select to suanpan_scoped using (exists (select 1 from delivery_notice o where o.company_id = delivery_notice_line.company_id and o.id = delivery_notice_line.owner_id));
create policy rows on delivery_sign_off as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or delivery_sign_off.customer in (select o.id from party o where o.company_id = delivery_sign_off.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or delivery_sign_off.created_by = (select current_setting('suanpan.scope_writer', true)) or delivery_sign_off.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or delivery_sign_off.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or delivery_sign_off.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on delivery_sign_off_line as restrictive for select to suanpan_scoped using (exists (select 1 from delivery_sign_off o where o.company_id = delivery_sign_off_line.company_id and o.id = delivery_sign_off_line.owner_id));
create policy rows on sales_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_return.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_return.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_return.customer in (select o.id from party o where o.company_id = sales_return.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_return.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sales_return.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sales_return.warehouse is null) or sales_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_return o where o.company_id = sales_return_line.company_id and o.id = sales_return_line.owner_id));
create policy rows on sales_exchange as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_exchange.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_exchange.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_exchange.customer in (select o.id from party o where o.company_id = sales_exchange.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_exchange.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sales_exchange.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sales_exchange.warehouse is null) or sales_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_exchange.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_exchange.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_exchange_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_exchange o where o.company_id = sales_exchange_line.company_id and o.id = sales_exchange_line.owner_id));
create policy rows on sales_invoice as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_invoice.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_invoice.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_invoice.customer in (select o.id from party o where o.company_id = sales_invoice.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_invoice.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_invoice.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_invoice_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_invoice o where o.company_id = sales_invoice_line.company_id and o.id = sales_invoice_line.owner_id));
create policy rows on sales_allowance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_allowance.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_allowance.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_allowance.customer in (select o.id from party o where o.company_id = sales_allowance.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_allowance.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_allowance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_allowance.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_allowance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_allowance_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_allowance o where o.company_id = sales_allowance_line.company_id and o.id = sales_allowance_line.owner_id));
create policy rows on sample_issue as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sample_issue.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sample_issue.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sample_issue.customer in (select o.id from party o where o.company_id = sample_issue.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sample_issue.created_by = (select current_setting('suanpan.scope_writer', true)) or sample_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or sample_issue.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (sample_issue.warehouse is null) or sample_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sample_issue.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sample_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sample_issue_line as restrictive for select to suanpan_scoped using (exists (select 1 from sample_issue o where o.company_id = sample_issue_line.company_id and o.id = sample_issue_line.owner_id));
create policy rows on retail_sale as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or retail_sale.cashier = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or retail_sale.customer in (select o.id from party o where o.company_id = retail_sale.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or retail_sale.created_by = (select current_setting('suanpan.scope_writer', true)) or retail_sale.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or retail_sale.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (retail_sale.warehouse is null) or retail_sale.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or retail_sale.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or retail_sale.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on retail_sale_line as restrictive for select to suanpan_scoped using (exists (select 1 from retail_sale o where o.company_id = retail_sale_line.company_id and o.id = retail_sale_line.owner_id));
create policy rows on retail_sale_tenders as restrictive for select to suanpan_scoped using (exists (select 1 from retail_sale o where o.company_id = retail_sale_tenders.company_id and o.id = retail_sale_tenders.owner_id));
create policy rows on retail_refund as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or retail_refund.cashier = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or retail_refund.customer in (select o.id from party o where o.company_id = retail_refund.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or retail_refund.created_by = (select current_setting('suanpan.scope_writer', true)) or retail_refund.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or retail_refund.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (retail_refund.warehouse is null) or retail_refund.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or retail_refund.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or retail_refund.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on retail_refund_line as restrictive for select to suanpan_scoped using (exists (select 1 from retail_refund o where o.company_id = retail_refund_line.company_id and o.id = retail_refund_line.owner_id));
create policy rows on retail_refund_tenders as restrictive for select to suanpan_scoped using (exists (select 1 from retail_refund o where o.company_id = retail_refund_tenders.company_id and o.id = retail_refund_tenders.owner_id));
create policy rows on shift_handover as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or shift_handover.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (shift_handover.warehouse is null) or shift_handover.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or shift_handover.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or shift_handover.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on shift_handover_line as restrictive for select to suanpan_scoped using (exists (select 1 from shift_handover o where o.company_id = shift_handover_line.company_id and o.id = shift_handover_line.owner_id));
create policy rows on consignment_out as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or consignment_out.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or consignment_out.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or consignment_out.customer in (select o.id from party o where o.company_id = consignment_out.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or consignment_out.created_by = (select current_setting('suanpan.scope_writer', true)) or consignment_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or consignment_out.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (consignment_out.warehouse is null) or consignment_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or consignment_out.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or consignment_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on consignment_out_line as restrictive for select to suanpan_scoped using (exists (select 1 from consignment_out o where o.company_id = consignment_out_line.company_id and o.id = consignment_out_line.owner_id));
create policy rows on consignment_settlement as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or consignment_settlement.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or consignment_settlement.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or consignment_settlement.customer in (select o.id from party o where o.company_id = consignment_settlement.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or consignment_settlement.created_by = (select current_setting('suanpan.scope_writer', true)) or consignment_settlement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or consignment_settlement.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (consignment_settlement.warehouse is null) or consignment_settlement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or consignment_settlement.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or consignment_settlement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on consignment_settlement_line as restrictive for select to suanpan_scoped using (exists (select 1 from consignment_settlement o where o.company_id = consignment_settlement_line.company_id and o.id = consignment_settlement_line.owner_id));
create policy rows on consignment_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or consignment_return.customer in (select o.id from party o where o.company_id = consignment_return.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or consignment_return.created_by = (select current_setting('suanpan.scope_writer', true)) or consignment_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or consignment_return.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (consignment_return.warehouse is null) or consignment_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or consignment_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or consignment_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on consignment_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from consignment_return o where o.company_id = consignment_return_line.company_id and o.id = consignment_return_line.owner_id));
create policy rows on loan_out as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or loan_out.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or loan_out.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or loan_out.customer in (select o.id from party o where o.company_id = loan_out.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or loan_out.created_by = (select current_setting('suanpan.scope_writer', true)) or loan_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or loan_out.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (loan_out.warehouse is null) or loan_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or loan_out.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or loan_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on loan_out_line as restrictive for select to suanpan_scoped using (exists (select 1 from loan_out o where o.company_id = loan_out_line.company_id and o.id = loan_out_line.owner_id));
create policy rows on loan_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or loan_return.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or loan_return.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or loan_return.customer in (select o.id from party o where o.company_id = loan_return.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or loan_return.created_by = (select current_setting('suanpan.scope_writer', true)) or loan_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or loan_return.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (loan_return.warehouse is null) or loan_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or loan_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or loan_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on loan_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from loan_return o where o.company_id = loan_return_line.company_id and o.id = loan_return_line.owner_id));
create policy rows on pending_vat_due as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or pending_vat_due.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or pending_vat_due.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on pending_vat_due_line as restrictive for select to suanpan_scoped using (exists (select 1 from pending_vat_due o where o.company_id = pending_vat_due_line.company_id and o.id = pending_vat_due_line.owner_id));
create policy rows on lead as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or lead.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or lead.customer in (select o.id from party o where o.company_id = lead.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or lead.created_by = (select current_setting('suanpan.scope_writer', true)) or lead.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or lead.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or lead.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on lead_line as restrictive for select to suanpan_scoped using (exists (select 1 from lead o where o.company_id = lead_line.company_id and o.id = lead_line.owner_id));
create policy rows on opportunity as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or opportunity.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or opportunity.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or opportunity.customer in (select o.id from party o where o.company_id = opportunity.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or opportunity.created_by = (select current_setting('suanpan.scope_writer', true)) or opportunity.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or opportunity.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or opportunity.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on opportunity_line as restrictive for select to suanpan_scoped using (exists (select 1 from opportunity o where o.company_id = opportunity_line.company_id and o.id = opportunity_line.owner_id));
create policy rows on opening_stock as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or opening_stock.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (opening_stock.warehouse is null) or opening_stock.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or opening_stock.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or opening_stock.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on opening_stock_line as restrictive for select to suanpan_scoped using (exists (select 1 from opening_stock o where o.company_id = opening_stock_line.company_id and o.id = opening_stock_line.owner_id));
create policy rows on other_receipt as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or other_receipt.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or other_receipt.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or other_receipt.created_by = (select current_setting('suanpan.scope_writer', true)) or other_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or other_receipt.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (other_receipt.warehouse is null) or other_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or other_receipt.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or other_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on other_receipt_line as restrictive for select to suanpan_scoped using (exists (select 1 from other_receipt o where o.company_id = other_receipt_line.company_id and o.id = other_receipt_line.owner_id));
create policy rows on other_issue as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or other_issue.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or other_issue.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or other_issue.created_by = (select current_setting('suanpan.scope_writer', true)) or other_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or other_issue.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (other_issue.warehouse is null) or other_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or other_issue.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or other_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on other_issue_line as restrictive for select to suanpan_scoped using (exists (select 1 from other_issue o where o.company_id = other_issue_line.company_id and o.id = other_issue_line.owner_id));
create policy rows on scrap as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or scrap.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or scrap.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or scrap.created_by = (select current_setting('suanpan.scope_writer', true)) or scrap.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or scrap.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (scrap.warehouse is null) or scrap.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or scrap.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or scrap.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on scrap_line as restrictive for select to suanpan_scoped using (exists (select 1 from scrap o where o.company_id = scrap_line.company_id and o.id = scrap_line.owner_id));
create policy rows on internal_use as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or internal_use.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or internal_use.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or internal_use.created_by = (select current_setting('suanpan.scope_writer', true)) or internal_use.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or internal_use.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (internal_use.warehouse is null) or internal_use.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or internal_use.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or internal_use.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on internal_use_line as restrictive for select to suanpan_scoped using (exists (select 1 from internal_use o where o.company_id = internal_use_line.company_id and o.id = internal_use_line.owner_id));
create policy rows on stock_transfer as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or stock_transfer.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or stock_transfer.created_by = (select current_setting('suanpan.scope_writer', true)) or stock_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_transfer.from_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or stock_transfer.to_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_transfer.from_warehouse is null and stock_transfer.to_warehouse is null) or stock_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or stock_transfer.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or stock_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on stock_transfer_line as restrictive for select to suanpan_scoped using (exists (select 1 from stock_transfer o where o.company_id = stock_transfer_line.company_id and o.id = stock_transfer_line.owner_id));
create policy rows on transfer_out as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or transfer_out.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or transfer_out.carrier in (select o.id from party o where o.company_id = transfer_out.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or transfer_out.created_by = (select current_setting('suanpan.scope_writer', true)) or transfer_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or transfer_out.from_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or transfer_out.to_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (transfer_out.from_warehouse is null and transfer_out.to_warehouse is null) or transfer_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or transfer_out.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or transfer_out.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on transfer_out_line as restrictive for select to suanpan_scoped using (exists (select 1 from transfer_out o where o.company_id = transfer_out_line.company_id and o.id = transfer_out_line.owner_id));
create policy rows on transfer_in as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or transfer_in.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or transfer_in.created_by = (select current_setting('suanpan.scope_writer', true)) or transfer_in.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or transfer_in.to_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (transfer_in.to_warehouse is null) or transfer_in.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or transfer_in.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or transfer_in.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on transfer_in_line as restrictive for select to suanpan_scoped using (exists (select 1 from transfer_in o where o.company_id = transfer_in_line.company_id and o.id = transfer_in_line.owner_id));
create policy rows on assembly as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or assembly.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or assembly.fee_party in (select o.id from party o where o.company_id = assembly.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or assembly.created_by = (select current_setting('suanpan.scope_writer', true)) or assembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or assembly.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or assembly.from_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (assembly.warehouse is null and assembly.from_warehouse is null) or assembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or assembly.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or assembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on assembly_line as restrictive for select to suanpan_scoped using (exists (select 1 from assembly o where o.company_id = assembly_line.company_id and o.id = assembly_line.owner_id));
create policy rows on disassembly as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or disassembly.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or disassembly.fee_party in (select o.id from party o where o.company_id = disassembly.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or disassembly.created_by = (select current_setting('suanpan.scope_writer', true)) or disassembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or disassembly.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or disassembly.to_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (disassembly.warehouse is null and disassembly.to_warehouse is null) or disassembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or disassembly.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or disassembly.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on disassembly_line as restrictive for select to suanpan_scoped using (exists (select 1 from disassembly o where o.company_id = disassembly_line.company_id and o.id = disassembly_line.owner_id));
create policy rows on stock_count as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or stock_count.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or stock_count.created_by = (select current_setting('suanpan.scope_writer', true)) or stock_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_count.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_count.warehouse is null) or stock_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or stock_count.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or stock_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on stock_count_line as restrictive for select to suanpan_scoped using (exists (select 1 from stock_count o where o.company_id = stock_count_line.company_id and o.id = stock_count_line.owner_id));
create policy rows on count_adjustment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or count_adjustment.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or count_adjustment.created_by = (select current_setting('suanpan.scope_writer', true)) or count_adjustment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or count_adjustment.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (count_adjustment.warehouse is null) or count_adjustment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or count_adjustment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or count_adjustment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on count_adjustment_line as restrictive for select to suanpan_scoped using (exists (select 1 from count_adjustment o where o.company_id = count_adjustment_line.company_id and o.id = count_adjustment_line.owner_id));
create policy rows on loss_disposition as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or loss_disposition.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or loss_disposition.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or loss_disposition.created_by = (select current_setting('suanpan.scope_writer', true)) or loss_disposition.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or loss_disposition.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or loss_disposition.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on loss_disposition_line as restrictive for select to suanpan_scoped using (exists (select 1 from loss_disposition o where o.company_id = loss_disposition_line.company_id and o.id = loss_disposition_line.owner_id));
create policy rows on cost_adjustment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or cost_adjustment.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (cost_adjustment.warehouse is null) or cost_adjustment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cost_adjustment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cost_adjustment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on cost_adjustment_line as restrictive for select to suanpan_scoped using (exists (select 1 from cost_adjustment o where o.company_id = cost_adjustment_line.company_id and o.id = cost_adjustment_line.owner_id));
create policy rows on cost_method_change as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cost_method_change.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cost_method_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on cost_method_change_line as restrictive for select to suanpan_scoped using (exists (select 1 from cost_method_change o where o.company_id = cost_method_change_line.company_id and o.id = cost_method_change_line.owner_id));
create policy rows on standard_cost as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or standard_cost.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or standard_cost.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on standard_cost_line as restrictive for select to suanpan_scoped using (exists (select 1 from standard_cost o where o.company_id = standard_cost_line.company_id and o.id = standard_cost_line.owner_id));
create policy rows on stock_reclassification as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or stock_reclassification.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or stock_reclassification.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on stock_reclassification_line as restrictive for select to suanpan_scoped using (exists (select 1 from stock_reclassification o where o.company_id = stock_reclassification_line.company_id and o.id = stock_reclassification_line.owner_id));
create policy rows on stock_status_change as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or stock_status_change.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or stock_status_change.created_by = (select current_setting('suanpan.scope_writer', true)) or stock_status_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_status_change.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_status_change.warehouse is null) or stock_status_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or stock_status_change.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or stock_status_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on stock_status_change_line as restrictive for select to suanpan_scoped using (exists (select 1 from stock_status_change o where o.company_id = stock_status_change_line.company_id and o.id = stock_status_change_line.owner_id));
create policy rows on lot_change as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or lot_change.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or lot_change.created_by = (select current_setting('suanpan.scope_writer', true)) or lot_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or lot_change.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (lot_change.warehouse is null) or lot_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or lot_change.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or lot_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on lot_change_line as restrictive for select to suanpan_scoped using (exists (select 1 from lot_change o where o.company_id = lot_change_line.company_id and o.id = lot_change_line.owner_id));
create policy rows on bin_transfer as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or bin_transfer.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or bin_transfer.created_by = (select current_setting('suanpan.scope_writer', true)) or bin_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or bin_transfer.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (bin_transfer.warehouse is null) or bin_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bin_transfer.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bin_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on bin_transfer_line as restrictive for select to suanpan_scoped using (exists (select 1 from bin_transfer o where o.company_id = bin_transfer_line.company_id and o.id = bin_transfer_line.owner_id));
create policy rows on custody_receipt as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or custody_receipt.owner in (select o.id from party o where o.company_id = custody_receipt.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or custody_receipt.created_by = (select current_setting('suanpan.scope_writer', true)) or custody_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or custody_receipt.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (custody_receipt.warehouse is null) or custody_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or custody_receipt.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or custody_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on custody_receipt_line as restrictive for select to suanpan_scoped using (exists (select 1 from custody_receipt o where o.company_id = custody_receipt_line.company_id and o.id = custody_receipt_line.owner_id));
create policy rows on custody_issue as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or custody_issue.owner in (select o.id from party o where o.company_id = custody_issue.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or custody_issue.created_by = (select current_setting('suanpan.scope_writer', true)) or custody_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or custody_issue.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (custody_issue.warehouse is null) or custody_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or custody_issue.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or custody_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on custody_issue_line as restrictive for select to suanpan_scoped using (exists (select 1 from custody_issue o where o.company_id = custody_issue_line.company_id and o.id = custody_issue_line.owner_id));
create policy rows on sales_forecast as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_forecast.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or sales_forecast.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or sales_forecast.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_forecast.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_forecast.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_forecast.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_forecast_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_forecast o where o.company_id = sales_forecast_line.company_id and o.id = sales_forecast_line.owner_id));
create policy rows on purchase_plan as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or purchase_plan.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or purchase_plan.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or purchase_plan.created_by = (select current_setting('suanpan.scope_writer', true)) or purchase_plan.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or purchase_plan.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or purchase_plan.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on purchase_plan_line as restrictive for select to suanpan_scoped using (exists (select 1 from purchase_plan o where o.company_id = purchase_plan_line.company_id and o.id = purchase_plan_line.owner_id));
create policy rows on engineering_change as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or engineering_change.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or engineering_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on engineering_change_line as restrictive for select to suanpan_scoped using (exists (select 1 from engineering_change o where o.company_id = engineering_change_line.company_id and o.id = engineering_change_line.owner_id));
create policy rows on work_order as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or work_order.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or work_order.created_by = (select current_setting('suanpan.scope_writer', true)) or work_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or work_order.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or work_order.finished_warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (work_order.warehouse is null and work_order.finished_warehouse is null) or work_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or work_order.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or work_order.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on work_order_line as restrictive for select to suanpan_scoped using (exists (select 1 from work_order o where o.company_id = work_order_line.company_id and o.id = work_order_line.owner_id));
create policy rows on work_order_components as restrictive for select to suanpan_scoped using (exists (select 1 from work_order o where o.company_id = work_order_components.company_id and o.id = work_order_components.owner_id));
create policy rows on material_issue as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or material_issue.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or material_issue.created_by = (select current_setting('suanpan.scope_writer', true)) or material_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or material_issue.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (material_issue.warehouse is null) or material_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or material_issue.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or material_issue.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on material_issue_line as restrictive for select to suanpan_scoped using (exists (select 1 from material_issue o where o.company_id = material_issue_line.company_id and o.id = material_issue_line.owner_id));
create policy rows on material_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or material_return.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or material_return.created_by = (select current_setting('suanpan.scope_writer', true)) or material_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or material_return.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (material_return.warehouse is null) or material_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or material_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or material_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on material_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from material_return o where o.company_id = material_return_line.company_id and o.id = material_return_line.owner_id));
create policy rows on operation_report as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or operation_report.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or operation_report.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on operation_report_line as restrictive for select to suanpan_scoped using (exists (select 1 from operation_report o where o.company_id = operation_report_line.company_id and o.id = operation_report_line.owner_id));
create policy rows on production_receipt as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or production_receipt.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or production_receipt.created_by = (select current_setting('suanpan.scope_writer', true)) or production_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or production_receipt.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (production_receipt.warehouse is null) or production_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or production_receipt.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or production_receipt.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on production_receipt_line as restrictive for select to suanpan_scoped using (exists (select 1 from production_receipt o where o.company_id = production_receipt_line.company_id and o.id = production_receipt_line.owner_id));
create policy rows on progress_count as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or progress_count.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or progress_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on progress_count_line as restrictive for select to suanpan_scoped using (exists (select 1 from progress_count o where o.company_id = progress_count_line.company_id and o.id = progress_count_line.owner_id));
create policy rows on cost_allocation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cost_allocation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cost_allocation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on cost_allocation_line as restrictive for select to suanpan_scoped using (exists (select 1 from cost_allocation o where o.company_id = cost_allocation_line.company_id and o.id = cost_allocation_line.owner_id));
create policy rows on cost_allocation_pools as restrictive for select to suanpan_scoped using (exists (select 1 from cost_allocation o where o.company_id = cost_allocation_pools.company_id and o.id = cost_allocation_pools.owner_id));
create policy rows on completion_costing as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or completion_costing.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or completion_costing.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on completion_costing_line as restrictive for select to suanpan_scoped using (exists (select 1 from completion_costing o where o.company_id = completion_costing_line.company_id and o.id = completion_costing_line.owner_id));
create policy rows on completion_costing_true_ups as restrictive for select to suanpan_scoped using (exists (select 1 from completion_costing o where o.company_id = completion_costing_true_ups.company_id and o.id = completion_costing_true_ups.owner_id));
create policy rows on collection as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or collection.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or collection.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or collection.customer in (select o.id from party o where o.company_id = collection.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or collection.created_by = (select current_setting('suanpan.scope_writer', true)) or collection.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or collection.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or collection.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on collection_line as restrictive for select to suanpan_scoped using (exists (select 1 from collection o where o.company_id = collection_line.company_id and o.id = collection_line.owner_id));
create policy rows on collection_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from collection o where o.company_id = collection_settlements.company_id and o.id = collection_settlements.owner_id));
create policy rows on customer_refund as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or customer_refund.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or customer_refund.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or customer_refund.customer in (select o.id from party o where o.company_id = customer_refund.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or customer_refund.created_by = (select current_setting('suanpan.scope_writer', true)) or customer_refund.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or customer_refund.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or customer_refund.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on customer_refund_line as restrictive for select to suanpan_scoped using (exists (select 1 from customer_refund o where o.company_id = customer_refund_line.company_id and o.id = customer_refund_line.owner_id));
create policy rows on customer_refund_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from customer_refund o where o.company_id = customer_refund_settlements.company_id and o.id = customer_refund_settlements.owner_id));
create policy rows on payment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or payment.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or payment.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or payment.supplier in (select o.id from party o where o.company_id = payment.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or payment.created_by = (select current_setting('suanpan.scope_writer', true)) or payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or payment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on payment_line as restrictive for select to suanpan_scoped using (exists (select 1 from payment o where o.company_id = payment_line.company_id and o.id = payment_line.owner_id));
create policy rows on payment_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from payment o where o.company_id = payment_settlements.company_id and o.id = payment_settlements.owner_id));
create policy rows on expense as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or expense.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or expense.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or expense.payee in (select o.id from party o where o.company_id = expense.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or expense.created_by = (select current_setting('suanpan.scope_writer', true)) or expense.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or expense.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (expense.cash_account is null) or expense.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or expense.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or expense.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on expense_line as restrictive for select to suanpan_scoped using (exists (select 1 from expense o where o.company_id = expense_line.company_id and o.id = expense_line.owner_id));
create policy rows on other_income as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or other_income.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or other_income.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or other_income.payer in (select o.id from party o where o.company_id = other_income.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or other_income.created_by = (select current_setting('suanpan.scope_writer', true)) or other_income.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or other_income.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (other_income.cash_account is null) or other_income.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or other_income.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or other_income.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on other_income_line as restrictive for select to suanpan_scoped using (exists (select 1 from other_income o where o.company_id = other_income_line.company_id and o.id = other_income_line.owner_id));
create policy rows on cash_transfer as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or cash_transfer.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or cash_transfer.created_by = (select current_setting('suanpan.scope_writer', true)) or cash_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_transfer.from_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or cash_transfer.to_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (cash_transfer.from_account is null and cash_transfer.to_account is null) or cash_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cash_transfer.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cash_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on settlement as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or settlement.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or settlement.created_by = (select current_setting('suanpan.scope_writer', true)) or settlement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or settlement.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or settlement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on settlement_line as restrictive for select to suanpan_scoped using (exists (select 1 from settlement o where o.company_id = settlement_line.company_id and o.id = settlement_line.owner_id));
create policy rows on suspense as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or suspense.holder in (select o.id from party o where o.company_id = suspense.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or suspense.created_by = (select current_setting('suanpan.scope_writer', true)) or suspense.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or suspense.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or suspense.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on suspense_line as restrictive for select to suanpan_scoped using (exists (select 1 from suspense o where o.company_id = suspense_line.company_id and o.id = suspense_line.owner_id));
create policy rows on note_received as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or note_received.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or note_received.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or note_received.customer in (select o.id from party o where o.company_id = note_received.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or note_received.created_by = (select current_setting('suanpan.scope_writer', true)) or note_received.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or note_received.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or note_received.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on note_received_line as restrictive for select to suanpan_scoped using (exists (select 1 from note_received o where o.company_id = note_received_line.company_id and o.id = note_received_line.owner_id));
create policy rows on note_received_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from note_received o where o.company_id = note_received_settlements.company_id and o.id = note_received_settlements.owner_id));
create policy rows on note_issued as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or note_issued.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or note_issued.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or note_issued.supplier in (select o.id from party o where o.company_id = note_issued.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or note_issued.created_by = (select current_setting('suanpan.scope_writer', true)) or note_issued.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or note_issued.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or note_issued.margin_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (note_issued.cash_account is null and note_issued.margin_account is null) or note_issued.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or note_issued.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or note_issued.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on note_issued_line as restrictive for select to suanpan_scoped using (exists (select 1 from note_issued o where o.company_id = note_issued_line.company_id and o.id = note_issued_line.owner_id));
create policy rows on note_issued_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from note_issued o where o.company_id = note_issued_settlements.company_id and o.id = note_issued_settlements.owner_id));
create policy rows on note_event as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or note_event.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or note_event.supplier in (select o.id from party o where o.company_id = note_event.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or note_event.created_by = (select current_setting('suanpan.scope_writer', true)) or note_event.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or note_event.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or note_event.margin_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (note_event.cash_account is null and note_event.margin_account is null) or note_event.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or note_event.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or note_event.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on note_event_line as restrictive for select to suanpan_scoped using (exists (select 1 from note_event o where o.company_id = note_event_line.company_id and o.id = note_event_line.owner_id));
create policy rows on note_event_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from note_event o where o.company_id = note_event_settlements.company_id and o.id = note_event_settlements.owner_id));
create policy rows on expense_claim as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or expense_claim.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or expense_claim.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or expense_claim.party in (select o.id from party o where o.company_id = expense_claim.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or expense_claim.created_by = (select current_setting('suanpan.scope_writer', true)) or expense_claim.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or expense_claim.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or expense_claim.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on expense_claim_line as restrictive for select to suanpan_scoped using (exists (select 1 from expense_claim o where o.company_id = expense_claim_line.company_id and o.id = expense_claim_line.owner_id));
create policy rows on expense_claim_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from expense_claim o where o.company_id = expense_claim_settlements.company_id and o.id = expense_claim_settlements.owner_id));
create policy rows on employee_advance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or employee_advance.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or employee_advance.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or employee_advance.party in (select o.id from party o where o.company_id = employee_advance.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or employee_advance.created_by = (select current_setting('suanpan.scope_writer', true)) or employee_advance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or employee_advance.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or employee_advance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on employee_advance_line as restrictive for select to suanpan_scoped using (exists (select 1 from employee_advance o where o.company_id = employee_advance_line.company_id and o.id = employee_advance_line.owner_id));
create policy rows on claim_payment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or claim_payment.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (claim_payment.cash_account is null) or claim_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or claim_payment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or claim_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on claim_payment_line as restrictive for select to suanpan_scoped using (exists (select 1 from claim_payment o where o.company_id = claim_payment_line.company_id and o.id = claim_payment_line.owner_id));
create policy rows on claim_payment_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from claim_payment o where o.company_id = claim_payment_settlements.company_id and o.id = claim_payment_settlements.owner_id));
create policy rows on advance_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or advance_return.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or advance_return.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or advance_return.party in (select o.id from party o where o.company_id = advance_return.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or advance_return.created_by = (select current_setting('suanpan.scope_writer', true)) or advance_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or advance_return.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (advance_return.cash_account is null) or advance_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or advance_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or advance_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on advance_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from advance_return o where o.company_id = advance_return_line.company_id and o.id = advance_return_line.owner_id));
create policy rows on wages_accrual as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or wages_accrual.fund_party in (select o.id from party o where o.company_id = wages_accrual.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or wages_accrual.created_by = (select current_setting('suanpan.scope_writer', true)) or wages_accrual.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or wages_accrual.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or wages_accrual.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on wages_accrual_line as restrictive for select to suanpan_scoped using (exists (select 1 from wages_accrual o where o.company_id = wages_accrual_line.company_id and o.id = wages_accrual_line.owner_id));
create policy rows on wages_payment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or wages_payment.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (wages_payment.cash_account is null) or wages_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or wages_payment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or wages_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on wages_payment_line as restrictive for select to suanpan_scoped using (exists (select 1 from wages_payment o where o.company_id = wages_payment_line.company_id and o.id = wages_payment_line.owner_id));
create policy rows on wages_payment_settlements as restrictive for select to suanpan_scoped using (exists (select 1 from wages_payment o where o.company_id = wages_payment_settlements.company_id and o.id = wages_payment_settlements.owner_id));
create policy rows on asset_acquisition as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_acquisition.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or asset_acquisition.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or asset_acquisition.supplier in (select o.id from party o where o.company_id = asset_acquisition.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or asset_acquisition.created_by = (select current_setting('suanpan.scope_writer', true)) or asset_acquisition.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or asset_acquisition.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (asset_acquisition.cash_account is null) or asset_acquisition.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_acquisition.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_acquisition.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_acquisition_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_acquisition o where o.company_id = asset_acquisition_line.company_id and o.id = asset_acquisition_line.owner_id));
create policy rows on asset_opening as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_opening.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_opening.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_opening_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_opening o where o.company_id = asset_opening_line.company_id and o.id = asset_opening_line.owner_id));
create policy rows on asset_usage as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_usage.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or asset_usage.created_by = (select current_setting('suanpan.scope_writer', true)) or asset_usage.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_usage.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_usage.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_usage_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_usage o where o.company_id = asset_usage_line.company_id and o.id = asset_usage_line.owner_id));
create policy rows on depreciation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or depreciation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or depreciation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on depreciation_line as restrictive for select to suanpan_scoped using (exists (select 1 from depreciation o where o.company_id = depreciation_line.company_id and o.id = depreciation_line.owner_id));
create policy rows on amortization as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or amortization.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or amortization.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on amortization_line as restrictive for select to suanpan_scoped using (exists (select 1 from amortization o where o.company_id = amortization_line.company_id and o.id = amortization_line.owner_id));
create policy rows on asset_change as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_change.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or asset_change.supplier in (select o.id from party o where o.company_id = asset_change.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or asset_change.created_by = (select current_setting('suanpan.scope_writer', true)) or asset_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or asset_change.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (asset_change.cash_account is null) or asset_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_change.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_change.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_change_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_change o where o.company_id = asset_change_line.company_id and o.id = asset_change_line.owner_id));
create policy rows on asset_split as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_split.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_split.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_split_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_split o where o.company_id = asset_split_line.company_id and o.id = asset_split_line.owner_id));
create policy rows on asset_impairment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_impairment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_impairment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_impairment_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_impairment o where o.company_id = asset_impairment_line.company_id and o.id = asset_impairment_line.owner_id));
create policy rows on asset_count as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_count.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or asset_count.created_by = (select current_setting('suanpan.scope_writer', true)) or asset_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_count.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_count_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_count o where o.company_id = asset_count_line.company_id and o.id = asset_count_line.owner_id));
create policy rows on asset_count_surplus as restrictive for select to suanpan_scoped using (exists (select 1 from asset_count o where o.company_id = asset_count_surplus.company_id and o.id = asset_count_surplus.owner_id));
create policy rows on asset_disposal as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_disposal.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or asset_disposal.customer in (select o.id from party o where o.company_id = asset_disposal.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or asset_disposal.created_by = (select current_setting('suanpan.scope_writer', true)) or asset_disposal.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or asset_disposal.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (asset_disposal.cash_account is null) or asset_disposal.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or asset_disposal.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or asset_disposal.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on asset_disposal_line as restrictive for select to suanpan_scoped using (exists (select 1 from asset_disposal o where o.company_id = asset_disposal_line.company_id and o.id = asset_disposal_line.owner_id));
create policy rows on asset_disposal_charges as restrictive for select to suanpan_scoped using (exists (select 1 from asset_disposal o where o.company_id = asset_disposal_charges.company_id and o.id = asset_disposal_charges.owner_id));
create policy rows on voucher as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or voucher.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or voucher.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on voucher_line as restrictive for select to suanpan_scoped using (exists (select 1 from voucher o where o.company_id = voucher_line.company_id and o.id = voucher_line.owner_id));
create policy rows on opening_balance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or opening_balance.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or opening_balance.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on opening_balance_line as restrictive for select to suanpan_scoped using (exists (select 1 from opening_balance o where o.company_id = opening_balance_line.company_id and o.id = opening_balance_line.owner_id));
create policy rows on opening_balance_cash_flows as restrictive for select to suanpan_scoped using (exists (select 1 from opening_balance o where o.company_id = opening_balance_cash_flows.company_id and o.id = opening_balance_cash_flows.owner_id));
create policy rows on bad_debt_write_off as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or bad_debt_write_off.customer in (select o.id from party o where o.company_id = bad_debt_write_off.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or bad_debt_write_off.created_by = (select current_setting('suanpan.scope_writer', true)) or bad_debt_write_off.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bad_debt_write_off.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bad_debt_write_off.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on bad_debt_write_off_line as restrictive for select to suanpan_scoped using (exists (select 1 from bad_debt_write_off o where o.company_id = bad_debt_write_off_line.company_id and o.id = bad_debt_write_off_line.owner_id));
create policy rows on bad_debt_recovery as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or bad_debt_recovery.customer in (select o.id from party o where o.company_id = bad_debt_recovery.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or bad_debt_recovery.created_by = (select current_setting('suanpan.scope_writer', true)) or bad_debt_recovery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bad_debt_recovery.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bad_debt_recovery.cash_account is null) or bad_debt_recovery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bad_debt_recovery.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bad_debt_recovery.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on money_budget as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or money_budget.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or money_budget.created_by = (select current_setting('suanpan.scope_writer', true)) or money_budget.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or money_budget.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or money_budget.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on money_budget_line as restrictive for select to suanpan_scoped using (exists (select 1 from money_budget o where o.company_id = money_budget_line.company_id and o.id = money_budget_line.owner_id));
create policy rows on statement_reply as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or statement_reply.party in (select o.id from party o where o.company_id = statement_reply.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or statement_reply.created_by = (select current_setting('suanpan.scope_writer', true)) or statement_reply.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or statement_reply.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or statement_reply.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on statement_reply_line as restrictive for select to suanpan_scoped using (exists (select 1 from statement_reply o where o.company_id = statement_reply_line.company_id and o.id = statement_reply_line.owner_id));
create policy rows on profit_carry_forward as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or profit_carry_forward.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or profit_carry_forward.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on profit_carry_forward_line as restrictive for select to suanpan_scoped using (exists (select 1 from profit_carry_forward o where o.company_id = profit_carry_forward_line.company_id and o.id = profit_carry_forward_line.owner_id));
create policy rows on research_carry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or research_carry.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or research_carry.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on research_carry_line as restrictive for select to suanpan_scoped using (exists (select 1 from research_carry o where o.company_id = research_carry_line.company_id and o.id = research_carry_line.owner_id));
create policy rows on year_end_close as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or year_end_close.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or year_end_close.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on year_end_close_line as restrictive for select to suanpan_scoped using (exists (select 1 from year_end_close o where o.company_id = year_end_close_line.company_id and o.id = year_end_close_line.owner_id));
create policy rows on cost_of_sales_carry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cost_of_sales_carry.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cost_of_sales_carry.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on exchange_revaluation as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or exchange_revaluation.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or exchange_revaluation.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on exchange_revaluation_line as restrictive for select to suanpan_scoped using (exists (select 1 from exchange_revaluation o where o.company_id = exchange_revaluation_line.company_id and o.id = exchange_revaluation_line.owner_id));
create policy rows on account_transfer as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or account_transfer.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or account_transfer.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on account_transfer_line as restrictive for select to suanpan_scoped using (exists (select 1 from account_transfer o where o.company_id = account_transfer_line.company_id and o.id = account_transfer_line.owner_id));
create policy rows on bad_debt_provision as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bad_debt_provision.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bad_debt_provision.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on bad_debt_provision_line as restrictive for select to suanpan_scoped using (exists (select 1 from bad_debt_provision o where o.company_id = bad_debt_provision_line.company_id and o.id = bad_debt_provision_line.owner_id));
create policy rows on digital_invoice as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or digital_invoice.customer in (select o.id from party o where o.company_id = digital_invoice.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or digital_invoice.created_by = (select current_setting('suanpan.scope_writer', true)) or digital_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or digital_invoice.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or digital_invoice.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on digital_invoice_line as restrictive for select to suanpan_scoped using (exists (select 1 from digital_invoice o where o.company_id = digital_invoice_line.company_id and o.id = digital_invoice_line.owner_id));
create policy rows on bank_statement as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bank_statement.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bank_statement.cash_account is null) or bank_statement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bank_statement.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bank_statement.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on bank_statement_line as restrictive for select to suanpan_scoped using (exists (select 1 from bank_statement o where o.company_id = bank_statement_line.company_id and o.id = bank_statement_line.owner_id));
create policy rows on bank_opening as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bank_opening.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bank_opening.cash_account is null) or bank_opening.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or bank_opening.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or bank_opening.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on bank_opening_items as restrictive for select to suanpan_scoped using (exists (select 1 from bank_opening o where o.company_id = bank_opening_items.company_id and o.id = bank_opening_items.owner_id));
create policy rows on cash_count as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or cash_count.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or cash_count.witness = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or cash_count.created_by = (select current_setting('suanpan.scope_writer', true)) or cash_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_count.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (cash_count.cash_account is null) or cash_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or cash_count.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or cash_count.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on cash_count_line as restrictive for select to suanpan_scoped using (exists (select 1 from cash_count o where o.company_id = cash_count_line.company_id and o.id = cash_count_line.owner_id));
create policy rows on sales_deduction as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or sales_deduction.payee in (select o.id from party o where o.company_id = sales_deduction.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]))) or sales_deduction.created_by = (select current_setting('suanpan.scope_writer', true)) or sales_deduction.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or sales_deduction.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or sales_deduction.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on sales_deduction_line as restrictive for select to suanpan_scoped using (exists (select 1 from sales_deduction o where o.company_id = sales_deduction_line.company_id and o.id = sales_deduction_line.owner_id));
create policy rows on tax_accrual as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or tax_accrual.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or tax_accrual.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on tax_accrual_line as restrictive for select to suanpan_scoped using (exists (select 1 from tax_accrual o where o.company_id = tax_accrual_line.company_id and o.id = tax_accrual_line.owner_id));
create policy rows on tax_return as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or tax_return.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or tax_return.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on tax_return_line as restrictive for select to suanpan_scoped using (exists (select 1 from tax_return o where o.company_id = tax_return_line.company_id and o.id = tax_return_line.owner_id));
create policy rows on tax_return_dues as restrictive for select to suanpan_scoped using (exists (select 1 from tax_return o where o.company_id = tax_return_dues.company_id and o.id = tax_return_dues.owner_id));
create policy rows on tax_return_checks as restrictive for select to suanpan_scoped using (exists (select 1 from tax_return o where o.company_id = tax_return_checks.company_id and o.id = tax_return_checks.owner_id));
create policy rows on tax_payment as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or tax_payment.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (tax_payment.cash_account is null) or tax_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or tax_payment.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or tax_payment.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on tax_payment_line as restrictive for select to suanpan_scoped using (exists (select 1 from tax_payment o where o.company_id = tax_payment_line.company_id and o.id = tax_payment_line.owner_id));
create policy rows on elimination_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or elimination_entry.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[]) or elimination_entry.id = any((select nullif(current_setting('suanpan.scope_asked', true), '')::uuid[])::uuid[])));
create policy rows on elimination_entry_line as restrictive for select to suanpan_scoped using (exists (select 1 from elimination_entry o where o.company_id = elimination_entry_line.company_id and o.id = elimination_entry_line.owner_id));
create policy rows on stock_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_entry.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_entry.warehouse is null)));
create policy rows on stock_balance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_balance.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_balance.warehouse is null)));
create policy rows on party_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or party_entry.party in (select o.id from party o where o.company_id = party_entry.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[])))) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or party_entry.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[])));
create policy rows on cash_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_entry.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (cash_entry.cash_account is null)));
create policy rows on cash_balance as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or cash_balance.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (cash_balance.cash_account is null)));
create policy rows on asset_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or asset_entry.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[])));
create policy rows on plan_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or plan_entry.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (plan_entry.warehouse is null)));
create policy rows on general_entry as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[]) is null or general_entry.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or general_entry.department = any((select nullif(current_setting('suanpan.scope_units', true), '')::uuid[])::uuid[]) or general_entry.party in (select o.id from party o where o.company_id = general_entry.company_id and (o.employee = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.salesperson = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[]) or o.buyer = any((select nullif(current_setting('suanpan.scope_people', true), '')::uuid[])::uuid[])))) and ((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[]) is null or general_entry.branch = any((select nullif(current_setting('suanpan.scope_branch', true), '')::uuid[])::uuid[])) and ((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or general_entry.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (general_entry.cash_account is null)));
create policy rows on stock_alert as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[]) is null or stock_alert.warehouse = any((select nullif(current_setting('suanpan.scope_warehouse', true), '')::uuid[])::uuid[]) or (stock_alert.warehouse is null)));
create policy rows on bank_match as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bank_match.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bank_match.cash_account is null)));
create policy rows on bank_match_member as restrictive for select to suanpan_scoped using (((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[]) is null or bank_match_member.cash_account = any((select nullif(current_setting('suanpan.scope_cash_account', true), '')::uuid[])::uuid[]) or (bank_match_member.cash_account is null)));
