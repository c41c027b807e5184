import { addMonths } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { wrongOpeningDay } from '../../../ledgers/opening-day.ts'
import { eventKinds, isDiscount, isPassedOn, mayHappen } from '../rules/event-kinds.ts'
import { readSubBills } from '../rules/sub-bills.ts'
import { noteEvent } from './note-event.ts'
import { noteIssued } from './note-issued.ts'
import { noteReceived } from './note-received.ts'

type Bills = PostingInput<typeof noteReceived> | PostingInput<typeof noteIssued>

/** Bills run at most six months since 2023 (商业汇票承兑、贴现与再贴现管理办法 第二十五条); an older one may be longer. */
const tooLong = ({ lines }: Bills): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.issuedOn !== null && line.maturesOn > addMonths(line.issuedOn, 6)
      ? [
          {
            ...fieldProblem(`lines.${index}.maturesOn`, '付款期限超过 6 个月', 'runs for more than six months'),
            warning: true,
          },
        ]
      : [],
  )

/** An opening settles nothing, and stands on its day. */
const openingProblems = ({ header, settlements }: Bills, work: Work): FieldProblem[] => {
  if (header.isOpening !== true) return []
  return [
    ...wrongOpeningDay(header.date, work),
    ...(settlements.length > 0
      ? [fieldProblem('settlements.0.openItem', '期初票据不核销往来', 'an opening bill settles nothing')]
      : []),
  ]
}

interface InHand {
  readonly number: string
  readonly document: string
  readonly range: string | null
}

const overlap = (one: string | null, other: string | null): boolean => {
  const [a, b] = [readSubBills(one), readSubBills(other)]
  return a === undefined || b === undefined || (a.first <= b.last && b.first <= a.last)
}

/** A bill that is in hand already cannot come in again; one that was passed on may come back. */
const inHandAlready = async (input: Bills, work: Work, table: 'note_received' | 'note_issued') => {
  const { lines, header } = input
  const twice = lines.flatMap((line, index) =>
    lines
      .slice(0, index)
      .some((other) => other.billNumber === line.billNumber && overlap(other.subRange, line.subRange))
      ? [fieldProblem(`lines.${index}.billNumber`, '票据号码在本单重复', 'stands here twice')]
      : [],
  )
  const rows = await work.tx.rows<InHand>(
    `select l.bill_number as number, h.number as document, l.sub_range as range from ${table}_line l
     join ${table} h on h.company_id = $1 and h.id = l.owner_id and h.state in ('posted', 'closed') and h.id <> $3
     join party_item i on i.company_id = $1 and i.line_id = l.id and i.open <> 0
     where l.company_id = $1 and l.bill_number = any($2::text[])`,
    [work.company, lines.map((line) => line.billNumber), header.id],
  )
  const held = lines.flatMap((line, index) => {
    const other = rows.find((row) => row.number === line.billNumber && overlap(row.range, line.subRange))
    return other === undefined
      ? []
      : [
          fieldProblem(
            `lines.${index}.billNumber`,
            `票据已在 ${other.document} 登记且未结清`,
            `is held already by ${other.document}`,
          ),
        ]
  })
  return [...twice, ...held]
}

const missingAccounts = ({ header }: PostingInput<typeof noteIssued>): FieldProblem[] => [
  ...(((header.margin ?? zero).gt(0) || (header.fee ?? zero).gt(0)) && header.cashAccount === null
    ? [fieldProblem('cashAccount', '请填写付款账户', 'where are the margin and the fee paid from')]
    : []),
  ...((header.margin ?? zero).gt(0) && header.marginAccount === null
    ? [fieldProblem('marginAccount', '请填写保证金账户', 'where is the margin held')]
    : []),
]

type Event = PostingInput<typeof noteEvent>

/** What each kind of event needs said. */
const missingFacts = (input: Event): FieldProblem[] => {
  const { header, source, lines } = input
  const { kind } = header
  const needsMoney =
    isDiscount(kind) ||
    kind === 'collect' ||
    kind === 'honour' ||
    (header.fee ?? zero).gt(0) ||
    (kind === 'recourse' && lines.some((line) => source(noteEvent, line)?.header.kind === 'discountRecourse'))
  return [
    ...(needsMoney && header.cashAccount === null
      ? [fieldProblem('cashAccount', '请填写资金账户', 'name the cash account')]
      : []),
    ...(kind === 'endorse' && header.supplier === null
      ? [fieldProblem('supplier', '请填写背书给哪个供应商', 'endorsed to whom')]
      : []),
    ...(isDiscount(kind) && header.rate === null && lines.some((line) => line.interest === null)
      ? [fieldProblem('rate', '请填写贴现利率或利息', 'say the rate or the interest')]
      : []),
    ...(kind !== 'endorse' && input.settlements.length > 0
      ? [fieldProblem('settlements.0.openItem', '只有背书转让核销应付', 'only an endorsement settles payables')]
      : []),
    ...((header.margin ?? zero).gt(0) && (kind !== 'honour' || header.marginAccount === null)
      ? [fieldProblem('marginAccount', '兑付时填写保证金账户', 'names the margin account of what is paid')]
      : []),
  ]
}

const wrongDay = ({ header }: Event, maturesOn: string | null, index: number): FieldProblem[] => {
  if (maturesOn === null) return []
  const path = `lines.${index}.maturesOn`
  if (isPassedOn(header.kind) && header.date >= maturesOn) {
    return [fieldProblem(path, '票据已到期，不能背书或贴现，请托收', 'has matured: it is collected')]
  }
  const isAtMaturity = !isPassedOn(header.kind) && header.date < maturesOn
  return isAtMaturity ? [{ ...fieldProblem(path, '票据尚未到期', 'has not matured yet'), warning: true }] : []
}

/** A bill comes from where this may happen to it, whole unless it may be split, on a day on which it may. */
const wrongBills = (input: Event): FieldProblem[] =>
  input.lines.flatMap((line, index): FieldProblem[] => {
    const from = line.source?.type ?? ''
    if (!mayHappen(input.header.kind, from)) {
      const label = eventKinds[input.header.kind]
      const text = from === '' ? '请从应收票据或应付票据下推' : `此票据不能${label}`
      return [fieldProblem(`lines.${index}.billNumber`, text, 'cannot happen to this bill')]
    }
    const held = input.source(noteReceived, line)?.line ?? input.source(noteIssued, line)?.line
    const isPart = held !== undefined && held.splittable !== true && !held.amount.eq(line.amount)
    return [
      ...(isPart
        ? [fieldProblem(`lines.${index}.amount`, `该票据不可拆分，应为 ${held.amount.toString()}`, 'may not be split')]
        : []),
      ...wrongDay(input, line.maturesOn, index),
    ]
  })

/** Open items of the supplier that are owed. */
const otherItems = async ({ settlements }: Bills | Event, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ id: string; kind: string }>(
    `select id, kind from party_item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, settlements.map((line) => line.openItem)],
  )
  const kinds = new Map(rows.map((row) => [row.id, row.kind]))
  return settlements.flatMap((line, index) =>
    kinds.get(line.openItem) === line.kind
      ? []
      : [fieldProblem(`settlements.${index}.kind`, '此款项不是这一类', 'is of another kind')],
  )
}

export const billsChecks = [
  defineCheck(noteReceived, async (input, work) => [
    ...tooLong(input),
    ...openingProblems(input, work),
    ...(await inHandAlready(input, work, 'note_received')),
    ...(await otherItems(input, work)),
    ...disabledReferences(noteReceived, input),
  ]),
  defineCheck(noteIssued, async (input, work) => [
    ...tooLong(input),
    ...openingProblems(input, work),
    ...missingAccounts(input),
    ...(await inHandAlready(input, work, 'note_issued')),
    ...(await otherItems(input, work)),
    ...disabledReferences(noteIssued, input),
  ]),
  defineCheck(noteEvent, async (input, work) => [
    ...missingFacts(input),
    ...wrongBills(input),
    ...(await otherItems(input, work)),
    ...disabledReferences(noteEvent, input),
  ]),
]
