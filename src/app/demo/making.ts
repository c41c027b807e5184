import { addDays } from '../../base/calendar-date.ts'
import {
  bom,
  materialIssue,
  operationReport,
  productionReceipt,
  workOrder,
  workshop,
} from '../../domains/production/index.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import { item } from '../../ledgers/dimensions/item.ts'
import { department } from '../../ledgers/dimensions/people.ts'
import { hands, partOf } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

/** How many sets the packing room makes of a kind of goods that it has plenty of. */
const sets = 6

/** The packing room puts gift sets together: one order half done on the last day, one that waits. */
export const makeSets = async (floor: Floor, scene: Scene): Promise<void> => {
  const { day, work } = scene
  const plenty = floor.items.filter((one) => floor.onHand(floor.main, one.id) >= sets * 4).slice(0, 2)
  const [first] = plenty
  if (first === undefined) return
  const set = await createEntity(work, item, {
    code: 'TZ001',
    name: '厨房礼盒套装',
    unit: 'ZHI',
    category: first.category,
    taxRate: 'VAT13',
    salePrice: '328',
  })
  await createEntity(work, workshop, {
    code: 'CJ1',
    name: '包装车间',
    department: floor.id(department, 'D05'),
    warehouse: floor.main,
    finishedWarehouse: floor.main,
    labourRate: '32',
    overheadRate: '8',
    overIssuePercent: '5',
  })
  const product = String(set.header['id'])
  await createEntity(work, bom, {
    name: '厨房礼盒套装 第一版',
    item: product,
    bomVersion: '1',
    validFrom: floor.agenda.first,
    labourHours: '0.25',
    components: plenty.map((one) => ({ component: one.id, quantity: '1' })),
  })
  const order = (quantity: number, days: number) =>
    scene.post(hands.keeper, workOrder, {
      item: product,
      quantity: String(quantity),
      workshop: 'CJ1',
      startsOn: day,
      promisedOn: addDays(day, days),
    })
  const running = await order(sets, 3)
  await scene.grow(hands.keeper, workOrder, running, materialIssue, {})
  for (const one of plenty) floor.take(floor.main, one.id, sets)
  await scene.post(hands.keeper, operationReport, {
    workshop: 'CJ1',
    lines: [{ workOrder: String(running.header['number']), operation: '装盒', hours: '1.5', good: '4' }],
  })
  await scene.grow(hands.keeper, workOrder, running, productionReceipt, {}, (lines) =>
    lines.map((line) => partOf(line, 4)),
  )
  await order(sets * 2, 10)
}
