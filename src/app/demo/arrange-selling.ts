import { addDays } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { lead, opportunity } from '../../domains/customers/index.ts'
import {
  commissionPlan,
  contractTemplate,
  creditPolicy,
  orderProgress,
  priceList,
  promotion,
  quotation,
  salesChannel,
  salesOrder,
  salesTarget,
} from '../../domains/sales/index.ts'
import { approvalRule } from '../../kernel/approvals/approval-rule.ts'
import { findDocument } from '../../kernel/documents/documents.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import { makeLink } from '../../kernel/public-links/public-links.ts'
import type { Scene } from './stage.ts'

const contractText = `甲方（买方）：{客户}
乙方（卖方）：宁波启川厨具有限公司
签订日期：{签订日期}

一、货物
{明细}
合计人民币 {金额}（{大写}），含 13% 增值税。
二、交货：{交货日期} 前交至 {交货地址}，运费由乙方承担。
三、付款：{付款方式}。
四、质量按样品与行业标准，异议须在收货后七日内提出。
五、未尽事宜双方协商；协商不成的，由乙方所在地人民法院管辖。`

/** How sales are run: price lists, a promotion, credit, targets, commission, channels. */
const arrangeRules = async ({ work, day }: Scene, items: readonly string[], customer: string): Promise<void> => {
  const [first = '', second = '', third = ''] = items
  await createEntity(work, priceList, {
    code: 'PF',
    name: '批发价',
    kind: 'wholesale',
    lines: items.slice(0, 6).map((item) => ({ item, fromQuantity: '100', price: '39' })),
  })
  await createEntity(work, priceList, {
    code: 'HT01',
    name: '年度合同价',
    kind: 'customer',
    customer,
    validTo: addDays(day, 200),
    lines: [
      { item: first, price: '88' },
      { item: first, fromQuantity: '200', price: '85' },
      { item: second, price: '109' },
    ],
  })
  await createEntity(work, promotion, {
    code: 'CX01',
    name: '满 5000 减 100',
    kind: 'reduction',
    priority: 10,
    fromAmount: '5000',
    off: '100',
    repeats: true,
    validFrom: day,
    validTo: addDays(day, 30),
  })
  await createEntity(work, promotion, {
    code: 'CX02',
    name: '买 50 送 1',
    kind: 'gift',
    priority: 20,
    fromQuantity: '50',
    repeats: true,
    scope: [{ item: first }],
    gifts: [{ item: third, quantity: '1' }],
    validFrom: day,
    validTo: addDays(day, 30),
  })
  for (const [rating, minScore, creditLimit, paymentDays, hold] of [
    ['a', 85, '600000', 60, false],
    ['b', 70, '300000', 45, false],
    ['c', 50, '100000', 30, false],
    ['d', 0, '20000', 0, false],
  ] as const) {
    const name = `${rating.toUpperCase()} 级客户`
    await createEntity(work, creditPolicy, { code: rating, name, rating, minScore, creditLimit, paymentDays, hold })
  }
  await createEntity(work, salesTarget, {
    code: day.slice(0, 7),
    name: `${day.slice(0, 7)} 销售计划`,
    month: day.slice(0, 7),
    lines: [
      { salesperson: 'E03', amount: '320000' },
      { salesperson: 'E04', amount: '260000' },
      { salesperson: 'E05', amount: '240000' },
    ],
  })
  await createEntity(work, commissionPlan, {
    code: 'TC01',
    name: '回款提成',
    basis: 'cash',
    steps: [{ rate: '1' }, { fromAmount: '200000', rate: '1.5' }, { fromAmount: '400000', rate: '2' }],
  })
  await createEntity(work, salesChannel, { code: 'TMALL', name: '天猫旗舰店' })
  await createEntity(work, contractTemplate, { code: 'T1', name: '标准购销合同', body: contractText })
}

/** Who approves what: large orders, orders beyond the credit, thin margins. */
const arrangeApprovals = async ({ work }: Scene): Promise<void> => {
  const rules = [
    ['SP01', '20 万以上订单', 'amount', 'gt', '200000'],
    ['SP02', '超信用额度', 'creditExceeded', 'eq', '是'],
    ['SP03', '毛利率低于 5%', 'marginPercent', 'lt', '5'],
  ] as const
  for (const [code, name, fact, operator, threshold] of rules) {
    await createEntity(work, approvalRule, {
      code,
      name,
      documentType: 'salesOrder',
      step: 1,
      approverRole: 'owner',
      conditions: [{ fact, operator, threshold }],
    })
  }
}

/** What is under way on the last day: a large order that waits for the owner, a lead that became an offer. */
const arrangeOpen = async (scene: Scene, items: readonly string[], customer: string): Promise<void> => {
  const [first = '', second = ''] = items
  const large = await scene.write('林知远', salesOrder, {
    customer,
    paymentMethod: '预付 30%，余款 30 天',
    lines: [
      { item: first, quantity: '1600' },
      { item: second, quantity: '900' },
    ],
  })
  await scene.act('林知远', salesOrder, large, 'submit')
  const found = await scene.post('王若溪', lead, {
    company: '苏州明德酒店用品有限公司',
    contact: '许经理',
    phone: '0512-68880021',
    address: '苏州市工业园区星湖街 218 号',
    region: '华东',
    origin: 'exhibition',
    salesperson: 'E04',
    need: '两家新店开业，采购汤锅与餐具',
    lines: [{ item: first, interest: '汤锅', quantity: '120' }],
  })
  const chance = await scene.grow('王若溪', lead, found, opportunity, {
    stage: 'offer',
    probability: 60,
    expectedOn: addDays(scene.day, 20),
  })
  if (chance !== undefined) {
    await scene.grow('王若溪', opportunity, chance, quotation, {
      validUntil: addDays(scene.day, 30),
      deliverOn: addDays(scene.day, 35),
      paymentMethod: '预付 30%，余款 30 天',
    })
  }
}

/** The customer of the last order that was signed for follows it by a link. */
const shareOrder = async ({ work }: Scene): Promise<void> => {
  const [order] = await work.tx.rows<{ id: string }>(
    `select o.id from sales_order o join document_link d on d.company_id = $1 and d.source_id = o.id
     join document_link s on s.company_id = $1 and s.source_id = d.target_id and s.target_type = 'deliverySignOff'
     where o.company_id = $1 order by o.number desc limit 1`,
    [work.company],
  )
  if (order === undefined) return
  await makeLink(work, orderProgress, await findDocument(work, salesOrder, order.id), { parameters: {} })
}

/** The rules of selling that the demo company has set up by its last day, and what is under way by them. */
export const arrangeSelling = async (scene: Scene, today: CalendarDate): Promise<void> => {
  if (scene.day !== today) return
  const [items, customers] = await Promise.all([
    scene.work.tx.rows<{ id: string }>(
      `select id from item where company_id = $1 and not is_service order by code limit 6`,
      [scene.work.company],
    ),
    scene.work.tx.rows<{ id: string }>(
      `select id from party where company_id = $1 and is_customer and credit_limit > 300000 order by code limit 1`,
      [scene.work.company],
    ),
  ])
  const [customer] = customers
  if (customer === undefined) return
  const ids = items.map((row) => row.id)
  await arrangeRules(scene, ids, customer.id)
  await arrangeApprovals(scene)
  await arrangeOpen(scene, ids, customer.id)
  await shareOrder(scene)
}
