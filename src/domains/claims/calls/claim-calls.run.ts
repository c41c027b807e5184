import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument, numberIn } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { claimPayment } from '../documents/claim-payment.ts'
import { employeeAdvance } from '../documents/employee-advance.ts'
import { readQueue } from '../reports/read-queue.ts'
import type { Due } from '../reports/read-queue.ts'
import { myClaims, payClaims } from './claim-calls.ts'
import { todayOf } from '../../../ledgers/today.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly department: string | null
}

const personOf = async (work: Work): Promise<Person | null> => {
  const [found] = await work.tx.rows<Person>(
    `select id, name, department from employee where company_id = $1 and username = $2 and not disabled order by code limit 1`,
    [work.company, work.actor.username ?? ''],
  )
  return found ?? null
}

const ownClaims = (work: Work, employee: string) =>
  work.tx.rows<JsonObject & { readonly id: string }>(
    `select h.id, h.number, h.date, h.state, h.version::text as version, h.reason, h.total_gross::text as gross, h.total_offset::text as "offset",
       h.to_pay::text as "toPay", (select count(*) from expense_claim_line l where l.company_id = $1 and l.owner_id = h.id)::int as lines,
       coalesce((select sum(-i.open) from party_item i where i.company_id = $1 and i.document_id = h.id and i.kind = 'otherPayable'), 0)::text as unpaid
     from expense_claim h where h.company_id = $1 and h.employee = $2 and h.state <> 'void' and h.reverses is null
     order by h.date desc, h.number desc limit 60`,
    [work.company, employee],
  )

const ownAdvances = (work: Work, employee: string) =>
  work.tx.rows<JsonObject>(
    `select h.id, h.number, h.date, h.state, h.purpose, h.return_on as "returnOn", h.total_amount::text as amount
     from employee_advance h where h.company_id = $1 and h.employee = $2 and h.state <> 'void' and h.reverses is null
     order by h.date desc, h.number desc limit 20`,
    [work.company, employee],
  )

/** What of advances is not accounted for yet. */
const borrowed = async (work: Work, employee: string): Promise<string> => {
  const [row] = await work.tx.rows<{ open: string }>(
    `select coalesce(sum(i.open), 0)::text as open from party p join party_item i on i.company_id = $1 and i.party = p.id and i.kind = 'otherReceivable'
     where p.company_id = $1 and p.employee = $2`,
    [work.company, employee],
  )
  return row?.open ?? '0'
}

export const runMyClaims = defineCallRun(myClaims, async (_parameters, work) => {
  const person = await personOf(work)
  const items = await work.tx.rows<JsonObject>(
    `select e.id, e.code, e.name from expense_item e where e.company_id = $1 and not e.disabled
       and not exists (select 1 from expense_item c where c.company_id = $1 and c.parent = e.id) order by e.code`,
    [work.company],
  )
  if (person === null) return { employee: null, items, claims: [], advances: [], borrowed: '0' }
  const [claims, advances, open] = await Promise.all([
    ownClaims(work, person.id),
    ownAdvances(work, person.id),
    borrowed(work, person.id),
  ])
  return { employee: { id: person.id, name: person.name }, items, claims, advances, borrowed: open }
})

const asJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

/** The lines that pay an advance: what is still open of it. */
const advanceLines = async (work: Work, due: Due): Promise<JsonObject[]> => {
  const { draft } = await convertDocument(work, employeeAdvance, due.documentId, claimPayment.name)
  return draft.lines.map(asJson)
}

export const runPayClaims = defineCallRun(payClaims, async ({ keys, cashAccount, date }, work) => {
  const wanted = [...new Set((keys ?? '').split(/[,，\s]+/).filter((key) => key !== ''))]
  if (wanted.length === 0) {
    throw invalid('没有选择要付的款项', 'Nothing was chosen', [
      fieldProblem('keys', '请至少选择一项', 'choose at least one'),
    ])
  }
  const queue = new Map((await readQueue(work)).map((due) => [due.key, due]))
  const chosen = wanted.map((key) => {
    const due = queue.get(key)
    if (due === undefined)
      throw conflict('所选款项已付或已撤回，请刷新列表', 'Some of it is paid already; read the list again')
    return due
  })
  const lines: JsonObject[] = []
  for (const due of chosen.filter((each) => each.kind === 'advance')) lines.push(...(await advanceLines(work, due)))
  const settlements = chosen
    .filter((due) => due.kind === 'claim')
    .map((due) => ({
      party: due.party,
      openItem: due.item,
      kind: 'otherPayable',
      documentNumber: due.number,
      openAmount: due.amount,
      amount: due.amount,
    }))
  const today = todayOf(work)
  const input = asJson({ date: date ?? today, cashAccount, lines, settlements })
  const paid = await actOn(work, claimPayment, await createDocument(work, claimPayment, input), 'post', {})
  return { id: String(paid.header['id']), number: numberIn(paid), items: chosen.length }
})
