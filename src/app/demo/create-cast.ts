import type { Id } from '../../base/id.ts'
import { socialCreditCheckCharacter } from '../../base/social-credit-code.ts'
import type { AnyEntity } from '../../kernel/definition/record.ts'
import { createEntity, updateEntity } from '../../kernel/documents/entities.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import { allNamesOf } from '../../kernel/print/check-template.ts'
import { printTemplate } from '../../kernel/print/print-template.ts'
import { printer } from '../../kernel/print/printer.ts'
import { layoutJson } from '../../kernel/print/template/read-layout.ts'
import { standardLayout } from '../../kernel/print/template/standard-layout.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { item, itemCategory, unit } from '../../ledgers/dimensions/item.ts'
import { party } from '../../ledgers/dimensions/party.ts'
import { department, employee } from '../../ledgers/dimensions/people.ts'
import { branch } from '../../ledgers/dimensions/branch.ts'
import { cashAccount, warehouse } from '../../ledgers/dimensions/place.ts'
import { stockReason } from '../../domains/inventory/index.ts'
import { retailSale, salesDelivery } from '../../domains/sales/index.ts'
import { expenseItem } from '../../domains/money/index.ts'
import { barcodeOf, castItems, itemCategories, itemUnits } from './cast-items.ts'
import { castCustomers, castSuppliers } from './cast-parties.ts'
import {
  castBranches,
  castCashAccounts,
  castExpenseItems,
  castPeople,
  castReasons,
  castWarehouses,
  departments,
} from './cast-people.ts'

/** Ids of what was created, by type and code. */
export interface Cast {
  id(definition: AnyEntity, code: string): string
}

const taxNumberOf = (index: number): string => {
  const body = `91330200MA2${String(10_000 + index * 37).slice(0, 5)}`.padEnd(16, '0').slice(0, 16) + 'X'
  return body + (socialCreditCheckCharacter(body) ?? '0')
}

const created = async (work: Work, ids: Map<string, string>, definition: AnyEntity, input: JsonObject) => {
  const record = await createEntity(work, definition, input)
  ids.set(`${definition.name}/${String(record.header['code'])}`, String(record.header['id']))
}

const createPeople = async (work: Work, create: (definition: AnyEntity, input: JsonObject) => Promise<void>) => {
  for (const shop of castBranches) await create(branch, { ...shop })
  for (const [code, name] of departments) await create(department, { code, name })
  for (const { code, name, department: of, position, user, shop } of castPeople) {
    const level = position.endsWith('经理') ? '经理' : '员工'
    await create(employee, {
      code,
      name,
      position,
      level,
      department: of,
      branch: shop ?? null,
      username: user?.name ?? null,
    })
  }
  await updateEntity(work, warehouse, 'MAIN', {
    name: '主仓',
    keeper: 'E07',
    address: '宁波市鄞州区投资创业中心金源路 669 号',
  })
  for (const place of castWarehouses) await create(warehouse, { ...place })
  for (const account of castCashAccounts) await create(cashAccount, { ...account })
}

/** 送货单 on continuous paper and the counter's receipt, as the company has them printed, and the printer at the counter. */
const createPapers = async (work: Work, create: (definition: AnyEntity, input: JsonObject) => Promise<void>) => {
  for (const [type, paper, kind, name] of [
    [salesDelivery, '241', 'document', '送货单（三联）'],
    [retailSale, 'receipt80', 'receipt', '80 毫米小票'],
    [item, 'label60x40', 'label', '商品标签 60×40'],
  ] as const) {
    const layout = layoutJson(standardLayout(type, allNamesOf(work, type), paper))
    await create(printTemplate, { code: type.name, name, recordType: type.name, kind, layout, isDefault: true })
  }
  await create(printer, { code: 'QT', name: '前台小票机', language: 'escpos', drawer: true, place: '门店收银台' })
}

const createGoods = async (create: (definition: AnyEntity, input: JsonObject) => Promise<void>) => {
  for (const [code, name, places] of itemUnits) await create(unit, { code, name, places })
  for (const [code, name] of itemCategories) await create(itemCategory, { code, name })
  for (const [index, one] of castItems.entries()) {
    await create(item, {
      code: one.code,
      name: one.name,
      spec: one.spec,
      category: one.category,
      unit: one.unit,
      taxRate: 'VAT13',
      taxCode: '1080411990000000000',
      barcode: barcodeOf(11_720 + index),
      purchasePrice: one.cost,
      salePrice: one.price,
      safetyStock: String(one.carton * one.demand),
      brand: '启川',
      units: [{ unit: 'BOX', numerator: one.carton, denominator: 1 }],
    })
  }
}

const createParties = async (create: (definition: AnyEntity, input: JsonObject) => Promise<void>) => {
  for (const [index, one] of castCustomers.entries()) {
    const { code, name, short, contact, phone, address, region, level, paymentDays, creditLimit, salesperson } = one
    await create(party, {
      code,
      name,
      shortName: short,
      isCustomer: true,
      contact,
      phone,
      address,
      region,
      level,
      paymentDays,
      creditLimit,
      salesperson,
      taxNumber: contact === '' ? null : taxNumberOf(index),
      invoiceKind: level === 'c' ? 'ordinary' : 'special',
    })
  }
  for (const [index, one] of castSuppliers.entries()) {
    const { code, name, short, contact, phone, address, paymentDays, invoiceKind } = one
    await create(party, {
      code,
      name,
      shortName: short,
      isSupplier: true,
      contact,
      phone,
      address,
      paymentDays,
      invoiceKind,
      buyer: 'E06',
      taxNumber: taxNumberOf(100 + index),
    })
  }
}

/** Creates everything the play refers to: people, places, goods, customers and suppliers. */
export const createCast = async (work: Work): Promise<Cast> => {
  const ids = new Map<string, string>()
  const create = (definition: AnyEntity, input: JsonObject) => created(work, ids, definition, input)
  await createPeople(work, create)
  await createGoods(create)
  await createPapers(work, create)
  await createParties(create)
  for (const one of castExpenseItems) await create(expenseItem, { ...one })
  for (const one of castReasons) await create(stockReason, { ...one })
  for (const definition of [warehouse, cashAccount]) {
    const rows = await work.tx.rows<{ id: Id<'record'>; code: string }>(
      `select id, code from ${definition === warehouse ? 'warehouse' : 'cash_account'} where company_id = $1`,
      [work.company],
    )
    for (const { id, code } of rows) ids.set(`${definition.name}/${code}`, id)
  }
  return {
    id: (definition, code) => {
      const id = ids.get(`${definition.name}/${code}`)
      if (id === undefined) throw new Error(`the demo has no ${definition.name} ${code}`)
      return id
    },
  }
}
