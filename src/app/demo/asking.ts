import { addDays, addMonths, lastOfMonth, firstOfMonth } from '../../base/calendar-date.ts'
import { purchasePlan, salesForecast } from '../../domains/planning/index.ts'
import {
  purchaseBudget,
  purchaseRequest,
  requestForQuotation,
  supplierPrice,
  supplierQuotation,
} from '../../domains/purchasing/index.ts'
import { convertDocument } from '../../kernel/documents/convert.ts'
import { createEntity, updateEntity } from '../../kernel/documents/entities.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import { item } from '../../ledgers/dimensions/item.ts'
import { department, employee } from '../../ledgers/dimensions/people.ts'
import { castSuppliers } from './cast-parties.ts'
import { hands, percentOf } from './shop-floor.ts'
import type { Floor, Goods } from './shop-floor.ts'
import type { Scene } from './stage.ts'

const piecesFor = (goods: Goods, weeks: number) =>
  String(Math.max(1, Math.ceil((goods.weekly * weeks) / goods.carton)) * goods.carton)

/** The year's agreements with two suppliers, and what each department may spend. */
export const agreeOnPrices = async (floor: Floor, scene: Scene): Promise<void> => {
  const { day, work } = scene
  for (const supplier of castSuppliers.slice(0, 3)) {
    const goods = floor.items.filter((one) => supplier.supplies.includes(one.category)).slice(0, 6)
    if (goods.length === 0) continue
    await createEntity(work, supplierPrice, {
      name: `${supplier.short}${day.slice(0, 4)}年度协议`,
      supplier: floor.supplier(supplier.code),
      validFrom: day,
      prices: goods.map((one) => ({
        item: one.id,
        price: one.cost,
        leadDays: supplier.leadDays,
        minimumOrder: String(one.carton * 2),
        orderMultiple: String(one.carton),
      })),
    })
  }
  // A budget is of a year; the history begins in one and ends in the next.
  for (const year of [Number(day.slice(0, 4)), Number(day.slice(0, 4)) + 1]) {
    for (const [code, amount] of [
      ['D04', '60000'],
      ['D07', '8000'],
    ] as const)
      await scene.post(hands.buyer, purchaseBudget, {
        department: floor.id(department, code),
        year,
        reason: '年度采购预算',
        lines: Array.from({ length: 12 }, (_, month) => ({ month: month + 1, amount })),
      })
  }
}

/** Goods of one category, as many as there are up to a count. */
const some = (floor: Floor, count: number, at = 0) => floor.items.slice(at, at + count)

const requests = async (floor: Floor, scene: Scene): Promise<void> => {
  const { day } = scene
  const ask = (who: string, purpose: string, goods: readonly Goods[], weeks: number): JsonObject => ({
    requester: floor.id(employee, who),
    neededOn: addDays(day, 14),
    warehouse: floor.main,
    purpose,
    lines: goods.map((one) => ({ item: one.id, quantity: piecesFor(one, weeks) })),
  })
  await scene.post(hands.buyer, purchaseRequest, ask('E06', '旺季备货', some(floor, 3), 2))
  await scene.post(hands.keeper, purchaseRequest, ask('E11', '门店补样', some(floor, 2, 2), 1))
  await scene.write(hands.keeper, purchaseRequest, ask('E11', '门店陈列扩容', some(floor, 3, 1), 6))
}

/** Three suppliers are asked for the same goods; two have answered. */
const inquiry = async (floor: Floor, scene: Scene): Promise<void> => {
  const goods = some(floor, 3, 4)
  const asked = castSuppliers.slice(0, 3)
  const record = await scene.post(hands.buyer, requestForQuotation, {
    subject: '下季度主力品询价',
    replyBy: addDays(scene.day, 5),
    buyer: floor.id(employee, 'E06'),
    lines: goods.map((one) => ({ item: one.id, quantity: piecesFor(one, 4), neededOn: addDays(scene.day, 20) })),
    suppliers: asked.map((one) => ({ supplier: floor.supplier(one.code), contact: one.contact })),
  })
  for (const [index, supplier] of asked.slice(0, 2).entries()) {
    const { draft } = await convertDocument(
      scene.work,
      requestForQuotation,
      String(record.header['id']),
      supplierQuotation.name,
    )
    const lines = JSON.parse(JSON.stringify(draft.lines)) as JsonObject[]
    await scene.post(hands.buyer, supplierQuotation, {
      supplier: floor.supplier(supplier.code),
      buyer: floor.id(employee, 'E06'),
      validTo: addDays(scene.day, 60),
      lines: lines.map((line, at) => ({
        ...line,
        price: percentOf(goods[at]?.cost ?? '1', index === at % 2 ? 97 : 101),
        leadDays: supplier.leadDays,
        minimumOrder: String(goods[at]?.carton ?? 1),
      })),
    })
  }
}

const plans = async (floor: Floor, scene: Scene): Promise<void> => {
  const month = firstOfMonth(addMonths(scene.day, 1))
  await scene.post(hands.clerk, salesForecast, {
    subject: '下月销售预测',
    startsOn: month,
    endsOn: lastOfMonth(month),
    lines: some(floor, 4).map((one) => ({ item: one.id, quantity: piecesFor(one, 5) })),
  })
  await scene.post(hands.buyer, purchasePlan, {
    subject: '本月采购计划',
    startsOn: firstOfMonth(scene.day),
    endsOn: lastOfMonth(scene.day),
    buyer: floor.id(employee, 'E06'),
    lines: some(floor, 6).map((one) => ({ item: one.id, quantity: piecesFor(one, 4), price: one.cost })),
  })
}

/** What lies on the desks of the front office on the last day: requests, an inquiry with answers, a forecast, a plan. */
export const askForMore = async (floor: Floor, scene: Scene): Promise<void> => {
  for (const goods of some(floor, 12)) {
    await updateEntity(scene.work, item, goods.id, {
      minimumStock: String(Math.ceil(goods.weekly)),
      maximumStock: String(Math.ceil(goods.weekly * 8)),
      leadDays: 7,
    })
  }
  await requests(floor, scene)
  await inquiry(floor, scene)
  await plans(floor, scene)
}
