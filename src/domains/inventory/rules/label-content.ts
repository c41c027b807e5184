import { gtinForms, isGtin } from '../../../base/gs1/gtin.ts'
import { writeBracketed, writeElementString } from '../../../base/gs1/element-strings.ts'
import type { Gs1Element } from '../../../base/gs1/element-strings.ts'
import { code128 } from '../../../base/symbols/code128.ts'
import { ean13 } from '../../../base/symbols/ean13.ts'

/** What stands on a label. */
export interface LabelGoods {
  readonly code: string
  readonly barcode: string | null
  readonly lot: string | null
  readonly serial: string | null
  /** ISO days. */
  readonly producedOn: string | null
  readonly expiresOn: string | null
}

/** A label's symbol: what it says, as people read it, and as bars; text for a two-dimensional one. */
export interface LabelSymbol {
  readonly text: string
  readonly bars: readonly number[]
  readonly link: string
}

const sixDigits = (day: string): string => day.replaceAll('-', '').slice(2)

const elementsOf = (goods: LabelGoods, gtin: string): Gs1Element[] => [
  { identifier: '01', data: gtin },
  ...(goods.producedOn === null ? [] : [{ identifier: '11', data: sixDigits(goods.producedOn) }]),
  ...(goods.expiresOn === null ? [] : [{ identifier: '17', data: sixDigits(goods.expiresOn) }]),
  ...(goods.lot === null ? [] : [{ identifier: '10', data: goods.lot }]),
  ...(goods.serial === null ? [] : [{ identifier: '21', data: goods.serial }]),
]

/** GS1 data holds at most twenty of its 82 characters; a lot of other characters stands beside the code in words alone. */
const fitsGs1 = (text: string | null): boolean =>
  text === null || /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/u.test(text)

const linkOf = (elements: readonly Gs1Element[]): string => {
  const of = (identifier: string) => elements.find((one) => one.identifier === identifier)?.data
  const path = ['01', '10', '21'].flatMap((identifier) => {
    const data = of(identifier)
    return data === undefined ? [] : [`${identifier}/${encodeURIComponent(data)}`]
  })
  const days = ['11', '17'].flatMap((identifier) => {
    const data = of(identifier)
    return data === undefined ? [] : [`${identifier}=${data}`]
  })
  return `https://id.gs1.org/${path.join('/')}${days.length === 0 ? '' : `?${days.join('&')}`}`
}

const isAscii = (text: string): boolean => /^[ -~]+$/u.test(text)

/**
 * The symbol of a label: EAN-13 of an item alone, GS1-128 with its lot, unit and days where it has a GTIN; else Code 128 of the
 * unit's number, the lot's, or the item's code. What Code 128 cannot write has no bars.
 */
export const labelSymbol = (goods: LabelGoods): LabelSymbol => {
  const gtin = goods.barcode !== null && isGtin(goods.barcode) ? (gtinForms(goods.barcode)[0] ?? null) : null
  if (gtin !== null && fitsGs1(goods.lot) && fitsGs1(goods.serial)) {
    const elements = elementsOf(goods, gtin)
    const isPlain = elements.length === 1 && gtin.startsWith('0')
    return {
      text: isPlain ? gtin.slice(1) : writeBracketed(elements),
      bars: isPlain ? ean13(gtin.slice(1)) : code128(writeElementString(elements)),
      link: linkOf(elements),
    }
  }
  const text = goods.serial ?? goods.lot ?? goods.barcode ?? goods.code
  return { text, bars: isAscii(text) ? code128(text) : [], link: text }
}
