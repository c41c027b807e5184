import { describe, expect, it } from 'vitest'
import { newId } from '../../../base/id.ts'
import { collection, settlement } from '../../../domains/money/index.ts'
import { purchaseReceipt } from '../../../domains/purchasing/index.ts'
import { salesDelivery } from '../../../domains/sales/index.ts'
import { typedAfter } from './clearing.ts'
import { bodyOf, placeByLine } from './document-body.ts'
import { changeLines, Deriver, isBlankLine, setHeader, settleTyped, type Draft } from './draft-state.ts'
import { forgetDraft, keepDraft, keptDraft } from './draft-store.ts'
import { EntityCache, wantedBy, type EntityRow } from './entity-cache.ts'
import { allocateOldestFirst } from './open-items.ts'
import { dueField, sumFields } from './sheet-foot.tsx'
import { railOf } from './rail-of.ts'
import { traitsOf } from './traits.ts'
import { moneyIn, settleTable, withSettled } from './settle-lines.ts'

const id = { pot: newId(), rate: newId(), piece: newId(), box: newId(), customer: newId(), main: newId() }

const rows: Readonly<Record<string, EntityRow>> = {
  [id.pot]: {
    code: '1001',
    name: '汤锅',
    spec: '24cm',
    unit: id.piece,
    taxRate: id.rate,
    salePrice: '113',
    units: [{ unit: id.box, numerator: 6, denominator: 1, salePrice: '600' }],
  },
  [id.rate]: { code: 'VAT13', name: '13%', rate: '13' },
  [id.piece]: { code: 'PCS', name: '只' },
  [id.box]: { code: 'BOX', name: '箱' },
  [id.customer]: { code: 'C1', name: '百联', paymentDays: 30 },
  [id.main]: { code: 'MAIN', name: '主仓' },
}

const asked: string[] = []
const read = (address: string, key: string): Promise<EntityRow> => {
  asked.push(`${address}/${key}`)
  const row = rows[key]
  return row === undefined ? Promise.reject(new Error('not there')) : Promise.resolve(row)
}

const reference = (key: string) => ({ id: key, name: JSON.stringify(rows[key]?.['name']).slice(1, -1) })

const fields = salesDelivery.tables.lines.fields

async function worldFor(draft: Draft) {
  const cache = new EntityCache(read)
  await cache.load([
    ...wantedBy(salesDelivery.header, draft.header),
    ...(draft.tables['lines'] ?? []).flatMap((line) => wantedBy(fields, line.typed)),
    ...wantedBy(fields, { unit: id.box }),
  ])
  return { settings: { priceIncludesTax: true }, lookup: cache.lookup, nameOf: cache.nameOf }
}

const start: Draft = {
  header: { customer: reference(id.customer), warehouse: reference(id.main), date: '2026-01-15' },
  tables: { lines: [{ key: 'a', typed: { item: reference(id.pot), quantity: '10' } }] },
}

describe('the live draft of a document', () => {
  it('shows what the server will derive: prices, tax, totals, the due date', async () => {
    const world = await worldFor(start)
    const derived = new Deriver(salesDelivery).derive(start, world)
    expect(derived.tables['lines']?.[0]?.values).toMatchObject({
      spec: '24cm',
      price: '113',
      taxRate: '13',
      net: '1000',
      tax: '130',
      gross: '1130',
      baseQuantity: '10',
    })
    expect(derived.header).toMatchObject({ totalGross: '1130', dueOn: '2026-02-14', priceIncludesTax: true })
  })

  it('derives only the lines that changed', async () => {
    const world = await worldFor(start)
    const deriver = new Deriver(salesDelivery)
    const more = { ...start, tables: { lines: [...(start.tables['lines'] ?? []), { key: 'b', typed: {} }] } }
    const before = deriver.derive(more, world)
    const after = deriver.derive(
      changeLines(
        more,
        'lines',
        fields,
        [{ type: 'set', key: 'b', field: 'quantity', value: '3' }],
        before.tables['lines'] ?? [],
      ),
      world,
    )
    expect(after.tables['lines']?.[0]).toBe(before.tables['lines']?.[0])
    expect(after.tables['lines']?.[1]).not.toBe(before.tables['lines']?.[1])
    const named = deriver.derive(setHeader(more, 'remark', '送货前电话联系'), world)
    expect(named.tables['lines']?.[0]).toBe(before.tables['lines']?.[0])
  })

  it('lets a typed amount win, says the price by it, and keeps that price for another quantity', async () => {
    const world = await worldFor(start)
    const deriver = new Deriver(salesDelivery)
    const type = (draft: Draft, field: string, value: string): Draft =>
      changeLines(
        draft,
        'lines',
        fields,
        [{ type: 'set', key: 'a', field, value }],
        deriver.derive(draft, world).tables['lines'] ?? [],
      )
    const typed = type(start, 'gross', '1000')
    expect(deriver.derive(typed, world).tables['lines']?.[0]?.values).toMatchObject({ price: '100', gross: '1000' })
    const doubled = type(typed, 'quantity', '20')
    expect(deriver.derive(doubled, world).tables['lines']?.[0]?.values).toMatchObject({ price: '100', gross: '2000' })
    const again = type(doubled, 'price', '90')
    expect(deriver.derive(again, world).tables['lines']?.[0]?.values).toMatchObject({ gross: '1800' })
  })

  it('says in the cell what a rule refuses', async () => {
    const world = await worldFor(start)
    const negative = { ...start, tables: { lines: [{ key: 'a', typed: { item: reference(id.pot), quantity: '-1' } }] } }
    expect(new Deriver(salesDelivery).derive(negative, world).tables['lines']?.[0]?.problems).toMatchObject([
      { path: 'quantity' },
    ])
  })

  it('tells what was typed from what followed, in a document that was read', async () => {
    const world = await worldFor(start)
    const stored: Draft = {
      header: { ...start.header, dueOn: '2026-02-14', priceIncludesTax: true, remark: '急' },
      tables: {
        lines: [
          {
            key: 'a',
            typed: {
              item: reference(id.pot),
              quantity: '10',
              unit: reference(id.piece),
              price: '100',
              taxRate: '13',
              net: '884.96',
              tax: '115.04',
              gross: '1000',
            },
          },
        ],
      },
    }
    const settled = settleTyped(salesDelivery, stored, world)
    expect(settled.tables['lines']?.[0]?.typed).toEqual({ item: reference(id.pot), quantity: '10', price: '100' })
    expect(settled.header).not.toHaveProperty('dueOn')
    expect(settled.header).toMatchObject({ remark: '急' })
  })

  it('sends what it shows, without blank lines, and finds a problem back by its line', async () => {
    const world = await worldFor(start)
    const draft: Draft = {
      ...start,
      tables: { lines: [{ key: 'blank', typed: {} }, ...(start.tables['lines'] ?? [])] },
    }
    expect(isBlankLine({ key: 'blank', typed: {} })).toBe(true)
    const { body, sent } = bodyOf(salesDelivery, draft, new Deriver(salesDelivery).derive(draft, world))
    expect(body['lines']).toMatchObject([{ item: id.pot, quantity: '10', gross: '1130' }])
    expect(body).not.toHaveProperty('totalGross')
    const placed = placeByLine(
      [
        { path: 'lines.0.quantity', message: '库存不足' },
        { path: 'date', message: '已结账' },
        { path: '', message: '其他' },
      ],
      sent,
    )
    expect(placed.cells['lines']?.get('a')?.get('quantity')?.message).toBe('库存不足')
    expect(placed.fields['date']?.level).toBe('error')
    expect(placed.rest).toEqual(['其他'])
  })

  it('asks for each record once', async () => {
    asked.length = 0
    const cache = new EntityCache(read)
    const wanted = wantedBy(fields, { item: id.pot })
    await Promise.all([cache.load(wanted), cache.load(wanted)])
    await cache.load([...wanted, ...wantedBy(fields, { unit: newId() })])
    expect(asked.filter((one) => one === `item/${id.pot}`)).toHaveLength(1)
    expect(cache.nameOf('item', id.pot)).toEqual({ id: id.pot, code: '1001', name: '汤锅' })
  })
})

describe('clearing', () => {
  const names = new Set(['item', 'unit', 'quantity', 'price', 'taxRate', 'net', 'tax', 'gross'])

  it('forgets a price with its item and amounts with their quantity', () => {
    const typed = { item: 'x', price: '9', gross: '90', quantity: '10' }
    expect(typedAfter(typed, typed, 'item', 'y', names)).toEqual({ item: 'y', quantity: '10' })
    expect(typedAfter(typed, typed, 'quantity', '11', names)).toEqual({ item: 'x', price: '9', quantity: '11' })
    expect(typedAfter(typed, typed, 'tax', '1', names)).toEqual({ ...typed, tax: '1' })
    expect(typedAfter(typed, typed, 'price', null, names)).toEqual({ item: 'x', quantity: '10' })
  })

  it('keeps an amount that is given where there is no quantity', () => {
    const expense = new Set(['gross', 'taxRate', 'tax', 'net'])
    expect(typedAfter({ gross: '100' }, {}, 'taxRate', '6', expense)).toEqual({ gross: '100', taxRate: '6' })
  })
})

describe('settling open items', () => {
  const item = (name: string, dueOn: string, open: string) => ({
    id: name,
    kind: '应收',
    documentNumber: name,
    date: '2026-01-01',
    dueOn,
    open,
  })
  const items = [item('late', '2026-03-01', '50'), item('early', '2026-01-10', '100'), item('mid', '2026-02-01', '30')]

  it('takes the longest due first until the money is gone', () => {
    const settled = allocateOldestFirst(items, '120.50')
    expect(settled.map((one) => [one.item.id, one.amount])).toEqual([
      ['early', '100'],
      ['mid', '20.5'],
    ])
    expect(allocateOldestFirst(items, null).map((one) => one.amount)).toEqual(['100', '30', '50'])
  })

  it('fills the lines, and the money where none stood', () => {
    const settle = settleTable(collection, 'sale')
    expect(settle).toMatchObject({ name: 'settlements', kinds: { receivable: '应收' } })
    const draft: Draft = { header: {}, tables: { lines: [{ key: 'a', typed: {} }], settlements: [] } }
    expect(moneyIn(draft)).toBeNull()
    const done = withSettled(draft, 'settlements', allocateOldestFirst(items, null), settle?.kinds ?? {})
    expect(moneyIn(done)).toBe('180')
    expect(done.tables['settlements']?.[0]?.typed).toMatchObject({ kind: 'receivable', amount: '100' })
  })

  it('sets off items of both sides, party by party', () => {
    const both = settleTable(settlement, 'purchase')
    expect(both).toMatchObject({ name: 'lines', side: 'both' })
    const start: Draft = { header: {}, tables: { lines: [{ key: 'a', typed: {} }] } }
    const fill = (draft: Draft, party: string, chosen: typeof items): Draft =>
      withSettled(draft, 'lines', allocateOldestFirst(chosen, null), both?.kinds ?? {}, { id: party, name: party })
    const first = fill(start, 'p1', items.slice(0, 1))
    const second = fill(first, 'p2', items.slice(1, 2))
    const again = fill(second, 'p1', items.slice(2))
    expect(again.tables['lines']?.map((line) => line.typed['documentNumber'])).toEqual(['early', 'mid'])
  })
})

describe('what is kept in the browser', () => {
  const storage = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  const place = { company: 'c', user: 'u', type: 'salesDelivery', id: 'new' }

  it('comes back with keys that new lines cannot have, and goes when it is saved', () => {
    const store = storage()
    const draft = { header: { date: '2026-01-15' }, tables: { lines: [{ key: 'new-1', typed: { quantity: '1' } }] } }
    keepDraft(store, place, { savedAt: '2026-01-15T02:46:00Z', version: null, draft })
    expect(keptDraft(store, place)?.draft.tables['lines']).toEqual([{ key: 'kept-0', typed: { quantity: '1' } }])
    expect(keptDraft(store, { ...place, user: 'other' })).toBeNull()
    forgetDraft(store, place)
    expect(keptDraft(store, place)).toBeNull()
  })

  it('is passed over where it cannot be read, and loses nothing where it cannot be kept', () => {
    const full = { ...storage(), getItem: () => '{"savedAt":1}' }
    expect(keptDraft(full, place)).toBeNull()
    const refusing = {
      ...storage(),
      setItem: () => {
        throw new Error('quota')
      },
    }
    expect(keepDraft(refusing, place, { savedAt: '', version: 1, draft: start })).toBe(false)
  })
})

describe('the foot and the rail of a receipt', () => {
  const seesCost = (right: string) => right === 'cost.see'
  const keeper = () => false
  const taking = (may: (right: string) => boolean) =>
    railOf({
      definition: purchaseReceipt,
      traits: traitsOf(purchaseReceipt),
      header: { totalGross: '113' },
      party: null,
      partyRow: undefined,
      looked: null,
      margin: undefined,
      answer: null,
      may,
    }).taking

  it('say what it comes to for who may see purchase prices', () => {
    expect(dueField(purchaseReceipt, seesCost)).toBe('totalGross')
    expect(sumFields(purchaseReceipt, seesCost)).toEqual(['totalNet', 'totalTax'])
    expect(taking(seesCost)).toBe('113')
  })

  it('leave out for a keeper what would only stand there as nothing', () => {
    expect(dueField(purchaseReceipt, keeper)).toBeUndefined()
    expect(sumFields(purchaseReceipt, keeper)).toEqual([])
    expect(taking(keeper)).toBe('0')
  })

  it('of a delivery say what it comes to for everyone', () => {
    expect(dueField(salesDelivery, keeper)).toBe('totalGross')
  })
})
