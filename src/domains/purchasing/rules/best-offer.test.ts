import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { bestOffer, offersBySupplier } from './best-offer.ts'
import type { Offer } from './best-offer.ts'

const offer = (supplier: string, source: Offer['source'], price: string, more: Partial<Offer> = {}): Offer => ({
  item: 'pen',
  supplier,
  source,
  number: `${supplier}-${source}`,
  line: null,
  price: decimal(price),
  from: decimal(0),
  leadDays: null,
  minimumOrder: null,
  orderMultiple: null,
  isPreferred: false,
  saidOn: null,
  ...more,
})

describe('of what suppliers offer', () => {
  test('the lowest promised price is taken, not the lower one that was once paid', () => {
    const offers = [offer('a', 'quotation', '10'), offer('b', 'agreement', '9.5'), offer('c', 'lastPrice', '8')]
    expect(bestOffer(offers, decimal(1))?.number).toBe('b-agreement')
    expect(bestOffer(offers.slice(2), decimal(1))?.number).toBe('c-lastPrice')
  })

  test('a quantity break counts from its quantity on', () => {
    const offers = [offer('a', 'quotation', '10'), offer('b', 'quotation', '9', { from: decimal(100) })]
    expect(bestOffer(offers, decimal(99))?.supplier).toBe('a')
    expect(bestOffer(offers, decimal(100))?.supplier).toBe('b')
  })

  test('the preferred supplier goes before a lower price, the sooner delivery decides between equal ones', () => {
    const offers = [offer('a', 'agreement', '10', { isPreferred: true }), offer('b', 'quotation', '9')]
    expect(bestOffer(offers, decimal(1))?.supplier).toBe('a')
    const equal = [offer('a', 'quotation', '9', { leadDays: 10 }), offer('b', 'quotation', '9', { leadDays: 3 })]
    expect(bestOffer(equal, decimal(1))?.supplier).toBe('b')
  })

  test('each supplier is compared by its own best', () => {
    const offers = [
      offer('a', 'quotation', '10'),
      offer('a', 'quotation', '9', { from: decimal(50) }),
      offer('b', 'quotation', '9.5'),
    ]
    expect(offersBySupplier(offers, decimal(60)).map((one) => `${one.supplier} ${one.price.toString()}`)).toEqual([
      'a 9',
      'b 9.5',
    ])
    expect(offersBySupplier(offers, decimal(10)).map((one) => one.supplier)).toEqual(['b', 'a'])
  })
})
