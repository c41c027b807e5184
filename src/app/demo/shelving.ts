import { binTransfer } from '../../domains/inventory/index.ts'
import { createEntity, updateEntity } from '../../kernel/documents/entities.ts'
import { bin } from '../../ledgers/dimensions/bin.ts'
import { item } from '../../ledgers/dimensions/item.ts'
import { warehouse } from '../../ledgers/dimensions/place.ts'
import { hands } from './shop-floor.ts'
import type { Scene } from './stage.ts'

const shelves = [
  ['A-01', 'A 区', 'storage', 10],
  ['A-02', 'A 区', 'storage', 20],
  ['B-01', 'B 区', 'storage', 30],
  ['B-02', 'B 区', 'storage', 40],
  ['SH-01', '收货区', 'receiving', null],
  ['FH-01', '发货区', 'shipping', null],
] as const
const storage = shelves.flatMap(([code, , kind]) => (kind === 'storage' ? [code] : []))

/** The main warehouse begins to keep bins: a dozen items are put on their shelves, the others wait to be. */
export const shelveGoods = async (scene: Scene): Promise<void> => {
  const { work } = scene
  await updateEntity(work, warehouse, 'MAIN', { keepsBins: true })
  for (const [code, zone, kind, pickOrder] of shelves)
    await createEntity(work, bin, { code, name: code, warehouse: 'MAIN', zone, kind, pickOrder })
  const there = await work.tx.rows<{ code: string; quantity: string }>(
    `select i.code, trim_scale(b.quantity)::text as quantity from stock_balance b
     join item i on i.company_id = $1 and i.id = b.item join warehouse w on w.company_id = $1 and w.id = b.warehouse and w.code = 'MAIN'
     where b.company_id = $1 and b.place = 'onHand' and b.quantity >= 4
       and not coalesce(i.tracks_lots, false) and not coalesce(i.tracks_serials, false) order by i.code limit 12`,
    [work.company],
  )
  const placed = there.map((one, index) => ({ ...one, toBin: storage[index % storage.length] ?? 'A-01' }))
  for (const { code, toBin } of placed) await updateEntity(work, item, code, { bins: [{ bin: toBin }] })
  if (placed.length === 0) return
  await scene.post(hands.keeper, binTransfer, {
    warehouse: 'MAIN',
    remark: '启用货位，首批上架',
    lines: placed.map(({ code, quantity, toBin }) => ({ item: code, quantity, toBin })),
  })
}
