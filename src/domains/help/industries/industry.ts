import type { JsonObject } from '../../../kernel/documents/draft.ts'

/** An item of the samples: code, name, unit, category, cost and price without tax, and how many there are at the beginning. */
export type SampleItem = readonly [
  code: string,
  name: string,
  unit: string,
  category: string,
  cost: string,
  price: string,
  opening: number,
]

/** What a company of one trade begins with (行业模板). All of it is ordinary data of the company, to be changed like any other. */
export interface Industry {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly about: string
  readonly settings: JsonObject
  /** Areas of the business that are switched on; others wait until they are wanted. */
  readonly modules: readonly string[]
  readonly roles: readonly string[]
  /** Numbering rules by type of document. */
  readonly numbering: Readonly<Record<string, string>>
  /** Accounts beside those of the standard: the name of the one above, what is added to its code, and its own name. */
  readonly accounts: readonly (readonly [above: string, code: string, name: string])[]
  readonly units: readonly (readonly [code: string, name: string, places: number])[]
  /** Categories of items, with the account their stock stands on where it is not that of goods. */
  readonly categories: readonly (readonly [code: string, name: string, stockAccount?: string])[]
  readonly cashAccounts: readonly (readonly [code: string, name: string, kind: 'bank' | 'other'])[]
  /** What money is spent on, with the name of its account. */
  readonly expenses: readonly (readonly [code: string, name: string, account: string])[]
  /** Fields of their own, by the type they are on. */
  readonly fields: Readonly<Record<string, readonly JsonObject[]>>
  readonly items: readonly SampleItem[]
  readonly customers: readonly string[]
  readonly suppliers: readonly string[]
}

/** The trade's everyday areas: enough to begin with. */
export const tradingModules = ['purchasing', 'sales', 'inventory', 'money', 'accounting', 'invoicing', 'tax'] as const

/** Who works in every company. */
export const everydayRoles = ['owner', 'accountant', 'cashier', 'buyer', 'seller', 'storekeeper', 'solo'] as const

/** Expenses that every company has. */
export const everydayExpenses = [
  ['BG', '办公费', '办公费'],
  ['YS', '运输费', '运输费'],
  ['ZD', '业务招待费', '业务招待费'],
  ['CL', '差旅费', '差旅费'],
  ['ZL', '房租', '租赁费'],
] as const
