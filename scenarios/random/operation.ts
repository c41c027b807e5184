import type { World } from './world.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'

/** Something that is done to the books: everything random about it is decided before it runs, so that a run can be repeated. */
export interface Operation {
  readonly name: string
  run(): Promise<void>
}

/** So many, and hundredths of one. */
export const decimals = (whole: number, cents: number) => `${whole}.${String(cents).padStart(2, '0')}`

export const priceOf = ({ chance }: World) => decimals(chance.between(1, 30), chance.between(0, 99))
export const quantityOf = ({ chance }: World, most = 24) =>
  chance.happens(15) ? decimals(chance.between(0, most), chance.between(1, 99)) : String(chance.between(1, most))

/** Keeps what was made, to go on from it. */
export const remember = (world: World, type: AnyDocument, record: LoadedRecord) => {
  const id = String(record.header['id'])
  if (!world.made.some((one) => one.id === id)) world.made.push({ type, id })
}
