import { textOf } from '../../../base/text.ts'
import { createEntity, findEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { ownForm } from '../../../kernel/own/own-form.ts'
import { recordJson } from '../../../kernel/documents/record-json.ts'
import type { AnyEntity } from '../../../kernel/definition/record.ts'
import { tableOf } from '../../../kernel/documents/storage.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { account, accountMapping } from '../../../ledgers/dimensions/account.ts'
import { company } from '../../../ledgers/dimensions/company.ts'
import { itemCategory, unit } from '../../../ledgers/dimensions/item.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { expenseItem } from '../../money/index.ts'
import type { Industry } from './industry.ts'

const known = async (work: Work, definition: AnyEntity, code: string): Promise<boolean> =>
  (
    await work.tx.rows(`select 1 from ${tableOf(definition).name} where company_id = $1 and code = $2`, [
      work.company,
      code,
    ])
  ).length > 0

/** Makes what is not there yet; what someone has made or changed stays as it is. */
const ensure = async (
  work: Work,
  definition: AnyEntity,
  input: JsonObject & { readonly code: string },
): Promise<void> => {
  if (!(await known(work, definition, input.code))) await createEntity(work, definition, input)
}

interface AccountRow {
  readonly id: string
  readonly code: string
  readonly category: string
  readonly side: string
  readonly control: string | null
}

/** The account of a name that stands highest. */
export const accountCalled = async (work: Work, name: string): Promise<AccountRow | undefined> => {
  const rows = await work.tx.rows<AccountRow>(
    `select id, code, category, side, control from account where company_id = $1 and name = $2 order by length(code), code limit 1`,
    [work.company, name],
  )
  return rows[0]
}

/** Whether anything was posted: settings that decide postings and the accounts' ledgers are then left as they are. */
export const hasBegun = async (work: Work): Promise<boolean> =>
  (await work.tx.rows(`select 1 from posting where company_id = $1 limit 1`, [work.company])).length > 0

const putAccounts = async (work: Work, { accounts }: Industry): Promise<void> => {
  for (const [above, suffix, name] of accounts) {
    const parent = await accountCalled(work, above)
    if (parent === undefined) continue
    const { category, side } = parent
    await ensure(work, account, { code: `${parent.code}${suffix}`, name, parent: parent.code, category, side })
  }
}

/** Stock of a category stands on an account of its own, which the stock ledger then holds. */
const mapStock = async (work: Work, category: string, name: string): Promise<void> => {
  const stock = await accountCalled(work, name)
  if (stock === undefined) return
  if (stock.control === null) await updateEntity(work, account, stock.id, { control: 'stock' })
  const code = `inventory-${category}`
  await ensure(work, accountMapping, {
    code,
    name: `${name}（库存）`,
    role: 'inventory',
    itemCategory: category,
    account: stock.code,
  })
}

const putCategories = async (work: Work, { categories }: Industry, begun: boolean): Promise<void> => {
  for (const [code, name, stockAccount] of categories) {
    await ensure(work, itemCategory, { code, name })
    if (stockAccount !== undefined && !begun) await mapStock(work, code, stockAccount)
  }
}

const putExpenses = async (work: Work, { expenses }: Industry): Promise<void> => {
  for (const [code, name, accountName] of expenses) {
    const found = await accountCalled(work, accountName)
    if (found !== undefined) await ensure(work, expenseItem, { code, name, account: found.code })
  }
}

const formCalled = async (work: Work, code: string): Promise<JsonObject | undefined> => {
  const [row] = await work.tx.rows<{ id: string }>(`select id from own_form where company_id = $1 and code = $2`, [
    work.company,
    code,
  ])
  return row === undefined ? undefined : recordJson(ownForm, await findEntity(work, ownForm, row.id), work)
}

const nameOf = (field: unknown): unknown =>
  typeof field === 'object' && field !== null && 'name' in field ? field.name : undefined

/** Adds fields and a numbering rule to the form of a type; what its design says already stays. */
const putForm = async (
  work: Work,
  type: string,
  fields: readonly JsonObject[],
  numbering: string | undefined,
): Promise<void> => {
  const before = await formCalled(work, type)
  if (before === undefined) {
    const label =
      work.installed.catalogue.documents.get(type)?.label ?? work.installed.catalogue.entities.get(type)?.label
    await createEntity(work, ownForm, {
      code: type,
      name: label ?? type,
      ...(numbering === undefined ? {} : { numbering }),
      fields: [...fields],
    })
    return
  }
  const kept = Array.isArray(before['fields']) ? before['fields'] : []
  const names = new Set(kept.map(nameOf))
  const rule = typeof before['numbering'] === 'string' ? before['numbering'] : numbering
  await updateEntity(work, ownForm, textOf(before['id']), {
    ...(rule === undefined ? {} : { numbering: rule }),
    fields: [...kept, ...fields.filter((field) => !names.has(nameOf(field)))],
  })
}

const putForms = async (work: Work, { fields, numbering }: Industry): Promise<void> => {
  for (const type of new Set([...Object.keys(fields), ...Object.keys(numbering)])) {
    const { documents, entities } = work.installed.catalogue
    if (documents.has(type) || entities.has(type)) await putForm(work, type, fields[type] ?? [], numbering[type])
  }
}

/** Areas that the trade does not begin with are off; those that always are on are not named. */
const putModules = async (work: Work, { modules }: Industry): Promise<void> => {
  const off = work.installed.catalogue.domains
    .filter((domain) => domain.always !== true && domain.name !== 'own' && !modules.includes(domain.name))
    .map((domain) => domain.name)
    .toSorted()
  await work.tx.query(`update company_directory set modules_off = $2::jsonb where company_id = $1`, [
    work.company,
    JSON.stringify(off),
  ])
}

/** The trade's roles are there as they come; those of others go, unless someone has them. */
const putRoles = async (work: Work, { roles }: Industry): Promise<void> => {
  const ready = work.installed.readyRoles
  await work.tx.query(
    `delete from role r where company_id = $1 and name = any($2::text[])
       and not exists (select 1 from member m where m.company_id = $1 and m.role = r.name)`,
    [work.company, ready.map(({ name }) => name).filter((name) => !roles.includes(name))],
  )
  for (const { name, label, rights, people } of ready.filter((role) => roles.includes(role.name))) {
    await work.tx.query(
      `insert into role (company_id, name, label, rights, people) values ($1, $2, $3, $4::jsonb, $5) on conflict do nothing`,
      [work.company, name, label, JSON.stringify(rights), people ?? 'all'],
    )
  }
}

/**
 * Gives a company what its trade begins with (行业模板): settings, accounts, areas, roles, numbers, categories, units and fields of
 * its own. Whatever is there already stays, so that it may be chosen again, and another one later, without losing anything.
 */
export const applyIndustry = async (work: Work, industry: Industry, more: JsonObject = {}): Promise<void> => {
  const begun = await hasBegun(work)
  if (!begun) await updateEntity(work, company, work.company, { ...industry.settings, ...more })
  await putAccounts(work, industry)
  for (const [code, name, places] of industry.units) await ensure(work, unit, { code, name, places })
  await putCategories(work, industry, begun)
  for (const [code, name, kind] of industry.cashAccounts)
    await ensure(work, cashAccount, { code, name, kind, currency: 'CNY', mayBeNegative: true })
  await putExpenses(work, industry)
  await putForms(work, industry)
  await putModules(work, industry)
  await putRoles(work, industry)
}
