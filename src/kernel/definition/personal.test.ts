import { describe, expect, test } from 'vitest'
import { isCitizenNumber, maskPersonal } from './personal.ts'

describe('personal data', () => {
  test('is masked so that it is known again by who knows it, and by nobody else', () => {
    expect(maskPersonal('phone', '13812345678')).toBe('138****5678')
    expect(maskPersonal('phone', '010-62345678')).toBe('010*****5678')
    expect(maskPersonal('phone', '12345')).toBe('*****')
    expect(maskPersonal('account', '工商银行 6222021234567890123')).toBe('************0123')
    expect(maskPersonal('idNumber', '11010519491231002X')).toBe('110***********002X')
    expect(maskPersonal('email', 'wang.wu@example.com')).toBe('w***@example.com')
    expect(maskPersonal('address', '北京市海淀区中关村大街1号')).toBe('北京市海淀区*******')
    expect(maskPersonal('phone', '')).toBe('')
  })

  test('an identity number is checked by its day and its last character (the example of GB 11643-1999)', () => {
    expect(isCitizenNumber('11010519491231002X')).toBe(true)
    expect(isCitizenNumber('440524188001010014')).toBe(true)
    expect(isCitizenNumber('110105194912310021')).toBe(false)
    expect(isCitizenNumber('11010519490231002X')).toBe(false)
    expect(isCitizenNumber('11010519491231002x')).toBe(false)
    expect(isCitizenNumber('123')).toBe(false)
  })
})
