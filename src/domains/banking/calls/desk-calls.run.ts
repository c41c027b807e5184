import { addMonths, calendarDate } from '../../../base/calendar-date.ts'
import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid, notFound } from '../../../kernel/definition/problem.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { ownAccounts } from '../desk/account-of.ts'
import { askAccount, bankLineOf, knownRules, movementKey } from '../desk/ask-question.ts'
import { balancesOn, unreconciled } from '../desk/both-sides.ts'
import type { Item } from '../desk/both-sides.ts'
import { deedIn, deedJson } from '../desk/deed-json.ts'
import type { Decided, Names } from '../desk/deed-json.ts'
import { makeDocument } from '../desk/do-deed.ts'
import { undoMatch, writeMatch } from '../desk/matches.ts'
import { remember } from '../desk/remember.ts'
import { matchItems } from '../rules/match-items.ts'
import { itemsFor, matchLines } from '../rules/match-lines.ts'
import type { Deed } from '../rules/match-question.ts'
import { ruleFits } from '../rules/rule-fits.ts'
import { bankDesk, bankMatches, matchBankItems, settleBankLine, testBankRule, undoBankMatch } from './desk-calls.ts'
import { todayOf } from '../../../ledgers/today.ts'

/** All that is known, whatever day it is of. */
const endOfTime = calendarDate('9999-12-31')

/** As many lines as a desk shows of each side. */
const shown = 400

const itemJson = (work: Work, item: Item): { readonly [key: string]: Json } => ({
  key: item.side === 'bank' ? item.line : movementKey(item),
  type: kebab(item.type),
  label: work.installed.catalogue.documents.get(item.type)?.label ?? item.type,
  document: item.document,
  number: item.number,
  date: item.date,
  time: item.time,
  amount: item.amount,
  counterparty: item.counterparty,
  counterpartyAccount: item.counterpartyAccount,
  memo: item.memo,
  reference: item.reference,
  isOpening: item.isOpening,
})

const namesOf = async (work: Work): Promise<Names> => {
  const rows = await work.tx.rows<{ id: string; name: string }>(
    `select id, name from party where company_id = $1 union all select id, name from expense_item where company_id = $1
     union all select id, name from income_item where company_id = $1 union all select id, name from cash_account where company_id = $1
     union all select id, document_number from party_item where company_id = $1 and open <> 0`,
    [work.company],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Accounts that are reconciled, with how many lines each has. */
const accountsJson = async (
  work: Work,
): Promise<
  {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly lines: number
    readonly used: boolean
  }[]
> => {
  const [accounts, counts, moved] = await Promise.all([
    ownAccounts(work),
    work.tx.rows<{ id: string; lines: number }>(
      `select cash_account as id, sum(line_count)::int as lines from bank_statement where company_id = $1 and state in ('posted', 'closed') group by 1`,
      [work.company],
    ),
    work.tx.rows<{ id: string }>(`select cash_account as id from cash_balance where company_id = $1`, [work.company]),
  ])
  const used = new Set(moved.map((row) => row.id))
  const lines = new Map(counts.map((row) => [row.id, row.lines]))
  return accounts.map(({ id, name, kind }) => ({ id, name, kind, lines: lines.get(id) ?? 0, used: used.has(id) }))
}

export const runBankDesk = defineCallRun(bankDesk, async ({ cashAccount }, work): Promise<Json> => {
  const accounts = await accountsJson(work)
  const banks = accounts.filter((each) => each.kind === 'bank')
  const [usual] = [...accounts.filter((each) => each.lines > 0), ...banks.filter((each) => each.used), ...banks]
  const account = cashAccount ?? usual?.id ?? ''
  if (account === '') return { accounts, account: null, lines: [], movements: [], balances: null }
  const [asked, names, balances] = await Promise.all([
    askAccount(work, account),
    namesOf(work),
    balancesOn(work, account, endOfTime),
  ])
  const findings = new Map(matchLines(asked.question).map((finding) => [finding.line, finding]))
  const of = (side: Item['side']) => asked.items.filter((item) => item.side === side)
  return {
    accounts,
    account,
    counts: { lines: of('bank').length, movements: of('book').length },
    balances: {
      bank: balances.bank?.toString() ?? null,
      stated: balances.stated?.toString() ?? null,
      book: balances.book.toString(),
      openingGap: balances.openingGap.toString(),
      startsAfter: balances.startsAfter,
      lastLine: balances.lastLine,
    },
    lines: of('bank')
      .slice(0, shown)
      .map((item) => {
        const finding = findings.get(item.line)
        return {
          ...itemJson(work, item),
          confidence: finding?.confidence ?? 'unclear',
          party: finding?.party ?? null,
          partyName: finding?.party ? (names.get(finding.party) ?? '') : '',
          candidates: (finding?.candidates ?? []).map(({ deed, reason }) => ({
            reason,
            deed: deedJson(deed, names, asked.items),
          })),
        }
      }),
    movements: of('book')
      .slice(0, shown)
      .map((item) => itemJson(work, item)),
  }
})

interface MatchRow {
  readonly id: string
  readonly way: string
  readonly reason: string | null
  readonly created_at: Date
  readonly created_by: string
  readonly members: readonly {
    readonly side: string
    readonly date: string
    readonly amount: string
    readonly document: string
    readonly number: string | null
    readonly type: string
    readonly words: string | null
  }[]
}

export const runBankMatches = defineCallRun(bankMatches, async ({ cashAccount, limit }, work): Promise<Json> => {
  const rows = await work.tx.rows<MatchRow>(
    `select m.id, m.way, m.reason, m.created_at, m.created_by, (
       select json_agg(json_build_object('side', x.side, 'date', x.date, 'amount', x.amount::text, 'document', x.document,
           'number', coalesce(s.number, p.document_number), 'type', coalesce(p.document_type, 'bankStatement'),
           'words', concat_ws(' ', l.counterparty, l.memo)) order by x.side, x.date)
       from bank_match_member x
       left join bank_statement s on s.company_id = $1 and s.id = x.document
       left join bank_statement_line l on l.company_id = $1 and l.id = x.line
       left join lateral (select document_number, document_type from posting where company_id = $1 and document_id = x.document and x.side = 'book' limit 1) p on true
       where x.company_id = $1 and x.match = m.id) as members
     from bank_match m where m.company_id = $1 and m.cash_account = $2 order by m.created_at desc, m.id desc limit $3`,
    [work.company, cashAccount, Math.min(limit ?? 100, 500)],
  )
  return {
    matches: rows.map((row) => ({
      id: row.id,
      way: row.way,
      reason: row.reason,
      at: row.created_at.toISOString(),
      by: row.created_by,
      members: (row.members ?? []).map((each) => ({ ...each, type: kebab(each.type) })),
    })),
  }
})

const keysIn = (given: Json | null | undefined, field: string): string[] => {
  if (Array.isArray(given) && given.every((each) => typeof each === 'string')) return given.map(String)
  throw invalid('参数有误', 'The parameters are not valid', [
    fieldProblem(field, '应为 id 的列表', 'must be a list of ids'),
  ])
}

export const runMatchBankItems = defineCallRun(
  matchBankItems,
  async ({ cashAccount, lines, movements }, work): Promise<Json> => {
    const wanted = [keysIn(lines, 'lines'), keysIn(movements, 'movements')] as const
    const items = await unreconciled(work, cashAccount ?? '', null)
    const found = wanted.map((keys, index) =>
      keys.map((key) => {
        const item = items.find((each) =>
          index === 0 ? each.side === 'bank' && each.line === key : each.side === 'book' && movementKey(each) === key,
        )
        if (item === undefined)
          throw invalid('其中有已对账或不存在的', 'Some of it is matched already', [
            fieldProblem(index === 0 ? 'lines' : 'movements', '已对账或已变动，请刷新', 'is matched or gone; reload'),
          ])
        return item
      }),
    )
    return { match: await writeMatch(work, cashAccount ?? '', found.flat(), { way: 'hand', reason: null }) }
  },
)

/** Where a party is named without its items, those that the rules find: what is equal, what adds up, else the oldest. */
const settledDeed = async (
  work: Work,
  account: string,
  item: Item,
  decided: Decided,
): Promise<Exclude<Deed, { readonly do: 'match' }>> => {
  if (decided.do !== 'party') return decided
  if (decided.settles !== null) return { ...decided, settles: decided.settles, advance: 0n }
  const { question } = await askAccount(work, account)
  const party = question.parties.find((each) => each.id === decided.party)
  const line = bankLineOf(account, item)
  const [best] = party === undefined ? [] : matchItems(line, party.id, itemsFor(line, party, question.items)).candidates
  return best?.deed.do === 'party' ? best.deed : { do: 'party', party: decided.party, settles: [], advance: 0n }
}

export const runSettleBankLine = defineCallRun(
  settleBankLine,
  async ({ cashAccount, line, deed, learn }, work): Promise<Json> => {
    const account = cashAccount ?? ''
    const item = (await unreconciled(work, account, null)).find((each) => each.side === 'bank' && each.line === line)
    if (item === undefined)
      throw notFound('这笔流水已对账或不存在，请刷新', 'The line is matched already, or is not there')
    const meant = await settledDeed(work, account, item, deedIn(deed))
    const done = await makeDocument(work, { account, item }, meant, { way: 'made', reason: '人工处理' })
    const learned = learn === false ? null : await remember(work, bankLineOf(account, item), meant)
    const { document } = done
    return {
      match: done.match,
      document: document === null ? null : { ...document, address: kebab(document.type) },
      learned,
    }
  },
)

/** The documents that the desk made of the lines of a match. */
const madeDocuments = (work: Work, match: string) =>
  work.tx.rows<{ type: string; id: string }>(
    `select distinct p.document_type as type, x.document as id from bank_match m
     join bank_match_member x on x.company_id = $1 and x.match = m.id and x.side = 'book'
     join posting p on p.company_id = $1 and p.document_id = x.document
     where m.company_id = $1 and m.id::text = $2 and m.way = 'made'`,
    [work.company, match],
  )

export const runUndoBankMatch = defineCallRun(undoBankMatch, async ({ match, withDocument }, work): Promise<Json> => {
  const made = withDocument === true ? await madeDocuments(work, match ?? '') : []
  await undoMatch(work, match ?? '')
  const documents: Json[] = []
  for (const { type, id } of made) {
    const definition = work.installed.catalogue.documents.get(type)
    if (definition === undefined) continue
    const record = await findDocument(work, definition, id, { lock: true })
    const draft = await actOn(work, definition, record, 'unpost', {})
    await actOn(work, definition, draft, 'void', {})
    documents.push(String(record.header['number']))
  }
  return { documents }
})

/** How far back a rule is tried. */
const monthsTried = 12

export const runTestBankRule = defineCallRun(testBankRule, async ({ rule }, work): Promise<Json> => {
  const [known] = (await knownRules(work)).filter((each) => each.id === rule)
  if (known === undefined)
    throw invalid('规则已停用或不完整', 'The rule is disabled or incomplete', [
      fieldProblem('rule', '请先启用并填写完整', 'enable and complete it first'),
    ])
  const since = addMonths(todayOf(work), -monthsTried)
  const rows = await work.tx.rows<Item & { readonly account: string }>(
    `select s.cash_account as account, 'bank' as side, l.id as line, l.booked_on as date, l.amount::text, coalesce(l.counterparty, '') as counterparty,
       coalesce(l.counterparty_account, '') as "counterpartyAccount", coalesce(l.memo, '') as memo, coalesce(l.reference, '') as reference, coalesce(l.fee, 0)::text as fee
     from bank_statement_line l join bank_statement s on s.company_id = $1 and s.id = l.owner_id and s.state in ('posted', 'closed')
     where l.company_id = $1 and l.booked_on >= $2 order by l.booked_on desc limit 5000`,
    [work.company, since],
  )
  const fitting = rows.filter((row) => ruleFits(known, bankLineOf(row.account, row)))
  return {
    since,
    of: rows.length,
    count: fitting.length,
    lines: fitting
      .slice(0, 50)
      .map((row) => ({ date: row.date, amount: row.amount, counterparty: row.counterparty, memo: row.memo })),
  }
})
