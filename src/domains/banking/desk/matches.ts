import { sum } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { conflict, fieldProblem, invalid, notFound } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { Item } from './both-sides.ts'

/** How a match came about: by a person, by the machine, or with the document that the desk made of a line. */
export type MatchWay = 'hand' | 'machine' | 'made'

const refuseUnequal = (items: readonly Item[]): void => {
  const of = (side: Item['side']) => items.filter((item) => item.side === side)
  const [bank, book] = [of('bank'), of('book')].map((own) => sum(own.map((item) => item.amount)))
  if (items.length < 2 || bank === undefined || book === undefined)
    throw invalid('至少勾选两笔', 'Choose two items at least', [
      fieldProblem('lines', '请勾选银行流水和账上收付', 'choose lines and movements'),
    ])
  if (!bank.eq(book)) {
    const difference = bank.minus(book).toString()
    throw invalid('两边金额不等', 'The sides differ', [
      fieldProblem(
        'lines',
        `银行 ${bank.toString()}，账上 ${book.toString()}，相差 ${difference}；差额如为手续费，请先生成费用单`,
        `they differ by ${difference}`,
      ),
    ])
  }
}

/** Writes that items are the same money. Refused where the sides differ or one of them is matched already. */
export const writeMatch = async (
  work: Work,
  account: string,
  items: readonly Item[],
  { way, reason }: { readonly way: MatchWay; readonly reason: string | null },
): Promise<string> => {
  refuseUnequal(items)
  const id = newId<'bankMatch'>()
  const documents = items.map((item) => item.document)
  const lines = items.map((item) => item.line)
  // What of an earlier match no longer stands makes room; what stands was left out of the items that may be matched.
  await work.tx.query(
    `delete from bank_match_member m where m.company_id = $1 and m.cash_account = $2 and m.match in (
       select x.match from bank_match_member x join unnest($3::uuid[], $4::uuid[]) as r(document, line) on x.document = r.document and x.line = r.line
       where x.company_id = $1 and x.cash_account = $2)`,
    [work.company, account, documents, lines],
  )
  await work.tx.query(
    `insert into bank_match (company_id, id, cash_account, way, reason, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [work.company, id, account, way, reason?.slice(0, 200) ?? null, work.clock.now(), work.actor.name],
  )
  const { rowCount } = await work.tx.query(
    `insert into bank_match_member (company_id, match, cash_account, side, document, line, date, amount)
     select $1, $2, $3, r.side, r.document, r.line, r.date, r.amount
     from unnest($4::text[], $5::uuid[], $6::uuid[], $7::date[], $8::numeric[]) as r(side, document, line, date, amount) on conflict do nothing`,
    [
      work.company,
      id,
      account,
      items.map((item) => item.side),
      documents,
      lines,
      items.map((item) => item.date),
      items.map((item) => item.amount),
    ],
  )
  if (rowCount !== items.length) throw conflict('其中有已对账的，请刷新', 'Some of it was matched meanwhile; reload')
  audit(work, {
    action: 'match',
    type: 'cashAccount',
    record: account,
    label: items
      .map((item) => item.number || item.reference)
      .filter((text) => text !== '')
      .join('、')
      .slice(0, 200),
    after: {
      match: id,
      way,
      reason,
      items: items.map((item) => `${item.side} ${item.document}/${item.line} ${item.amount}`),
    },
  })
  return id
}

/** Takes a match apart again: both sides are unreconciled as before. Answers its account. */
export const undoMatch = async (work: Work, match: string): Promise<string> => {
  const [row] = await work.tx.rows<{ cash_account: string }>(
    `select cash_account from bank_match where company_id = $1 and id::text = $2 for update`,
    [work.company, match],
  )
  if (row === undefined) throw notFound('没有这笔对账记录', 'There is no such match')
  await work.tx.query(`delete from bank_match_member where company_id = $1 and match::text = $2`, [work.company, match])
  await work.tx.query(`delete from bank_match where company_id = $1 and id::text = $2`, [work.company, match])
  audit(work, { action: 'unmatch', type: 'cashAccount', record: row.cash_account, label: match, before: { match } })
  return row.cash_account
}
