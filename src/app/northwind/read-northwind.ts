import { decimal, round } from '../../base/decimal.ts'

/** A row of an INSERT statement; null where the file says NULL. */
export type SqlRow = readonly (string | null)[]

const literal = /\s*(?:'((?:[^']|'')*)'|([^',()]+))\s*(,|\)\s*;)/y

/** The values between the brackets of `INSERT INTO t VALUES (…);`. Throws a SyntaxError where it is none. */
export const readValues = (text: string): SqlRow => {
  const values: (string | null)[] = []
  literal.lastIndex = 0
  for (;;) {
    const match = literal.exec(text)
    if (match === null) throw new SyntaxError(`not a list of values: ${text.slice(0, 80)}`)
    const [, quoted, bare, end] = match
    const plain = bare?.trim()
    values.push(quoted !== undefined ? quoted.replaceAll("''", "'") : plain === 'NULL' ? null : (plain ?? null))
    if (end !== ',') return values
  }
}

/** The rows of a dump's INSERT statements, by table. A statement may run over several lines. */
export const readInserts = (sql: string): ReadonlyMap<string, readonly SqlRow[]> => {
  const tables = new Map<string, SqlRow[]>()
  for (const statement of sql.split(/^(?=INSERT INTO )/m)) {
    const match = /^INSERT INTO (\w+) VALUES \(([\s\S]*)/.exec(statement)
    if (match === null) continue
    const [, table = '', rest = ''] = match
    tables.set(table, [...(tables.get(table) ?? []), readValues(rest)])
  }
  return tables
}

export interface NorthwindOrder {
  readonly id: string
  readonly customer: string
  readonly employee: string
  readonly orderedOn: string
  readonly requiredOn: string
  readonly shippedOn: string | null
  readonly lines: readonly {
    readonly product: string
    readonly price: string
    readonly quantity: string
    readonly discount: string
  }[]
}

export interface NorthwindProduct {
  readonly id: string
  readonly name: string
  readonly supplier: string
  readonly category: string
  readonly spec: string
  readonly price: string
  readonly discontinued: boolean
}

export interface Northwind {
  readonly categories: readonly { readonly id: string; readonly name: string }[]
  readonly parties: readonly {
    readonly code: string
    readonly name: string
    readonly contact: string
    readonly phone: string
    readonly address: string
    readonly region: string
    readonly isSupplier: boolean
  }[]
  readonly employees: readonly { readonly code: string; readonly name: string; readonly position: string }[]
  readonly products: readonly NorthwindProduct[]
  readonly orders: readonly NorthwindOrder[]
}

const text = (value: string | null | undefined): string => value ?? ''

// The dump writes its four-byte floats with nine digits: 9.80000019 is 9.8, and 0.0500000007 five per cent.
const priceOf = (value: string | null | undefined) => round(text(value), 4).toString()
const percentOf = (value: string | null | undefined) => round(decimal(text(value)).times(100), 2).toString()

const partyOf = (row: SqlRow, isSupplier: boolean) => {
  const [id, name, contact, , street, city, , postcode, country, phone] = row
  return {
    code: isSupplier ? `S${text(id).padStart(2, '0')}` : text(id),
    name: text(name),
    contact: text(contact),
    phone: text(phone),
    address: [street, city, postcode, country].filter((part) => part !== null).join(', '),
    region: text(country),
    isSupplier,
  }
}

/** Reads the Northwind dump: https://github.com/pthom/northwind_psql (Ms-PL). */
export const readNorthwind = (sql: string): Northwind => {
  const tables = readInserts(sql)
  const of = (table: string) => tables.get(table) ?? []
  const details = Map.groupBy(of('order_details'), ([order]) => text(order))
  return {
    categories: of('categories').map(([id, name]) => ({ id: text(id), name: text(name) })),
    parties: [
      ...of('suppliers').map((row) => partyOf(row, true)),
      ...of('customers').map((row) => partyOf(row, false)),
    ],
    employees: of('employees').map(([id, last, first, title]) => ({
      code: `E${text(id)}`,
      name: `${text(first)} ${text(last)}`,
      position: text(title),
    })),
    products: of('products').map(([id, name, supplier, category, spec, price, , , , discontinued]) => ({
      id: text(id),
      name: text(name),
      supplier: `S${text(supplier).padStart(2, '0')}`,
      category: text(category),
      spec: text(spec),
      price: priceOf(price),
      discontinued: discontinued === '1',
    })),
    orders: of('orders').map(([id, customer, employee, orderedOn, requiredOn, shippedOn]) => ({
      id: text(id),
      customer: text(customer),
      employee: `E${text(employee)}`,
      orderedOn: text(orderedOn),
      requiredOn: text(requiredOn),
      shippedOn: shippedOn ?? null,
      lines: (details.get(text(id)) ?? []).map(([, product, price, quantity, discount]) => ({
        product: text(product),
        price: priceOf(price),
        quantity: text(quantity),
        discount: percentOf(discount),
      })),
    })),
  }
}
