import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { BankLine, BookMovement, KnownParty, KnownRule, MatchQuestion, OpenItem } from '../rules/match-question.ts'
import { ownAccounts } from './account-of.ts'
import { unreconciled } from './both-sides.ts'
import type { Item } from './both-sides.ts'

/** What is known of an account's unreconciled items, and the question that the rules are asked. */
export interface AskedAccount {
  readonly account: string
  readonly items: readonly Item[]
  readonly question: MatchQuestion
}

interface ItemRow {
  readonly id: string
  readonly party: string
  readonly kind: string
  readonly date: OpenItem['date']
  readonly due_on: OpenItem['dueOn']
  readonly open: string
  readonly numbers: readonly (string | null)[]
}

const openItems = async (work: Work, account: string): Promise<OpenItem[]> => {
  const rows = await work.tx.rows<ItemRow>(
    `select i.id, i.party, i.kind, i.date, i.due_on, i.open, array[i.document_number, b.invoice_number, v.invoice_number] || array(
       select distinct s.number from flow_entry f join sales_order s on s.company_id = $1 and s.id = f.source_document
       where f.company_id = $1 and f.target_document = i.document_id) as numbers
     from party_item i
     left join purchase_invoice b on b.company_id = $1 and b.id = i.document_id
     left join sales_invoice v on v.company_id = $1 and v.id = i.document_id
     where i.company_id = $1 and i.open <> 0 and i.kind <> 'estimate'
       and i.currency = (select coalesce(currency, 'CNY') from cash_account where company_id = $1 and id = $2)
     order by i.due_on, i.date, i.id`,
    [work.company, account],
  )
  return rows.map((row) => ({
    id: row.id,
    party: row.party,
    kind: row.kind,
    date: row.date,
    dueOn: row.due_on,
    open: toCents(row.open),
    numbers: row.numbers.filter((number): number is string => number !== null && number !== ''),
  }))
}

const knownParties = async (work: Work): Promise<KnownParty[]> => {
  const rows = await work.tx.rows<Omit<KnownParty, 'accounts'> & { readonly written: string }>(
    `select id, name, coalesce(short_name, '') as "shortName", is_customer as "isCustomer", is_supplier as "isSupplier",
       coalesce(bank_account, '') as written from party where company_id = $1 and not disabled`,
    [work.company],
  )
  return rows.map(({ written, ...party }) => ({
    ...party,
    accounts: (written.replace(/(?<=\d)[\s-]+(?=\d)/g, '').match(/\d{8,}/g) ?? []).slice(0, 8),
  }))
}

interface RuleRow {
  readonly id: string
  readonly name: string
  readonly direction: 'in' | 'out' | null
  readonly counterparty: string | null
  readonly counterparty_account: string | null
  readonly memo: string | null
  readonly amount_from: string | null
  readonly amount_to: string | null
  readonly cash_account: string | null
  readonly action: KnownRule['action']
  readonly target: string | null
  readonly priority: number | null
  readonly automatic: boolean | null
}

/** The rules that are in use. */
export const knownRules = async (work: Work): Promise<KnownRule[]> => {
  const rows = await work.tx.rows<RuleRow>(
    `select id, name, direction, counterparty, counterparty_account, memo, amount_from, amount_to, cash_account, action, priority, automatic,
       case action when 'party' then party when 'expense' then expense_item when 'income' then income_item else to_account end as target
     from bank_rule where company_id = $1 and not disabled`,
    [work.company],
  )
  return rows.flatMap((row) =>
    row.target === null
      ? []
      : [
          {
            id: row.id,
            name: row.name,
            direction: row.direction,
            counterparty: row.counterparty ?? '',
            counterpartyAccount: row.counterparty_account ?? '',
            memo: row.memo ?? '',
            amountFrom: row.amount_from === null ? null : toCents(row.amount_from),
            amountTo: row.amount_to === null ? null : toCents(row.amount_to),
            cashAccount: row.cash_account,
            action: row.action,
            target: row.target,
            priority: row.priority ?? 100,
            automatic: row.automatic === true,
          },
        ],
  )
}

/** A line of the bank as the rules see it. */
export const bankLineOf = (account: string, item: Item): BankLine => ({
  id: item.line,
  account,
  date: item.date,
  amount: toCents(item.amount),
  counterparty: item.counterparty,
  counterpartyAccount: item.counterpartyAccount,
  memo: item.memo,
  reference: item.reference,
  fee: toCents(item.fee),
})

/** What a movement is known by: a document's line, or the document itself. */
export const movementKey = (item: Pick<Item, 'document' | 'line'>): string => `${item.document}/${item.line}`

const movementOf = (item: Item): BookMovement => ({
  id: movementKey(item),
  date: item.date,
  amount: toCents(item.amount),
  party: item.party,
  reference: item.reference,
  kind: item.type,
  words: `${item.number} ${item.memo}`,
  isOpening: item.isOpening,
})

/** Everything that an account's unreconciled lines may be matched against. */
export const askAccount = async (work: Work, account: string): Promise<AskedAccount> => {
  const [items, open, parties, accounts, rules, names] = await Promise.all([
    unreconciled(work, account, null),
    openItems(work, account),
    knownParties(work),
    ownAccounts(work),
    knownRules(work),
    work.tx.rows<{ name: string }>(`select name from company where company_id = $1`, [work.company]),
  ])
  const of = (side: Item['side']) => items.filter((item) => item.side === side)
  return {
    account,
    items,
    question: {
      lines: of('bank').map((item) => bankLineOf(account, item)),
      movements: of('book').map(movementOf),
      items: open,
      parties,
      accounts,
      rules,
      ownNames: names.map((row) => row.name),
    },
  }
}

/** Cents as they travel. */
export const amountText = (amount: bigint): string => centsText(amount)
