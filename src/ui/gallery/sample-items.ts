import type { Reference, ReferenceSource } from '../field/field.ts'

const rows: readonly (readonly [
  code: string,
  name: string,
  spec: string,
  unit: string,
  available: string,
  price: string,
  date: string,
  initials: string,
])[] = [
  ['10010116', '不锈钢复底奶锅', '16cm', '只', '388', '76', '01-08', 'bxgfdng'],
  ['10010118', '不锈钢复底奶锅', '18cm', '只', '264', '86', '01-08', 'bxgfdng'],
  ['10010120', '不锈钢复底汤锅', '20cm / 2.4L', '只', '451', '108', '12-26', 'bxgfdtg'],
  ['10010124', '不锈钢复底汤锅', '24cm / 3.6L', '只', '318', '128', '01-08', 'bxgfdtg'],
  ['10010128', '不锈钢复底汤锅', '28cm / 5.8L', '只', '142', '168', '12-11', 'bxgfdtg'],
  ['10010228', '不锈钢双层蒸锅', '28cm', '只', '87', '192', '12-11', 'bxgsczg'],
  ['10010332', '不锈钢中式炒锅', '32cm 三层钢', '只', '0', '246', '批发价', 'bxgzscg'],
  ['10020132', '麦饭石不粘炒锅', '32cm 带盖', '只', '1206', '139', '01-09', 'mfsbzcg'],
  ['10020228', '麦饭石不粘煎锅', '28cm', '只', '764', '89', '01-09', 'mfsbzjg'],
  ['10030105', '304 真空保温杯', '500ml 墨绿', '只', '96', '59', '01-12', '304zkbwb'],
  ['10030119', '304 真空保温壶', '1.9L 米白', '只', '210', '116', '01-12', '304zkbwh'],
  ['10040103', '硅胶厨具三件套', '铲 / 勺 / 漏勺', '套', '1840', '45', '12-19', 'gjcjsjt'],
  ['10050116', '钢化玻璃锅盖', '32cm', '只', '560', '18', '12-02', 'ghblgg'],
]

export const sampleItems: readonly Reference[] = rows.map(([code, name, spec, unit, available, price, date]) => ({
  id: `item-${code}`,
  code,
  name,
  details: { spec, unit, available, price, date },
}))

/** Answers as a server would: by code, name, spec and pinyin initials, a moment later. */
export const itemSource: ReferenceSource = {
  key: 'item',
  label: '商品',
  columns: [
    { key: 'code', label: '编码' },
    { key: 'name', label: '名称' },
    { key: 'spec', label: '规格' },
    { key: 'available', label: '可用量', align: 'end', format: {} },
    { key: 'price', label: '上次售价', align: 'end', format: { min: 2 } },
    { key: 'date', label: '日期', align: 'end', tone: 'faint' },
  ],
  search: (query) =>
    new Promise((resolve) => {
      setTimeout(() => {
        const wanted = query.toLowerCase()
        const found = rows.flatMap((row, index) => {
          const item = sampleItems[index]
          const hit = row.some((text, place) => place !== 4 && place !== 5 && text.toLowerCase().includes(wanted))
          if (!hit || item === undefined) return []
          const match = row[7].startsWith(wanted) && wanted !== '' ? row[1].slice(0, wanted.length) : ''
          return [{ ...item, details: { ...item.details, match } }]
        })
        resolve({ rows: found, total: found.length, note: '成品一仓' })
      }, 30)
    }),
  browse: () => Promise.resolve(null),
  create: () => Promise.resolve(null),
}

function plainSource(key: string, label: string, names: readonly string[]): ReferenceSource {
  return {
    key,
    label,
    columns: [
      { key: 'code', label: '编码' },
      { key: 'name', label: '名称' },
    ],
    search: (query) =>
      Promise.resolve({
        rows: names.flatMap((name, index) =>
          name.includes(query) ? [{ id: `${key}-${index}`, code: `C00${12 + index}`, name }] : [],
        ),
      }),
  }
}

export const customerSource = plainSource('customer', '客户', [
  '杭州百联家居有限公司',
  '上海优厨贸易有限公司',
  '苏州悦厨电器有限公司',
  '义乌市鸿运日用百货商行',
  '合肥万家厨具批发部',
])
