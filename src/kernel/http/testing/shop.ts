import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import { approvalRule } from '../../approvals/approval-rule.ts'
import { defineApprovalFacts } from '../../approvals/approval-facts.ts'
import { checkApprovalRule } from '../../approvals/rules.ts'
import { defineDocument, defineEntity } from '../../definition/define.ts'
import { catalogueOf, defineDomain } from '../../definition/domain.ts'
import { boolean, choice, date, integer, longText, money, price, quantity, ref, text } from '../../definition/field.ts'
import { defineFlow, goodsMeasure } from '../../definition/flow.ts'
import { defineLedger } from '../../definition/ledger.ts'
import { definePublicLink } from '../../definition/public-link.ts'
import { defineProcess, defineReport } from '../../definition/report.ts'
import { lineTable } from '../../definition/record.ts'
import { createDocument, findDocument } from '../../documents/documents.ts'
import { definePublicLinkRun, defineProcessRun, defineReportRun, install } from '../../documents/installed.ts'
import { checkPrintTemplate } from '../../print/check-template.ts'
import { printer } from '../../print/printer.ts'
import { printTemplate } from '../../print/print-template.ts'
import type { LedgerBook } from '../../posting/work.ts'
import { definePosting, within } from '../../posting/proposal.ts'
import type { Proposal } from '../../posting/proposal.ts'
import type { Work } from '../../posting/work.ts'

const company = defineEntity({
  name: 'company',
  label: '公司',
  fields: {
    zone: text({ label: '时区', initial: 'Asia/Shanghai' }),
    note: longText({ label: '说明' }),
    approveOnSave: boolean({ label: '保存即审核', initial: false }),
    printAfterPosting: boolean({ label: '先审核后打印', initial: false }),
  },
})

const shelf = defineEntity({ name: 'shelf', label: '货架', tree: true, fields: {} })

export const product = defineEntity({
  name: 'product',
  label: '产品',
  fields: {
    spec: text({ label: '规格', searched: true }),
    shelf: ref(shelf, { label: '货架' }),
    buyPrice: price({ label: '进价', sensitive: true }),
    kind: choice({ label: '类别', options: { goods: '货物', service: '服务' }, initial: 'goods' }),
    note: longText({ label: '说明' }),
  },
  tables: {
    barcodes: lineTable({
      label: '条码',
      fields: { barcode: text({ label: '条码', required: true, searched: true }) },
    }),
  },
  tag: ['spec', 'shelf', 'kind', 'buyPrice'],
})

export const contact = defineEntity({
  name: 'contact',
  label: '往来',
  fields: {
    isClient: boolean({ label: '是客户', initial: false }),
    isVendor: boolean({ label: '是供应商', initial: false }),
    phone: text({ label: '电话', searched: true }),
  },
  facets: { client: { label: '客户', flag: 'isClient' }, vendor: { label: '供应商', flag: 'isVendor' } },
})

const goods = {
  product: ref(product, { label: '产品', required: true }),
  quantity: quantity({ label: '数量', required: true }),
  baseQuantity: quantity({ label: '基本数量', computed: true }),
  amount: money({ label: '金额' }),
  note: text({ label: '行备注' }),
} as const

const derive = (line: { readonly quantity?: Decimal | null }) => ({ baseQuantity: line.quantity ?? null })

export const order = defineDocument({
  name: 'clientOrder',
  label: '订单',
  numbering: 'DD-{yyyyMM}-{seq:4}',
  header: {
    client: ref(contact, { label: '客户', required: true, facet: 'client' }),
    contactName: text({ label: '联系人', searched: true }),
    total: money({ label: '合计', computed: true }),
  },
  tables: { lines: lineTable({ label: '明细', fields: goods, derive, atLeast: 1 }) },
  derive: (_header, { tables }) => ({
    total: tables.lines.reduce((sum, line) => sum.plus(line.amount ?? 0), decimal(0)),
  }),
  totals: ['total', 'quantity'],
  inWords: 'amount',
})

export const delivery = defineDocument({
  name: 'delivery',
  label: '出库单',
  numbering: 'CK-{yyyyMM}-{seq:4}',
  header: { client: ref(contact, { label: '客户', required: true }) },
  tables: { lines: lineTable({ label: '明细', fields: goods, derive, atLeast: 1 }) },
})

const orderToDelivery = defineFlow({
  name: 'orderToDelivery',
  label: '下推出库',
  from: order,
  to: delivery,
  measure: goodsMeasure,
  header: (source) => ({ client: source.client }),
  line: (source, open) => ({ product: source.product, quantity: open.quantity }),
})

export const moves = defineLedger({
  name: 'moves',
  label: '出入账',
  entry: {
    product: ref(product, { label: '产品', required: true }),
    quantity: quantity({ label: '数量', required: true }),
    amount: money({ label: '成本', required: true, sensitive: true }),
  },
  balance: { key: ['product'], sums: ['quantity', 'amount'] },
})

const listing = defineReport({
  name: 'moveListing',
  label: '出入明细',
  parameters: {
    product: ref(product, { label: '产品' }),
    from: date({ label: '从' }),
    most: integer({ label: '最多' }),
  },
  columns: [
    { name: 'date', label: '日期', kind: 'date' },
    { name: 'product', label: '产品', kind: 'text' },
    { name: 'quantity', label: '数量', kind: 'quantity', total: true },
    { name: 'amount', label: '成本', kind: 'money', total: true, sensitive: true },
  ],
})

const recount = defineProcess({
  name: 'recount',
  label: '重算',
  parameters: { steps: integer({ label: '步数', required: true }) },
})

/** Lets a client follow an order, and ask for more of the same. */
const following = definePublicLink({
  name: 'following',
  label: '跟单',
  subject: order,
  parameters: { greeting: text({ label: '问候', maxLength: 20 }) },
  days: 30,
})

/** Runs by itself every night. */
const nightlyCount = defineProcess({
  name: 'nightlyCount',
  label: '夜间盘点',
  parameters: { through: date({ label: '截至' }) },
  schedule: { daily: '02:00' },
})

interface Move extends Proposal {
  readonly product: string
  readonly quantity: Decimal
}

const addMoves = async (work: Work, rows: readonly (readonly unknown[])[]) => {
  for (const [posting, type, document, line, on, at, negates, productId, count] of rows) {
    work.tx.send(
      `insert into moves_entry (company_id, id, posting_id, document_type, document_id, line_id, date, recorded_at, negates, role, product, quantity, amount)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'move', $10, $11, $11::numeric * 2)`,
      [work.company, newId(), posting, type, document, line, on, at, negates, productId, count],
    )
    await work.tx.query(
      `insert into moves_balance as b (company_id, product, quantity, amount) values ($1, $2, $3, $3::numeric * 2)
       on conflict (company_id, product) do update set quantity = b.quantity + excluded.quantity, amount = b.amount + excluded.amount`,
      [work.company, productId, count],
    )
  }
}

const book: LedgerBook<Move> = {
  ledger: 'moves',
  negate: (move) => ({ ...move, quantity: move.quantity.neg() }),
  prepare: async () => {},
  append: async (work, posting, proposals) => {
    const rows = proposals.map((move) => [
      posting.id,
      posting.documentType,
      posting.documentId,
      move.line?.id ?? null,
      posting.date,
      posting.recordedAt,
      null,
      move.product,
      move.quantity.toString(),
    ])
    await addMoves(work, rows)
    return []
  },
  counter: async (work, posting, earlier) => {
    const found = await work.tx.rows<{ id: string; line_id: string; product: string; quantity: string }>(
      `select id, line_id, product, quantity from moves_entry where company_id = $1 and posting_id = any($2::uuid[])`,
      [work.company, earlier],
    )
    await addMoves(
      work,
      found.map((row) => [
        posting.id,
        posting.documentType,
        posting.documentId,
        row.line_id,
        posting.date,
        posting.recordedAt,
        row.id,
        row.product,
        decimal(row.quantity).neg().toString(),
      ]),
    )
    return []
  },
}

const postDelivery = definePosting(delivery, function* ({ lines }) {
  for (const line of lines) {
    const move: Move & { readonly against: typeof within } = {
      ledger: 'moves',
      line,
      product: line.product,
      quantity: line.quantity.neg(),
      against: within,
    }
    yield move
  }
})

const orderFacts = defineApprovalFacts(
  order,
  { amount: money({ label: '合计' }), urgent: boolean({ label: '加急' }) },
  async ({ header }) => ({ amount: header.total, urgent: header.contactName === '加急' }),
)

/** A small shop to try the server on: things, contacts in two roles, orders that become deliveries, one ledger. */
export const shop = install(
  catalogueOf([
    defineDomain({
      name: 'shop',
      label: '商店',
      entities: [company, shelf, product, contact, approvalRule, printTemplate, printer],
      documents: [order, delivery],
      flows: [orderToDelivery],
      ledgers: [moves],
      reports: [listing],
      processes: [recount, nightlyCount],
      publicLinks: [following],
    }),
  ]),
  [
    {
      name: 'shop',
      postings: [postDelivery],
      approvalFacts: [orderFacts],
      entityChecks: [checkApprovalRule, checkPrintTemplate],
      books: [book],
      reports: [
        defineReportRun(listing, async ({ product: wanted }, work) => ({
          rows: await work.tx.rows<{ date: string; product: string; quantity: string; amount: string }>(
            `select e.date, p.name as product, e.quantity::text, e.amount::text from moves_entry e
             join product p on p.company_id = $1 and p.id = e.product where e.company_id = $1 and ($2::uuid is null or e.product = $2) order by e.id`,
            [work.company, wanted ?? null],
          ),
        })),
      ],
      processes: [
        defineProcessRun(nightlyCount, async (_parameters, inWork) => {
          await inWork(async (work) => work.tx.rows('select 1'))
          return {}
        }),
        defineProcessRun(recount, async ({ steps }, inWork, progress) => {
          for (let step = 1; step <= (steps ?? 0); step += 1) {
            if (await progress.cancelled()) break
            await inWork(async (work) => work.tx.rows('select 1'))
            await progress.report(step, steps ?? 0)
          }
          return { steps: steps ?? 0 }
        }),
      ],
      publicLinks: [
        definePublicLinkRun(following, {
          show: async ({ record, parameters, say }, work) => {
            const { header } = await findDocument(work, order, record)
            return {
              title: `${say('订单', 'Order')} ${String(header['number'])}`,
              company: '商店',
              facts: [{ label: '问候', value: parameters.greeting ?? '' }],
            }
          },
          answers: {
            again: async ({ record }, input, work) => {
              const { header } = await findDocument(work, order, record)
              const lines = [{ product: input['product'] ?? null, quantity: input['quantity'] ?? null }]
              await createDocument(work, order, { client: String(header['client']), lines })
            },
          },
        }),
      ],
    },
  ],
  [{ name: 'storekeeper', label: '仓管', rights: ['product.read', 'company.read', 'file.create'] }],
)
