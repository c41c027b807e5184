import { formatMoney } from '../../../base/money.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { PublicQuestion } from '../../../kernel/definition/public-link.ts'
import type { LineRecord } from '../../../kernel/definition/record.ts'
import { amendDocument } from '../../../kernel/documents/actions.ts'
import { findDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { definePublicLinkRun } from '../../../kernel/documents/installed.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { PublicLinkOpening, Work } from '../../../kernel/posting/work.ts'
import { itemTitle } from '../../../ledgers/item-title.ts'
import { purchaseOrder, supplierAnswers } from '../documents/purchase-order.ts'
import { orderConfirmation } from './order-confirmation.ts'

type Say = PublicLinkOpening['say']
type Line = LineRecord<typeof purchaseOrder.tables.lines.fields>

interface GoodsRow {
  readonly id: string
  readonly item: string
  readonly unit: string | null
}

const goodsOf = (work: Work, order: string): Promise<GoodsRow[]> =>
  work.tx.rows<GoodsRow>(
    `select l.id, ${itemTitle('i')} as item, u.name as unit from purchase_order_line l
     join item i on i.company_id = $1 and i.id = l.item left join unit u on u.company_id = $1 and u.id = l.unit
     where l.company_id = $1 and l.owner_id = $2`,
    [work.company, order],
  )

const answerWords = (say: Say) => ({
  confirmed: say('确认供货', 'Confirmed'),
  changed: say('交期有变，请看各行', 'Other dates, see the lines'),
  refused: say('不能供货', 'Cannot deliver'),
})

const question = (lines: readonly Line[], names: ReadonlyMap<string, GoodsRow>, wanted: string, say: Say) =>
  ({
    answer: 'confirm',
    label: say('确认订单', 'Confirm the order'),
    verb: say('提交答复', 'Answer'),
    fields: [
      { name: 'answer', label: say('答复', 'Your answer'), kind: 'choice', options: answerWords(say), required: true },
    ],
    columns: [
      { name: 'item', label: say('商品', 'Item'), kind: 'text' },
      { name: 'quantity', label: say('数量', 'Quantity'), kind: 'text' },
      { name: 'price', label: say('单价', 'Price'), kind: 'price' },
      { name: 'wanted', label: say('要求到货', 'Wanted for'), kind: 'date' },
    ],
    rows: lines.map((line) => ({
      id: line.id,
      item: names.get(line.id)?.item ?? '',
      quantity: `${line.quantity.toString()} ${names.get(line.id)?.unit ?? ''}`,
      price: line.price?.toString() ?? null,
      wanted: line.promisedOn ?? wanted,
      confirmedOn: line.confirmedOn ?? line.promisedOn ?? wanted,
      supplierRemark: line.supplierRemark ?? '',
    })),
    rowFields: [
      { name: 'confirmedOn', label: say('确认交期', 'We deliver on'), kind: 'date' },
      { name: 'supplierRemark', label: say('备注', 'Remark'), kind: 'text' },
    ],
  }) satisfies PublicQuestion

const loadOrder = async (work: Work, record: string, lock = false) => {
  const loaded = await findDocument(work, purchaseOrder, record, { lock })
  return { loaded, order: asDocument(purchaseOrder, loaded) }
}

const isOpenTo = (state: string): boolean => state === 'posted'

/** The lines as they stand, in the words of the interface: what is computed follows by itself. */
const asInput = (line: Line): JsonObject => {
  const fields = Object.entries(purchaseOrder.tables.lines.fields).filter(([, field]) => !('computed' in field))
  const plain = JSON.parse(JSON.stringify(line)) as JsonObject
  return {
    ...Object.fromEntries(fields.map(([name]) => [name, plain[name] ?? null])),
    id: line.id,
    source: plain['source'] ?? null,
  }
}

const textOr = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What the supplier sees of an order, and their dates, which flow back into the order and the plan. */
export const runOrderConfirmation = definePublicLinkRun(orderConfirmation, {
  show: async ({ record, say }, work) => {
    const { order } = await loadOrder(work, record)
    const { header, lines } = order
    const [[names], goods] = await Promise.all([
      work.tx.rows<{ supplier: string; company: string; address: string | null }>(
        `select p.name as supplier, c.name as company, w.address from party p join company c on c.company_id = $1
         left join warehouse w on w.company_id = $1 and w.id = $3 where p.company_id = $1 and p.id = $2`,
        [work.company, header.supplier, header.warehouse],
      ),
      goodsOf(work, header.id),
    ])
    const facts = [
      { label: say('供应商', 'Supplier'), value: names?.supplier ?? '' },
      { label: say('订单日期', 'Ordered on'), value: header.date },
      { label: say('要求到货', 'Wanted for'), value: header.promisedOn ?? '' },
      { label: say('收货地址', 'Ship to'), value: names?.address ?? '' },
      { label: say('价税合计', 'Total'), value: header.totalGross === null ? '' : formatMoney(header.totalGross) },
      { label: say('备注', 'Remark'), value: header.remark ?? '' },
    ]
    const byId = new Map(goods.map((row) => [row.id, row]))
    const said = header.supplierAnswer
    return {
      title: `${say('采购订单', 'Purchase order')} ${header.number}`,
      company: names?.company ?? '',
      facts: facts.filter((fact) => fact.value !== ''),
      questions: isOpenTo(header.state) ? [question(lines, byId, header.promisedOn ?? '', say)] : [],
      answered: said === null ? [] : [say(supplierAnswers[said], answerWords(say)[said])],
    }
  },
  answers: {
    confirm: async ({ record }, input, work) => {
      const { loaded, order } = await loadOrder(work, record, true)
      if (!isOpenTo(order.header.state)) {
        throw conflict('订单已关闭或尚未审核，请联系采购员', 'The order is closed or not confirmed yet')
      }
      const answer = textOr(input['answer'])
      if (answer === null || !Object.hasOwn(supplierAnswers, answer)) {
        throw invalid('请选择答复', 'Choose an answer', [fieldProblem('answer', '请选择答复', 'choose an answer')])
      }
      const given = Array.isArray(input['lines']) ? input['lines'].filter(isJsonObject) : []
      const byId = new Map(given.map((line) => [line['id'], line]))
      await amendDocument(work, purchaseOrder, loaded, {
        supplierAnswer: answer,
        lines: order.lines.map((line) => {
          const told = byId.get(line.id)
          if (told === undefined) return asInput(line)
          return {
            ...asInput(line),
            confirmedOn: textOr(told['confirmedOn']),
            supplierRemark: textOr(told['supplierRemark']),
          }
        }),
      })
    },
  },
})
