import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kebab } from '../kernel/definition/define.ts'
import { library } from '../domains/help/library/read-library.ts'
import { indexLibrary, searchLibrary } from '../domains/help/library/search-library.ts'
import { catalogue } from './domains.ts'
import { installed } from './product.ts'

/** What every person in trade knows without being told. */
const obvious = new Set('商品 数量 客户 供应商 金额 部门 名称 年度 日期 公司名称 原批号 新批号'.split(' '))
const explained = new Set(installed.terms.map(([label]) => label))

describe('[HLP-01] fields explain themselves', () => {
  test('every required field of a document that is not obvious has help, and every list of them one place', () => {
    const documents = [...catalogue.documents.values()].filter((one) => one.internal !== true)
    const silent = documents.flatMap((document) =>
      [document.header, ...Object.values(document.tables).map((table) => table.fields)].flatMap((fields) =>
        Object.entries(fields).flatMap(([name, field]) =>
          field.required &&
          field.hidden !== true &&
          field.computed !== true &&
          field.help === undefined &&
          !explained.has(field.label) &&
          !obvious.has(field.label)
            ? [`${document.name}.${name} ${field.label}`]
            : [],
        ),
      ),
    )
    expect(silent).toEqual([])
    expect(explained.size).toBe(installed.terms.length)
  })

  test('and what people ask about most is explained, in both languages', () => {
    for (const word of ['暂估', '价税合计', '开票方式', '抹零', '信用额度', '成本方法'])
      expect(explained, word).toContain(word)
    for (const [label, chinese, english] of installed.terms) {
      expect(chinese.length, label).toBeGreaterThan(4)
      expect(english, label).toMatch(/^[\u0020-\u007e’“”]+$/u)
    }
  })
})

describe('[HLP-07] the library', () => {
  const pages = library()
  const articles = pages.filter((page) => page.sort === 'article')
  const index = indexLibrary(pages)
  const links = (text: string) =>
    [...text.matchAll(/\]\((?<to>[^)\s]+)\)/gu)].map((found) => found.groups?.['to'] ?? '')

  test('has at least twenty articles in own words, each with a way to where one does it', () => {
    expect(articles.length).toBeGreaterThanOrEqual(20)
    for (const { name, text, english } of articles) {
      expect(english, name).not.toBe('')
      expect(text.length, name).toBeGreaterThan(120)
      expect(links(text).filter((to) => to.startsWith('/')).length, name).toBeGreaterThan(0)
    }
  })

  test('leads only to pages, reports, lists and processes that there are', () => {
    const kinds: Readonly<Record<string, ReadonlySet<string>>> = {
      report: new Set([...catalogue.reports.keys()].map(kebab)),
      process: new Set([...catalogue.processes.keys()].map(kebab)),
      list: new Set(
        [...catalogue.entities.keys(), ...catalogue.documents.keys(), ...catalogue.facets.keys()].map(kebab),
      ),
      new: new Set(
        [...catalogue.entities.keys(), ...catalogue.documents.keys(), ...catalogue.facets.keys()].map(kebab),
      ),
    }
    const broken = articles.flatMap(({ name, text }) =>
      links(text).filter((to) => {
        const [, kind = '', what = ''] = to.split('?')[0]?.split('/') ?? []
        if (to.startsWith('../guide/')) return !existsSync(`docs/guide/${to.slice(9)}`)
        return !to.startsWith('/') || (kinds[kind] !== undefined && !kinds[kind].has(what)) || name === ''
      }),
    )
    expect(broken).toEqual([])
  })

  test.each([
    ['安全库存', 'safety-stock'],
    ['zlfx', 'receivable-aging'],
    ['pandian', 'counting-methods'],
    ['月结', 'month-end-five-steps'],
    ['信用 额度', 'credit-management'],
    ['ABC', 'abc-analysis'],
    ['Safety stock', 'safety-stock'],
  ])('is searched by words, pinyin and initials: %s', (query, name) => {
    expect(
      searchLibrary(index, query)
        .map((hit) => hit.name)
        .slice(0, 3),
    ).toContain(name)
  })

  test('of the guide finds the part that answers', () => {
    const [first] = searchLibrary(index, '反审核 变更')
    expect(first).toMatchObject({ name: '01-getting-started', heading: '单据的一生' })
    expect(searchLibrary(index, '没有这样的东西')).toEqual([])
    expect(searchLibrary(index, '').length).toBe(pages.length)
  })
})
