import { conflict } from '../../../kernel/definition/problem.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { link } from '../../../kernel/documents/links.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseRequest } from '../../purchasing/index.ts'
import { salesOrder } from '../../sales/index.ts'
import { needOrigins, readNeeds } from '../supply/needs.ts'
import type { Need, NeedOrigin } from '../supply/needs.ts'
import { requestNeeds } from './request-needs.ts'

export interface RequestWritten {
  readonly id: string
  readonly number: string
  readonly origin: NeedOrigin
  readonly lines: number
}

/** Whoever asks for the company's needs at the same time waits, and sees what was asked for. */
export const lockNeeds = (work: Work) =>
  work.tx.rows(`select id from company where company_id = $1 for no key update`, [work.company])

const lineOf = (need: Need) => ({
  item: need.of.item,
  unit: need.of.unit,
  quantity: need.quantity.toString(),
  neededOn: need.neededOn,
  origin: need.origin,
  originNumber: need.demand?.number ?? need.of.code,
  originLine: need.demand?.line ?? null,
  reason: need.reason.slice(0, 400),
})

const write = async (work: Work, origin: NeedOrigin, needs: readonly Need[], warehouse: string | null) => {
  const record = await createDocument(work, purchaseRequest, {
    origin,
    warehouse,
    neededOn: needs.map((need) => need.neededOn).toSorted()[0] ?? null,
    purpose: `${needOrigins[origin]}自动生成`,
    lines: needs.map(lineOf),
  })
  const id = String(record.header['id'])
  for (const { demand } of needs) {
    if (demand !== null)
      link(work, { type: demand.type, id: demand.document }, { type: purchaseRequest.name, id }, 'caused')
  }
  return { id, number: String(record.header['number']), origin, lines: needs.length }
}

/** Drafts of requests for what is needed, one a source; nothing where all of it is on the way or asked for. */
export const requestWhatIsNeeded = async (
  work: Work,
  asked: {
    readonly origins: readonly NeedOrigin[]
    readonly order?: string | null
    readonly category?: string | null
    readonly warehouse?: string | null
  },
): Promise<RequestWritten[]> => {
  await lockNeeds(work)
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const needs = await readNeeds(work, today, asked.origins, { category: asked.category ?? null })
  const wanted = asked.order ? needs.filter((need) => need.demand?.document === asked.order) : needs
  const written: RequestWritten[] = []
  for (const [origin, of] of Map.groupBy(wanted, (need) => need.origin)) {
    written.push(await write(work, origin, of, asked.warehouse ?? null))
  }
  return written
}

const allOrigins: readonly NeedOrigin[] = ['shortage', 'forecast', 'stockAlert']

export const runRequestNeeds = defineProcessRun(requestNeeds, async (parameters, inWork, progress) => {
  await progress.report(0, 1)
  const { origin, category, warehouse } = parameters
  const number = parameters.salesOrder
  const written = await inWork(async (work) => {
    const order = number ? String((await findDocument(work, salesOrder, number)).header['id']) : null
    const origins = order === null ? (origin && origin !== 'all' ? [origin] : allOrigins) : (['shortage'] as const)
    return requestWhatIsNeeded(work, { origins, order, category: category ?? null, warehouse: warehouse ?? null })
  })
  if (written.length === 0) {
    throw conflict('没有需要申请的：库存、在途和已申请的足够', 'Nothing is needed: stock, orders and requests suffice')
  }
  await progress.report(1, 1)
  return { documents: written.map((one) => ({ ...one })), numbers: written.map((one) => one.number).join('、') }
})
