import { addDays, calendarDate } from '../../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../../base/calendar-date.ts'
import type { BankLine, BookMovement, Deed, KnownAccount, KnownParty, OpenItem } from '../match-question.ts'
import { chanceFrom, partyNamed, printed } from './noisy-parties.ts'
import type { Chance } from './noisy-parties.ts'

/** A line as it came, with what it truly means; null where no machine can know. */
export interface MadeLine {
  readonly line: BankLine
  readonly truth: Deed | null
  readonly sort: string
}

/** A year's part of a company at its bank, with what is in its books. */
export interface MadeBank {
  readonly lines: readonly MadeLine[]
  readonly movements: readonly BookMovement[]
  readonly items: readonly OpenItem[]
  readonly parties: readonly KnownParty[]
  readonly accounts: readonly KnownAccount[]
}

const first = calendarDate('2026-01-04')

const memos = ['货款', '付货款', '往来款', '网银转账', '跨行汇款', '结算款', '']

interface Desk {
  readonly chance: Chance
  readonly lines: MadeLine[]
  readonly movements: BookMovement[]
  readonly items: OpenItem[]
  readonly open: Map<string, OpenItem[]>
}

let serial = 0
const nextId = (prefix: string) => {
  serial += 1
  return `${prefix}${String(serial).padStart(6, '0')}`
}

type Told = Partial<Omit<BankLine, 'id' | 'date' | 'amount'>>

const write = (
  desk: Desk,
  day: CalendarDate,
  amount: bigint,
  told: Told,
  truth: Deed | null,
  sort: string,
): BankLine => {
  const line: BankLine = {
    id: nextId('L'),
    account: 'bank',
    date: day,
    amount,
    counterparty: '',
    counterpartyAccount: '',
    memo: '',
    reference: desk.chance.happens(70) ? nextId('20260') : '',
    fee: 0n,
    ...told,
  }
  desk.lines.push({ line, truth, sort })
  return line
}

const sizeOf = (amount: bigint) => (amount < 0n ? -amount : amount)

const amountOf = (chance: Chance): bigint => {
  const yuan = chance.between(180, 68_000)
  return BigInt(yuan) * 100n + (chance.happens(70) ? BigInt(chance.between(0, 99)) : 0n)
}

/** What a day's trade leaves open. */
const trade = (desk: Desk, party: KnownParty, day: CalendarDate): void => {
  const amount = amountOf(desk.chance)
  const id = nextId('I')
  const item: OpenItem = {
    id,
    party: party.id,
    kind: party.isCustomer ? 'receivable' : 'payable',
    date: day,
    dueOn: addDays(day, 30),
    open: party.isCustomer ? amount : -amount,
    numbers: [
      `${party.isCustomer ? 'XSCK' : 'CGFP'}-202601-${id.slice(1)}`,
      `2433${id.slice(1)}${String(serial * 37).padStart(8, '0')}`,
    ],
  }
  desk.items.push(item)
  desk.open.set(party.id, [...(desk.open.get(party.id) ?? []), item])
}

const payer = (chance: Chance, party: KnownParty): Told => {
  const own = party.accounts[0] ?? `62${String(20_000_000_000 + Number(party.id.slice(1)) * 104_729)}`
  return {
    counterparty: printed(chance, party.name),
    counterpartyAccount: chance.happens(85) ? own : '',
    memo: chance.pick(memos),
  }
}

const isSettledBy = (item: OpenItem, amount: bigint) => ({ item: item.id, amount })

const settled = (desk: Desk, party: KnownParty, items: readonly OpenItem[]): void => {
  const gone = new Set(items.map((item) => item.id))
  desk.open.set(
    party.id,
    (desk.open.get(party.id) ?? []).filter((item) => !gone.has(item.id)),
  )
}

/** Money of a party, one way or another. */
const pay = (desk: Desk, party: KnownParty, day: CalendarDate): void => {
  const { chance } = desk
  const open = desk.open.get(party.id) ?? []
  const [oldest, ...younger] = open
  if (oldest === undefined) return
  const isIn = party.isCustomer
  const sign = isIn ? 1n : -1n
  const told = payer(chance, party)
  const deed = (items: readonly OpenItem[]): Deed => ({
    do: 'party',
    party: party.id,
    settles: items.map((item) => isSettledBy(item, sizeOf(item.open))),
    advance: 0n,
  })
  const sumOf = (items: readonly OpenItem[]) => items.reduce((sum, item) => sum + sizeOf(item.open), 0n)
  const way = chance.between(1, 100)
  if (way <= 60 || younger.length === 0) {
    const item = chance.happens(80) ? oldest : chance.pick(open)
    settled(desk, party, [item])
    const memo = chance.happens(15) ? `货款 ${item.numbers[chance.between(0, 1)] ?? ''}` : told.memo
    write(desk, day, sign * sizeOf(item.open), { ...told, memo: memo ?? '' }, deed([item]), 'one item')
  } else if (way <= 84) {
    const items = open.slice(0, chance.between(2, Math.min(4, open.length)))
    settled(desk, party, items)
    write(desk, day, sign * sumOf(items), told, deed(items), 'several items')
  } else if (way <= 91) {
    settled(desk, party, open)
    write(desk, day, sign * sumOf(open), told, deed(open), 'all')
  } else if (way <= 94) {
    // A round sum on account: what it is for, only people know.
    write(desk, day, sign * (sizeOf(oldest.open) / 30_000n + 1n) * 10_000n, told, null, 'on account')
  } else if (way <= 96) {
    settled(desk, party, [oldest])
    write(desk, day, sign * (sizeOf(oldest.open) - 1_500n), told, null, 'fee kept back')
  } else if (way <= 98) {
    settled(desk, party, [oldest])
    write(
      desk,
      day,
      sign * sizeOf(oldest.open),
      { counterparty: chance.pick(['王建国', '李秀英', '陈伟']), memo: '转账' },
      null,
      'a stranger',
    )
  } else {
    const items = [oldest, ...younger.slice(0, 1)]
    settled(desk, party, items)
    write(
      desk,
      day,
      sign * sumOf(items),
      { ...told, memo: `货款${items.map((item) => item.numbers[1] ?? '').join('、')}` },
      deed(items),
      'named',
    )
  }
}

/** What the books have already, a few days before the bank or after. */
const booked = (
  desk: Desk,
  day: CalendarDate,
  amount: bigint,
  about: Omit<Partial<BookMovement>, 'id'>,
  told: Told,
  sort: string,
): void => {
  const { chance } = desk
  const reference = chance.happens(30) ? nextId('88800') : ''
  const movement: BookMovement = {
    id: nextId('M'),
    date: addDays(day, -chance.between(0, 3)),
    amount,
    party: null,
    reference,
    kind: 'voucher',
    words: '',
    isOpening: false,
    ...about,
  }
  desk.movements.push(movement)
  const line = write(
    desk,
    day,
    amount,
    { ...told, ...(reference === '' ? {} : { reference }) },
    { do: 'match', lines: [], movements: [movement.id] },
    sort,
  )
  const made = desk.lines.at(-1)
  if (made !== undefined)
    desk.lines[desk.lines.length - 1] = { ...made, truth: { do: 'match', lines: [line.id], movements: [movement.id] } }
}

const regulars: readonly (readonly [name: string, memo: string, item: string])[] = [
  ['国网浙江省电力有限公司宁波供电公司', '电费', 'power'],
  ['宁波市自来水有限公司', '水费', 'power'],
  ['中国电信股份有限公司宁波分公司', '通信费', 'phone'],
  ['浙江石油分公司', '加油卡充值款', 'car'],
  ['顺丰速运集团宁波有限公司', '运费', 'freight'],
  ['宁波高新物业服务有限公司', '物业费', 'rent'],
]

/** One day at the bank. */
const play = (
  desk: Desk,
  day: CalendarDate,
  customers: readonly KnownParty[],
  suppliers: readonly KnownParty[],
): void => {
  const { chance } = desk
  const date = Number(day.slice(8))
  for (let count = chance.between(2, 5); count > 0; count -= 1) trade(desk, chance.pick(customers), day)
  for (let count = chance.between(1, 2); count > 0; count -= 1) trade(desk, chance.pick(suppliers), day)
  for (let count = chance.between(1, 4); count > 0; count -= 1) pay(desk, chance.pick(customers), day)
  if (chance.happens(50)) pay(desk, chance.pick(suppliers), day)
  if (chance.happens(70)) {
    const supplier = chance.pick(suppliers)
    booked(
      desk,
      day,
      -amountOf(chance),
      { party: supplier.id, kind: 'payment' },
      payer(chance, supplier),
      'booked payment',
    )
  }
  if (chance.happens(25))
    booked(
      desk,
      day,
      -amountOf(chance),
      { kind: 'expense' },
      { counterparty: chance.pick(['滴滴出行', '携程', '京东商城', '如家酒店']), memo: '消费' },
      'booked expense',
    )
  if (chance.happens(45))
    write(
      desk,
      day,
      -BigInt(chance.pick([500, 1000, 1550, 2000, 5000])),
      { memo: chance.pick(['手续费', '汇划费 单笔', '网银服务费', '短信费']) },
      { do: 'usual', kind: 'bankFee' },
      'fee',
    )
  if (date === 21 && ['03', '06', '09'].includes(day.slice(5, 7)))
    write(
      desk,
      day,
      BigInt(chance.between(2_000, 90_000)),
      { memo: '结息' },
      { do: 'usual', kind: 'interest' },
      'interest',
    )
  if (date === 10)
    booked(
      desk,
      day,
      -BigInt(chance.between(80_000, 120_000)) * 100n,
      { kind: 'voucher' },
      { memo: '代发工资' },
      'wages',
    )
  if (date === 15)
    booked(
      desk,
      day,
      -BigInt(chance.between(1_000, 60_000)) * 100n - 37n,
      { kind: 'voucher' },
      { counterparty: '国家金库宁波市中心支库', memo: '电子缴税' },
      'tax',
    )
  if (chance.happens(12)) {
    const amount = BigInt(chance.pick([10_000, 20_000, 50_000])) * 100n
    if (chance.happens(50))
      booked(
        desk,
        day,
        -amount,
        { kind: 'cashTransfer' },
        { counterparty: '宁波启明文具有限公司', counterpartyAccount: '3305020100100200301', memo: '内部转账' },
        'booked transfer',
      )
    else
      write(
        desk,
        day,
        amount,
        { counterparty: '宁波启明文具有限公司', counterpartyAccount: '3305020100100200301', memo: '内部转账' },
        { do: 'transfer', account: 'other' },
        'transfer',
      )
  }
  for (const [name, memo, item] of regulars) {
    if ((date * 7 + name.length) % 15 === 0)
      write(
        desk,
        day,
        -BigInt(chance.between(20_000, 600_000)),
        { counterparty: name, memo },
        { do: 'expense', expenseItem: item },
        'regular',
      )
  }
  if (chance.happens(3)) {
    const supplier = chance.pick(suppliers)
    const amount = amountOf(chance)
    const paid = write(
      desk,
      day,
      -amount,
      { ...payer(chance, supplier), counterpartyAccount: '6228480000000000999' },
      null,
      'given back',
    )
    const back = write(
      desk,
      addDays(day, 1),
      amount,
      { counterparty: paid.counterparty, counterpartyAccount: '6228480000000000999', memo: '退汇 账号户名不符' },
      null,
      'given back',
    )
    const truth: Deed = { do: 'match', lines: [paid.id, back.id], movements: [] }
    for (const made of [paid, back]) {
      const at = desk.lines.findIndex((each) => each.line.id === made.id)
      desk.lines[at] = { line: made, truth, sort: 'given back' }
    }
  }
}

/** A realistic, noisy set of lines with known truth; the same for the same seed. */
export const noisyBank = (seed: number, count: number): MadeBank => {
  serial = 0
  const chance = chanceFrom(seed)
  const customers = Array.from({ length: 45 }, (_, index) => partyNamed(chance, index, true))
  const suppliers = Array.from({ length: 30 }, (_, index) => partyNamed(chance, index + 60, false))
  const desk: Desk = { chance, lines: [], movements: [], items: [], open: new Map() }
  for (let day = first; desk.lines.length < count; day = addDays(day, 1)) play(desk, day, customers, suppliers)
  return {
    lines: desk.lines.slice(0, count),
    movements: desk.movements,
    items: desk.items,
    parties: [...customers, ...suppliers],
    accounts: [
      { id: 'bank', name: '工商银行', kind: 'bank', number: '3901000100200300400', bankName: '工商银行' },
      { id: 'other', name: '建设银行', kind: 'bank', number: '3305020100100200301', bankName: '建设银行' },
      { id: 'till', name: '现金', kind: 'cash', number: '', bankName: '' },
    ],
  }
}
