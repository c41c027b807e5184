import { addDays, addMonths } from '../../base/calendar-date.ts'
import { noteEvent, noteIssued, noteReceived } from '../../domains/bills/index.ts'
import {
  advanceReturn,
  claimPayment,
  employeeAdvance,
  expenseClaim,
  travelStandard,
} from '../../domains/claims/index.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import { employee } from '../../ledgers/dimensions/people.ts'
import { expenseItem } from '../../domains/money/index.ts'
import { hands, nameOf } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

interface Open {
  readonly id: string
  readonly party: string
  readonly open: string
}

/** The largest open item of a kind. */
const largest = async (scene: Scene, kind: 'receivable' | 'payable'): Promise<Open | undefined> => {
  const [found] = await scene.work.tx.rows<Open>(
    `select id, party, abs(open)::text as open from party_item where company_id = $1 and kind = $2 and open * $3 > 10000
     order by abs(open) desc, id limit 1`,
    [scene.work.company, kind, kind === 'receivable' ? 1 : -1],
  )
  return found
}

const billOf = (number: string, amount: string, scene: Scene, months: number) => ({
  billNumber: number,
  amount,
  issuedOn: addDays(scene.day, -3),
  maturesOn: addMonths(addDays(scene.day, -3), months),
  acceptor: '宁波银行鄞州支行',
  drawer: '宁波启川厨具有限公司',
})

/** A customer pays with a bill, part of which is passed on to a supplier; another supplier gets one of ours. */
export const passBills = async (floor: Floor, scene: Scene): Promise<void> => {
  const due = await largest(scene, 'receivable')
  if (due !== undefined) {
    const bill = { ...billOf('5302332000001', due.open, scene, 6), drawer: '宁波海曙百货有限公司', splittable: true }
    const held = await scene.post(hands.cashier, noteReceived, {
      customer: due.party,
      lines: [bill],
      settlements: [{ openItem: due.id, amount: due.open }],
    })
    const owed = await largest(scene, 'payable')
    if (owed !== undefined && Number(owed.open) < Number(due.open)) {
      await scene.grow(
        hands.cashier,
        noteReceived,
        held,
        noteEvent,
        { kind: 'endorse', supplier: owed.party, settlements: [{ openItem: owed.id, amount: owed.open }] },
        (lines) => lines.map((line) => ({ ...line, amount: owed.open })),
      )
    }
  }
  const owed = await largest(scene, 'payable')
  if (owed === undefined) return
  await scene.post(hands.cashier, noteIssued, {
    supplier: owed.party,
    cashAccount: floor.bank,
    fee: '25',
    lines: [billOf('5302332000087', owed.open, scene, 3)],
    settlements: [{ openItem: owed.id, amount: owed.open }],
  })
}

/** What the company bears of a night away. */
export const setStandards = async (floor: Floor, scene: Scene): Promise<void> => {
  await createEntity(scene.work, travelStandard, {
    code: 'ZS',
    name: '差旅住宿',
    expenseItem: floor.id(expenseItem, 'CL'),
    basis: 'day',
    control: 'warn',
    limits: [
      { allowed: '350' },
      { cities: '北京、上海、广州、深圳', allowed: '550' },
      { level: '经理', cities: '北京、上海、广州、深圳', allowed: '800' },
    ],
  })
}

/** A trip to a fair: advanced, claimed, the rest returned; two more claims are on their way. */
export const claimExpenses = async (floor: Floor, scene: Scene): Promise<void> => {
  const item = (code: string) => floor.id(expenseItem, code)
  const who = (code: string) => floor.id(employee, code)
  const advance = await scene.post(nameOf('E03'), employeeAdvance, {
    employee: who('E03'),
    purpose: '广州展会',
    returnOn: addDays(scene.day, 20),
    lines: [{ summary: '差旅', amount: '4000' }],
  })
  await scene.grow(hands.cashier, employeeAdvance, advance, claimPayment, { cashAccount: floor.bank })
  floor.agenda.later(scene.day, 8, async (later) => {
    await later.post(nameOf('E03'), expenseClaim, {
      employee: who('E03'),
      reason: '广州展会差旅',
      startsOn: addDays(later.day, -6),
      endsOn: addDays(later.day, -3),
      lines: [
        {
          expenseItem: item('CL'),
          invoiceKind: 'rail',
          gross: '1186',
          invoiceNumber: '26339116123100004512',
          invoicedOn: addDays(later.day, -6),
          summary: '宁波—广州南 往返',
        },
        {
          expenseItem: item('CL'),
          invoiceKind: 'special',
          taxRate: '6',
          gross: '1590',
          invoiceNumber: '26442000000177310254',
          invoicedOn: addDays(later.day, -3),
          days: '3',
          city: '广州',
          summary: '住宿 3 晚',
        },
        { expenseItem: item('CL'), invoiceKind: 'ride', gross: '206', summary: '市内交通' },
      ],
    })
  })
  floor.agenda.later(scene.day, 9, async (later) => {
    const [left] = await later.work.tx.rows<Open>(
      `select i.id, i.party, i.open::text as open from party_item i join party p on p.company_id = $1 and p.id = i.party and p.employee = $2
       where i.company_id = $1 and i.kind = 'otherReceivable' and i.open > 500`,
      [later.work.company, who('E03')],
    )
    if (left === undefined) return
    await later.post(hands.cashier, advanceReturn, {
      employee: who('E03'),
      cashAccount: floor.bank,
      lines: [{ openItem: left.id, amount: '500' }],
    })
  })
}

/** On the last day one claim waits for the cashier, and one is still a draft. */
export const leaveClaims = async (floor: Floor, scene: Scene): Promise<void> => {
  const travel = floor.id(expenseItem, 'CL')
  const claim = (code: string, reason: string, lines: readonly object[]) => ({
    employee: floor.id(employee, code),
    reason,
    lines: lines.map((line) => ({ expenseItem: travel, ...line })),
  })
  await scene.post(
    nameOf('E06'),
    expenseClaim,
    claim('E06', '走访永康供应商', [
      { invoiceKind: 'road', gross: '103', summary: '长途客运' },
      { invoiceKind: 'toll', gross: '82.4', invoiceNumber: '26332000000155520871', summary: '高速通行费' },
    ]),
  )
  await scene.write(
    nameOf('E03'),
    expenseClaim,
    claim('E03', '拜访杭州客户', [
      { invoiceKind: 'rail', gross: '146', invoiceNumber: '26339116123100007781', summary: '宁波—杭州东 往返' },
    ]),
  )
}
