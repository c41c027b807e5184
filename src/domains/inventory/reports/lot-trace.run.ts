import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import type { EntityRecord } from '../../../kernel/definition/record.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { placeKinds } from '../../../ledgers/dimensions/place.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { lotName } from '../../../ledgers/stock/tracking/stored-lots.ts'
import type { LotName } from '../../../ledgers/stock/tracking/stored-lots.ts'
import { traceLot } from '../../../ledgers/stock/tracking/trace-lot.ts'
import type { TracedDocument, TracedLot } from '../../../ledgers/stock/tracking/trace-lot.ts'
import { lotTrace, recallList } from './lot-trace.ts'

const asked = async (work: Work, id: Id<'lot'> | null | undefined): Promise<LotName> => {
  const rows = await work.tx.rows<LotName>(`select item, number from lot where company_id = $1 and id = $2`, [
    work.company,
    id ?? null,
  ])
  const [found] = rows
  if (found === undefined) {
    throw new Problem('invalid', { zh: '请选择批次', en: 'Which lot?' }, [
      fieldProblem('lot', '请选择批次', 'which lot?'),
    ])
  }
  return found
}

/** The names of what a trace speaks of. */
interface Names {
  readonly item: (id: string) => string
  readonly unit: (item: string) => string
  readonly party: (id: string | null) => EntityRecord<typeof party> | undefined
  readonly label: (type: string) => string
}

const namesFor = async (work: Work, lots: readonly TracedLot[]): Promise<Names> => {
  const documents = lots.flatMap((one) => one.documents)
  const ids = [...lots.map((one) => one.item), ...documents.flatMap((one) => one.others.map((other) => other.item))]
  const [items, parties] = await Promise.all([
    loadEntities(work, item, [...new Set(ids)]),
    loadEntities(work, party, [...new Set(documents.flatMap((one) => one.party ?? []))]),
  ])
  const units = await loadEntities(work, unit, [...new Set([...items.values()].map((one) => one.unit))])
  return {
    item: (id) => `${items.get(id)?.code ?? ''} ${items.get(id)?.name ?? ''}`.trim(),
    unit: (id) => units.get(items.get(id)?.unit ?? '')?.name ?? '',
    party: (id) => (id === null ? undefined : parties.get(id)),
    label: (type) => work.installed.catalogue.documents.get(type)?.label ?? type,
  }
}

const indented = (level: number, text: string) => `${'　'.repeat(level)}${text}`

const documentRow = (document: TracedDocument, of: TracedLot, level: number, names: Names): ReportRow => {
  const who = names.party(document.party)
  const isMove = document.net.isZero()
  return {
    kind: 'document',
    level,
    what: indented(level, isMove ? `${names.label(document.type)}（移动）` : names.label(document.type)),
    documentType: document.type,
    documentId: document.id,
    documentNumber: document.number,
    date: document.date,
    quantity: (isMove ? document.moved : document.net).toString(),
    unit: names.unit(of.item),
    partyName: who === undefined ? null : who.name,
    contact: who?.contact ?? null,
    phone: who?.phone ?? null,
  }
}

/** The tree line by line: a lot, its documents, and under each the lots that it leads to. A lot that was shown is not unfolded again. */
const treeRows = (lots: readonly TracedLot[], names: Names): ReportRow[] => {
  const byName = new Map(lots.map((one) => [lotName(one), one]))
  const shown = new Set<string>()
  const rows: ReportRow[] = []
  const show = (name: LotName | null, itemId: string, level: number, quantity: Decimal | null): void => {
    const traced = name === null ? undefined : byName.get(lotName(name))
    const again = name !== null && shown.has(lotName(name))
    const label = name === null ? '未按批次管理' : `批号 ${name.number}`
    rows.push({
      kind: 'lot',
      level,
      rowKind: 'head',
      what: indented(level, `${names.item(itemId)} ${label}${again ? '（见上）' : ''}`),
      quantity: quantity?.toString() ?? null,
      unit: quantity === null ? null : names.unit(itemId),
    })
    if (traced === undefined || again || name === null) return
    shown.add(lotName(name))
    for (const document of traced.documents) {
      rows.push(documentRow(document, traced, level + 1, names))
      for (const other of document.others) {
        show(other.lot === null ? null : { item: other.item, number: other.lot }, other.item, level + 2, other.quantity)
      }
    }
  }
  const [first] = lots
  if (first !== undefined) show(first, first.item, 0, null)
  return rows
}

export const runLotTrace = defineReportRun(lotTrace, async (parameters, work) => {
  const start = await asked(work, parameters.lot)
  const lots = await traceLot(work, start, parameters.direction ?? 'to')
  return { rows: treeRows(lots, await namesFor(work, lots)) }
})

interface Holder {
  readonly party: string
  readonly of: TracedLot
  quantity: Decimal
  lastOn: string
  readonly numbers: string[]
}

/** What each customer still has of each lot: what was sent less what came back. Suppliers and documents without a party hold nothing. */
const holders = (lots: readonly TracedLot[], names: Names): Holder[] => {
  const found = new Map<string, Holder>()
  for (const of of lots) {
    for (const document of of.documents) {
      if (names.party(document.party)?.isCustomer !== true || document.party === null || document.net.isZero()) continue
      const key = `${document.party}/${lotName(of)}`
      const holder = found.get(key) ?? { party: document.party, of, quantity: zero, lastOn: '', numbers: [] }
      holder.quantity = holder.quantity.minus(document.net)
      if (document.date > holder.lastOn) holder.lastOn = document.date
      holder.numbers.push(document.number)
      found.set(key, holder)
    }
  }
  return [...found.values()].filter((one) => one.quantity.gt(0))
}

interface StillHere {
  readonly item: string
  readonly lot: string
  readonly warehouse: string
  readonly place: PlaceKind
  readonly quantity: string
}

const stillHere = (work: Work, lots: readonly TracedLot[]): Promise<StillHere[]> =>
  work.tx.rows(
    `select b.item, b.lot, w.name as warehouse, b.place, trim_scale(b.quantity)::text as quantity
     from unnest($2::uuid[], $3::text[]) as r(item, lot)
     join stock_lot_balance b on b.company_id = $1 and b.item = r.item and b.lot = r.lot and b.quantity <> 0
     join warehouse w on w.company_id = $1 and w.id = b.warehouse order by b.lot, w.code`,
    [work.company, lots.map((one) => one.item), lots.map((one) => one.number)],
  )

export const runRecallList = defineReportRun(recallList, async (parameters, work) => {
  const lots = await traceLot(work, await asked(work, parameters.lot), 'to')
  const [names, here] = await Promise.all([namesFor(work, lots), stillHere(work, lots)])
  const out = holders(lots, names).map((one): ReportRow => {
    const who = names.party(one.party)
    return {
      kind: 'customer',
      where: who?.name ?? '',
      contact: who?.contact ?? null,
      phone: who?.phone ?? null,
      address: who?.address ?? null,
      itemName: names.item(one.of.item),
      lot: one.of.number,
      quantity: one.quantity.toString(),
      unit: names.unit(one.of.item),
      lastOn: one.lastOn,
      documents: [...new Set(one.numbers)].join('、'),
    }
  })
  const ours = here.map((one): ReportRow => ({
    kind: 'stock',
    where: `本公司 ${one.warehouse}${one.place === 'onHand' ? '' : `（${placeKinds[one.place]}）`}`,
    itemName: names.item(one.item),
    lot: one.lot,
    quantity: one.quantity,
    unit: names.unit(one.item),
  }))
  return { rows: [...out, ...ours] }
})
