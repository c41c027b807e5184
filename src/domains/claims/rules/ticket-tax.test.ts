import { describe, expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { deductibleTicketTax, isCertified, rateOfTicket, taxInTicket } from './ticket-tax.ts'
import type { TicketKind } from './ticket-tax.ts'

const taxOf = (kind: TicketKind, gross: string, untaxed?: string) =>
  taxInTicket({
    kind,
    gross: decimal(gross),
    untaxed: untaxed === undefined ? null : decimal(untaxed),
    rate: rateOfTicket(kind) ?? decimal(0),
  }).toString()

describe('the tax in a ticket', () => {
  test.each([
    ['rail', '109', undefined, '9'],
    ['rail', '553', undefined, '45.66'],
    ['air', '1140', '50', '90'],
    ['road', '103', undefined, '3'],
    ['ride', '51.5', undefined, '1.5'],
    ['toll', '206', undefined, '6'],
  ] as const)('%s of %s without %s holds %s', (kind, gross, untaxed, tax) => {
    expect(taxOf(kind, gross, untaxed)).toBe(tax)
  })
})

describe('what may be deducted', () => {
  const tax = decimal('9')
  test('is the tax of a special invoice and of passenger tickets', () => {
    const kinds: TicketKind[] = ['special', 'rail', 'air', 'road', 'ride', 'toll']
    for (const kind of kinds) expect(String(deductibleTicketTax({ taxpayer: 'general', kind, tax }))).toBe('9')
  })

  test('is nothing of an ordinary invoice, for welfare, or for a small-scale taxpayer', () => {
    expect(String(deductibleTicketTax({ taxpayer: 'general', kind: 'ordinary', tax }))).toBe('0')
    expect(String(deductibleTicketTax({ taxpayer: 'general', kind: 'rail', tax, notDeductible: true }))).toBe('0')
    expect(String(deductibleTicketTax({ taxpayer: 'smallScale', kind: 'special', tax }))).toBe('0')
  })

  test('waits for its certification, but for what is computed from a bus ticket or a ride', () => {
    expect([isCertified('special'), isCertified('rail'), isCertified('road'), isCertified('ride')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
