import { decimal, sum } from '../../../base/decimal.ts'
import { conflict, forbidden } from '../../../kernel/definition/problem.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { cashTransfer, collection, customerRefund, expense, otherIncome, payment, suspense } from '../../money/index.ts'
import type { Deed, KnownParty, SettledItem } from '../rules/match-question.ts'
import { amountText } from './ask-question.ts'
import type { Item } from './both-sides.ts'
import { writeMatch } from './matches.ts'
import type { MatchWay } from './matches.ts'
import { suspenseHolder } from './suspense-holder.ts'
import { usualItem } from './usual-items.ts'

/** A line with what it is of. */
export interface LineInHand {
  readonly account: string
  readonly item: Item
}

/** What became of a line: the match, and the document that was made. */
export interface Done {
  readonly match: string
  readonly document: { readonly type: string; readonly id: string; readonly number: string } | null
}

interface Making {
  readonly definition: AnyDocument
  readonly draft: JsonObject
}

const dayOf = async (work: Work, item: Item) => correctedDay(await closedThrough(work), item.date)

const settlementsOf = async (work: Work, settles: readonly SettledItem[], sign: 1 | -1): Promise<JsonObject[]> => {
  const rows = await work.tx.rows<{ id: string; kind: string; document_number: string; open: string }>(
    `select id, kind, document_number, open::text from party_item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, settles.map((each) => each.item)],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return settles.map(({ item, amount }) => {
    const row = byId.get(item)
    return {
      openItem: item,
      kind: row?.kind ?? null,
      documentNumber: row?.document_number ?? null,
      openAmount: row === undefined ? null : decimal(row.open).abs().toString(),
      amount: decimal(amountText(amount)).times(sign).toString(),
    }
  })
}

const partyOf = async (work: Work, id: string): Promise<Pick<KnownParty, 'isCustomer' | 'isSupplier'>> => {
  const [row] = await work.tx.rows<Pick<KnownParty, 'isCustomer' | 'isSupplier'>>(
    `select is_customer as "isCustomer", is_supplier as "isSupplier" from party where company_id = $1 and id = $2`,
    [work.company, id],
  )
  return row ?? { isCustomer: false, isSupplier: false }
}

/** Money of a party: what came in of a customer is collected, what went out to a supplier is paid; the other way round it is given back. */
const ofParty = async (
  work: Work,
  { account, item }: LineInHand,
  deed: Deed & { readonly do: 'party' },
): Promise<Making> => {
  const isIn = decimal(item.amount).isPositive()
  const party = await partyOf(work, deed.party)
  const size = decimal(item.amount).abs()
  const money = (amount: string) => [
    {
      cashAccount: account,
      amount,
      reference: item.reference.slice(0, 60) || null,
      remark: item.memo.slice(0, 200) || null,
    },
  ]
  const date = await dayOf(work, item)
  if (isIn ? party.isCustomer : party.isSupplier) {
    const settlements = await settlementsOf(work, deed.settles, 1)
    return isIn
      ? { definition: collection, draft: { date, customer: deed.party, lines: money(size.toString()), settlements } }
      : { definition: payment, draft: { date, supplier: deed.party, lines: money(size.toString()), settlements } }
  }
  if (isIn) {
    const settlements = await settlementsOf(work, deed.settles, -1)
    return {
      definition: payment,
      draft: { date, supplier: deed.party, lines: money(size.neg().toString()), settlements },
    }
  }
  const settlements = await settlementsOf(work, deed.settles, 1)
  return {
    definition: customerRefund,
    draft: {
      date,
      customer: deed.party,
      reason: item.memo.slice(0, 200) || null,
      lines: money(size.toString()),
      settlements,
    },
  }
}

const ofItem = async (
  work: Work,
  { account, item }: LineInHand,
  way: { readonly expenseItem: string } | { readonly incomeItem: string },
): Promise<Making> => {
  const isExpense = 'expenseItem' in way
  const amount = isExpense ? decimal(item.amount).neg() : decimal(item.amount)
  const summary =
    [item.memo, item.counterparty]
      .filter((text) => text !== '')
      .join(' ')
      .slice(0, 200) || null
  const line = { ...way, summary, gross: amount.toString() }
  const head = { date: await dayOf(work, item), cashAccount: account, lines: [line] }
  return isExpense
    ? { definition: expense, draft: { ...head, invoiceKind: 'ordinary' } }
    : { definition: otherIncome, draft: head }
}

const ofTransfer = async (work: Work, { account, item }: LineInHand, other: string): Promise<Making> => {
  const isIn = decimal(item.amount).isPositive()
  const fee = decimal(item.fee)
  const size = decimal(item.amount)
    .abs()
    .minus(isIn ? 0 : fee)
  return {
    definition: cashTransfer,
    draft: {
      date: await dayOf(work, item),
      fromAccount: isIn ? other : account,
      toAccount: isIn ? account : other,
      amount: size.toString(),
      fee: isIn || fee.isZero() ? null : fee.toString(),
      reference: item.reference.slice(0, 60) || null,
    },
  }
}

/** Nobody knows yet whose it is: it waits as 暂收 or 暂付 and is set off when that is known. */
const ofNobody = async (work: Work, { account, item }: LineInHand): Promise<Making> => {
  const size = decimal(item.amount)
  return {
    definition: suspense,
    draft: {
      date: await dayOf(work, item),
      direction: size.isPositive() ? 'in' : 'out',
      holder: await suspenseHolder(work),
      counterparty: item.counterparty.slice(0, 100) || null,
      lines: [
        {
          cashAccount: account,
          amount: size.abs().toString(),
          summary:
            [item.counterparty, item.memo]
              .filter((text) => text !== '')
              .join(' ')
              .slice(0, 200) || null,
          reference: item.reference.slice(0, 60) || null,
        },
      ],
    },
  }
}

const makingOf = async (
  work: Work,
  line: LineInHand,
  deed: Exclude<Deed, { readonly do: 'match' }>,
): Promise<Making> => {
  switch (deed.do) {
    case 'party':
      return ofParty(work, line, deed)
    case 'transfer':
      return ofTransfer(work, line, deed.account)
    case 'expense':
      return ofItem(work, line, { expenseItem: deed.expenseItem })
    case 'suspense':
      return ofNobody(work, line)
    case 'income':
      return ofItem(work, line, { incomeItem: deed.incomeItem })
    default: {
      const item = await usualItem(work, deed.kind)
      return ofItem(work, line, deed.kind === 'interest' ? { incomeItem: item } : { expenseItem: item })
    }
  }
}

const refuseWithoutRights = (work: Work, definition: AnyDocument): void => {
  for (const verb of ['create', 'post']) {
    const right = `${definition.name}.${verb}`
    if (!work.actor.may(right)) throw forbidden(`需要权限：${right}`, `It needs the right ${right}`)
  }
}

/** What a document left in the account, which the line of the bank is matched to. */
const movementsOf = (work: Work, account: string, document: string, type: string, number: string): Promise<Item[]> =>
  work.tx.rows<Item>(
    `select 'book' as side, $4 as type, e.document_id as document, $5 as number, coalesce(e.line_id, e.document_id) as line, min(e.date) as date,
       '' as time, sum(e.amount)::text as amount, '' as counterparty, '' as "counterpartyAccount", '' as memo, '' as reference, '0' as fee,
       null as party, false as "isOpening"
     from cash_entry e where e.company_id = $1 and e.cash_account = $2 and e.document_id = $3
     group by e.document_id, coalesce(e.line_id, e.document_id) having sum(e.amount) <> 0`,
    [work.company, account, document, type, number],
  )

/** Writes and posts the document that a line means, and matches the line to it: all of it or nothing. */
export const makeDocument = async (
  work: Work,
  line: LineInHand,
  deed: Exclude<Deed, { readonly do: 'match' }>,
  { way, reason }: { readonly way: MatchWay; readonly reason: string | null },
): Promise<Done> => {
  const { definition, draft } = await makingOf(work, line, deed)
  refuseWithoutRights(work, definition)
  const made = await createDocument(work, definition, { ...draft, remark: `银行流水 ${line.item.number}` })
  const posted = await actOn(work, definition, made, 'post', {})
  const document = { type: definition.name, id: String(idIn(posted)), number: numberIn(posted) }
  const movements = await movementsOf(work, line.account, document.id, document.type, document.number)
  const total = sum(movements.map((each) => each.amount))
  if (!total.eq(line.item.amount))
    throw conflict(
      `生成的单据金额 ${total.toString()} 与流水 ${line.item.amount} 不符`,
      `The document comes to ${total.toString()}, the line to ${line.item.amount}`,
    )
  const match = await writeMatch(work, line.account, [line.item, ...movements], { way, reason })
  link(work, { type: line.item.type, id: line.item.document }, { type: document.type, id: document.id }, 'caused')
  return { match, document }
}
