declare const idBrand: unique symbol

/** The identity of a record of one type: a UUID of version 7 that only that type's references accept. */
export type Id<Name extends string> = string & { readonly [idBrand]: Name }

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const hex = Array.from({ length: 256 }, (_unused, byte) => byte.toString(16).padStart(2, '0'))
/** Random bytes are fetched many at a time; one by one they cost more than all the rest of an id. */
const pool = new Uint8Array(4096)
let used = pool.length

const randomByte = (): number => {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += 1
  return pool[used - 1] ?? 0
}

let lastMoment = 0
let counter = 0

/** Moves on in time or, within one millisecond, in the twelve bits after it; when those run out, borrows the next. */
function advance(): void {
  const moment = Date.now()
  if (moment > lastMoment) {
    lastMoment = moment
    counter = ((randomByte() << 8) | randomByte()) & 0x7ff
    return
  }
  counter += 1
  if (counter > 0xfff) {
    lastMoment += 1
    counter = 0
  }
}

/**
 * A new id: UUIDv7 (RFC 9562), always greater than the one before it in this process. It says nothing about business
 * order; only locality in the index comes from it.
 */
export function newId<Name extends string>(): Id<Name> {
  advance()
  const time = lastMoment.toString(16).padStart(12, '0')
  let tail = hex[(randomByte() & 0x3f) | 0x80] ?? ''
  for (let byte = 1; byte < 8; byte += 1) tail += hex[randomByte()] ?? ''
  const middle = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Name>
}

/** Whether the text is an id of this product's making: a lower-case UUIDv7. */
export function isId<Name extends string>(text: string): text is Id<Name> {
  return idPattern.test(text)
}

/** Whether the text is a lower-case UUID of any version, as other systems make them. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}
