import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../base/calendar-date.ts'
import { learnRule, timesToTrust } from './learn-rule.ts'
import { matchLines } from './match-lines.ts'
import type { BankLine, BookMovement, Deed, KnownParty, KnownRule, MatchQuestion, OpenItem } from './match-question.ts'
import { setsSummingTo } from './sums.ts'
import { noisyBank } from './testing/noisy-bank.ts'
import type { MadeBank, MadeLine } from './testing/noisy-bank.ts'

const day = (date: string) => calendarDate(`2026-01-${date}`)
const line = (id: string, amount: number, more: Partial<BankLine> = {}): BankLine => ({
  id,
  account: 'bank',
  date: day('20'),
  amount: BigInt(Math.round(amount * 100)),
  counterparty: '',
  counterpartyAccount: '',
  memo: '',
  reference: '',
  fee: 0n,
  ...more,
})
const item = (id: string, open: number, more: Partial<OpenItem> = {}): OpenItem => ({
  id,
  party: 'hong',
  kind: 'receivable',
  date: day('05'),
  dueOn: null,
  open: BigInt(Math.round(open * 100)),
  numbers: [],
  ...more,
})
const movement = (id: string, amount: number, more: Partial<BookMovement> = {}): BookMovement => ({
  id,
  date: day('19'),
  amount: BigInt(Math.round(amount * 100)),
  party: null,
  reference: '',
  kind: 'voucher',
  words: '',
  isOpening: false,
  ...more,
})
const hong: KnownParty = {
  id: 'hong',
  name: '宁波鸿运文具有限公司',
  shortName: '鸿运',
  isCustomer: true,
  isSupplier: false,
  accounts: ['6222000011112222'],
}
const deli: KnownParty = {
  id: 'deli',
  name: '得力集团有限公司',
  shortName: '得力',
  isCustomer: false,
  isSupplier: true,
  accounts: [],
}

const ask = (question: Partial<MatchQuestion> & { lines: readonly BankLine[] }): string[] =>
  matchLines({
    movements: [],
    items: [],
    parties: [hong, deli],
    accounts: [
      { id: 'bank', name: '工行', kind: 'bank', number: '390100', bankName: '工商银行' },
      { id: 'ccb', name: '建行', kind: 'bank', number: '33050201001', bankName: '建设银行' },
    ],
    rules: [],
    ownNames: ['宁波启明文具有限公司'],
    ...question,
  }).map(({ confidence, candidates: [best] }) => `${confidence} ${best === undefined ? '' : wordsOf(best.deed)}`.trim())

const wordsOf = (deed: Deed): string => {
  switch (deed.do) {
    case 'match':
      return `= ${[...deed.movements, ...deed.lines.slice(deed.movements.length === 0 ? 1 : deed.lines.length)].join('+')}`
    case 'party':
      return `${deed.party} ${deed.settles.map((each) => `${each.item}:${each.amount}`).join('+')}${deed.advance > 0n ? ` rest ${deed.advance}` : ''}`.trim()
    case 'expense':
      return `expense ${deed.expenseItem}`
    case 'income':
      return `income ${deed.incomeItem}`
    case 'usual':
      return deed.kind
    case 'suspense':
      return deed.do
    default:
      return `to ${deed.account}`
  }
}

const paid = { counterparty: hong.name, memo: '货款' }

describe('money that a customer sent', () => {
  test('settles the item that is equal, several that add up, or those it names', () => {
    expect(ask({ lines: [line('1', 500, paid)], items: [item('a', 300), item('b', 500)] })).toEqual([
      'certain hong b:50000',
    ])
    expect(ask({ lines: [line('1', 800, paid)], items: [item('a', 300), item('b', 500), item('c', 99)] })).toEqual([
      'certain hong a:30000+b:50000',
    ])
    const named = [item('a', 300, { numbers: ['XSCK-202601-0001'] }), item('b', 300, { numbers: ['XSCK-202601-0002'] })]
    expect(ask({ lines: [line('1', 300, { ...paid, memo: '货款XSCK-202601-0002' })], items: named })).toEqual([
      'certain hong b:30000',
    ])
    expect(ask({ lines: [line('1', 100, { ...paid, memo: '货款XSCK-202601-0002' })], items: named })).toEqual([
      'certain hong b:10000',
    ])
  })

  test('is known by the account it came from, whoever is named', () => {
    const from = { counterparty: '张三', counterpartyAccount: '6222 0000 1111 2222' }
    expect(ask({ lines: [line('1', 500, from)], items: [item('b', 500)] })).toEqual(['certain hong b:50000'])
  })

  test('waits where more than one answer fits, or nobody is sure who sent it', () => {
    expect(ask({ lines: [line('1', 500, paid)], items: [item('a', 300), item('b', 200), item('c', 500)] })).toEqual([
      'unclear hong c:50000',
    ])
    expect(ask({ lines: [line('1', 600, paid)], items: [item('a', 300), item('b', 500)] })).toEqual([
      'unclear hong a:30000+b:30000',
    ])
    expect(ask({ lines: [line('1', 500, { counterparty: '王五' })], items: [item('b', 500)] })).toEqual([
      'unclear hong b:50000',
    ])
    expect(
      ask({ lines: [line('1', 500, { counterparty: '王五', memo: '代鸿运文具付款' })], items: [item('b', 500)] }),
    ).toEqual(['unclear hong b:50000'])
  })

  test('is not taken twice: what one line settled is not open for the next', () => {
    const lines = [line('1', 500, paid), line('2', 500, { ...paid, date: day('21') })]
    expect(ask({ lines, items: [item('b', 500)] })).toEqual(['certain hong b:50000', 'likely hong  rest 50000'])
  })
})

describe('money that is in the books already', () => {
  test('is matched by number, by party, or as the only equal amount near the day', () => {
    expect(
      ask({
        lines: [line('1', -70, { reference: '880001' })],
        movements: [movement('m', -70, { reference: '880001' }), movement('n', -70)],
      }),
    ).toEqual(['certain = m'])
    expect(
      ask({
        lines: [line('1', -70, { counterparty: deli.name })],
        movements: [movement('m', -70, { party: 'hong' }), movement('n', -70, { party: 'deli' })],
      }),
    ).toEqual(['certain = n'])
    expect(ask({ lines: [line('1', -70, { memo: '消费' })], movements: [movement('m', -70)] })).toEqual(['certain = m'])
    expect(
      ask({ lines: [line('1', -70, { memo: '消费' })], movements: [movement('m', -70, { date: day('02') })] }),
    ).toEqual(['unclear'])
  })

  test('several in one line, or an equal row of transfers in their order', () => {
    const of = { party: 'deli', kind: 'payment' }
    expect(
      ask({
        lines: [line('1', -170, { counterparty: deli.name })],
        movements: [movement('m', -70, of), movement('n', -100, of)],
      }),
    ).toEqual(['certain = n+m'])
    const lines = [line('1', -70, { memo: '转' }), line('2', -70, { memo: '转', date: day('21') })]
    expect(ask({ lines, movements: [movement('n', -70, { date: day('20') }), movement('m', -70)] })).toEqual([
      'certain = m',
      'certain = n',
    ])
  })

  test('of a known party is not given to a stranger', () => {
    expect(
      ask({ lines: [line('1', 70, { counterparty: '王五' })], movements: [movement('m', 70, { party: 'hong' })] }),
    ).toEqual(['likely = m'])
  })
})

describe('what needs no party', () => {
  test('fees and interest by their words, transfers by our own number, what the bank gave back with itself', () => {
    const lines = [
      line('1', -15, { memo: '汇划费' }),
      line('2', 31.2, { memo: '结息' }),
      line('3', -9000, { counterparty: '宁波启明文具有限公司', counterpartyAccount: '33050201001' }),
      line('4', -55, { counterparty: deli.name, counterpartyAccount: '620001' }),
      line('5', 55, { counterparty: deli.name, counterpartyAccount: '620001', memo: '退汇', date: day('22') }),
      line('6', -8000, { memo: '代发工资' }),
    ]
    expect(ask({ lines })).toEqual([
      'certain bankFee',
      'certain interest',
      'certain to ccb',
      'certain = 5',
      'likely salary',
    ])
  })
})

const rule = (more: Partial<KnownRule>): KnownRule => ({
  id: 'r',
  name: '规则',
  direction: null,
  counterparty: '',
  counterpartyAccount: '',
  memo: '',
  amountFrom: null,
  amountTo: null,
  cashAccount: null,
  action: 'expense',
  target: 'power',
  priority: 100,
  automatic: true,
  ...more,
})

describe('rules', () => {
  test('say what a counterparty means, the more particular first, and only with all that they say', () => {
    const power = { counterparty: '国网电力公司', memo: '电费202601' }
    const rules = [
      rule({ id: 'a', counterparty: '国网' }),
      rule({ id: 'b', counterparty: '国网', memo: '押金', target: 'deposit', automatic: false }),
    ]
    expect(ask({ lines: [line('1', -88, power), line('2', -88, { ...power, memo: '押金' })], rules })).toEqual([
      'certain expense power',
      'likely expense deposit',
    ])
    expect(
      ask({ lines: [line('1', -88, power)], rules: [rule({ counterparty: '国网', amountFrom: 10_000n })] }),
    ).toEqual(['unclear'])
  })

  test('are learned: a party at once, an expense when it was confirmed twice, two meanings by the memo', () => {
    const wang = line('1', 500, { counterparty: '王五', counterpartyAccount: '6228001122' })
    expect(learnRule([], wang, { do: 'party', party: 'hong', settles: [], advance: 0n }).create).toMatchObject({
      counterpartyAccount: '6228001122',
      action: 'party',
      target: 'hong',
      automatic: true,
    })
    const power = line('1', -88, { counterparty: '国网', memo: '电费 2026' })
    const first = learnRule([], power, { do: 'expense', expenseItem: 'power' }).create
    expect(first).toMatchObject({ counterparty: '国网', memo: '', automatic: false, direction: 'out' })
    const known = [rule({ counterparty: '国网', automatic: false })]
    expect(learnRule(known, power, { do: 'expense', expenseItem: 'power' })).toEqual({
      create: null,
      confirm: 'r',
      doubt: null,
    })
    expect(learnRule(known, { ...power, memo: '押金' }, { do: 'expense', expenseItem: 'deposit' })).toMatchObject({
      create: { memo: '押金', priority: 90 },
      doubt: 'r',
    })
  })
})

test('sets that add up are found within bounds', () => {
  const things = [300n, 200n, 500n, 100n].map((amount) => ({ amount }))
  expect(setsSummingTo(things, 600n, { most: 9 }).sets.map((set) => set.map((each) => each.amount))).toEqual([
    [500n, 100n],
    [300n, 200n, 100n],
  ])
  const many = Array.from({ length: 400 }, (_, index) => ({ amount: BigInt(1_000_003 + index * 2) }))
  const began = performance.now()
  expect(setsSummingTo(many, 7_000_022n).isCut).toBe(true)
  expect(performance.now() - began).toBeLessThan(500)
})

/** A party's money, movement or words, so that equal ones are the same. */
const looks = (bank: MadeBank, deed: Deed | null): string => {
  if (deed === null) return 'nobody knows'
  if (deed.do === 'match') {
    const movements = deed.movements
      .map((id) => bank.movements.find((each) => each.id === id))
      .map((each) => `${each?.party} ${each?.kind} ${each?.amount}`)
    return deed.movements.length === 0
      ? `lines ${[...deed.lines].toSorted().join('+')}`
      : movements.toSorted().join('; ')
  }
  if (deed.do === 'party')
    return `${deed.party} ${deed.settles
      .map((each) => each.amount)
      .toSorted((one, other) => (one < other ? -1 : 1))
      .join('+')} ${deed.advance}`
  return JSON.stringify(deed)
}

/** A cashier's weeks: what comes is matched, what is certain is done, the rest is decided by what is true, and learned. */
const worked = (bank: MadeBank) => {
  const open = new Map(bank.items.map((each) => [each.id, each]))
  const movements = new Map(bank.movements.map((each) => [each.id, each]))
  const done = new Set<string>()
  const rules: (KnownRule & { confirmed: number })[] = []
  const tally = { automatic: 0, wrong: [] as string[], queued: new Map<string, number>() }
  const settle = (deed: Deed) => {
    if (deed.do === 'match') for (const id of deed.movements) movements.delete(id)
    if (deed.do !== 'party') return
    for (const { item: id, amount } of deed.settles) {
      const known = open.get(id)
      if (known !== undefined)
        open.set(id, { ...known, open: known.open > 0n ? known.open - amount : known.open + amount })
    }
  }
  const learn = (made: MadeLine, deed: Deed) => {
    const { create, confirm, doubt } = learnRule(rules, made.line, deed)
    if (create !== null) rules.push({ ...create, id: `r${String(rules.length).padStart(4, '0')}`, confirmed: 1 })
    for (const [index, each] of rules.entries()) {
      if (each.id === confirm)
        rules[index] = {
          ...each,
          confirmed: each.confirmed + 1,
          automatic: each.automatic || each.confirmed + 1 >= timesToTrust,
        }
      if (each.id === doubt) rules[index] = { ...each, confirmed: 0, automatic: false }
    }
  }
  const lines = bank.lines.toSorted((one, other) =>
    one.line.date < other.line.date ? -1 : one.line.date > other.line.date ? 1 : 0,
  )
  for (let from = 0; from < lines.length; from += 40) {
    const week = lines.slice(from, from + 40)
    const last = week.at(-1)?.line.date ?? ''
    const known = {
      items: [...open.values()].filter((each) => each.date <= last),
      movements: [...movements.values()].filter((each) => each.date <= last),
    }
    const findings = matchLines({
      lines: week.map((each) => each.line),
      ...known,
      parties: bank.parties,
      accounts: bank.accounts,
      rules,
      ownNames: ['宁波启明文具有限公司'],
    })
    const found = new Map(findings.map((each) => [each.line, each]))
    const paired = new Set(
      findings.flatMap((each) =>
        each.confidence === 'certain' && each.candidates[0]?.deed.do === 'match' ? each.candidates[0].deed.lines : [],
      ),
    )
    for (const made of week) {
      const finding = found.get(made.line.id)
      const best = finding?.candidates[0]?.deed
      const isDone = paired.has(made.line.id) && finding === undefined
      if (isDone || (finding?.confidence === 'certain' && best !== undefined)) {
        tally.automatic += 1
        done.add(made.line.id)
        if (best === undefined) continue
        if (looks(bank, best) !== looks(bank, made.truth))
          tally.wrong.push(`${made.sort}: ${looks(bank, best)} for ${looks(bank, made.truth)}`)
        settle(best)
      } else {
        tally.queued.set(made.sort, (tally.queued.get(made.sort) ?? 0) + 1)
        if (made.truth === null) continue
        learn(made, made.truth)
        settle(made.truth)
      }
    }
  }
  return tally
}

describe('[DEP-10] of a thousand lines with known truth', () => {
  test.each([7, 42, 2026])('nine of ten and more are reconciled by themselves, and none falsely (seed %i)', (seed) => {
    const bank = noisyBank(seed, 1000)
    const { automatic, wrong, queued } = worked(bank)
    expect(wrong).toEqual([])
    expect(automatic, JSON.stringify([...queued])).toBeGreaterThanOrEqual(900)
    // What only people know was left to them.
    for (const sort of ['on account', 'fee kept back', 'a stranger']) {
      expect(queued.get(sort) ?? 0).toBe(bank.lines.filter((each) => each.sort === sort).length)
    }
  })
})
