import { expect, test } from 'vitest'
import { allowsAddress, isNetwork } from './key-addresses.ts'

test('addresses and networks are told from other text', () => {
  for (const good of ['203.0.113.7', '10.0.0.0/8', '2001:db8::1', '2001:db8::/32'])
    expect(isNetwork(good), good).toBe(true)
  for (const bad of ['', 'shop.example', '10.0.0.0/33', '10.0.0/8', '1.2.3.4/8/8', '10.0.0.0/x'])
    expect(isNetwork(bad), bad).toBe(false)
})

test('a key without addresses is used from everywhere, one with addresses from there alone', () => {
  expect(allowsAddress([], '198.51.100.1')).toBe(true)
  expect(allowsAddress(['10.0.0.0/8'], '10.9.8.7')).toBe(true)
  expect(allowsAddress(['10.0.0.0/8'], '::ffff:10.9.8.7')).toBe(true)
  expect(allowsAddress(['10.0.0.0/8'], '11.0.0.1')).toBe(false)
  expect(allowsAddress(['203.0.113.7'], '203.0.113.8')).toBe(false)
  expect(allowsAddress(['2001:db8::/32'], '2001:db8:1::5')).toBe(true)
  expect(allowsAddress(['10.0.0.0/8'], 'unknown')).toBe(false)
})
