import { describe, expect, it } from 'vitest'
import { english } from './language/en.ts'
import { chinese } from './language/zh-cn.ts'
import { chooseLanguage, t } from './language.ts'

describe('the words', () => {
  it('fill in their values in both languages', () => {
    expect(t('lines.count', { count: 9 })).toBe('9 行')
    chooseLanguage('en')
    expect(t('lines.count', { count: 9 })).toBe('9 lines')
    chooseLanguage('zh-CN')
  })

  it('have the same places to fill in every language', () => {
    const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()
    for (const [word, text] of Object.entries(chinese)) {
      const other = Object.entries(english).find(([key]) => key === word)?.[1] ?? ''
      expect([word, ...places(other)]).toEqual([word, ...places(text)])
    }
  })
})
