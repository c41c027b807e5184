import type { KnownParty } from '../match-question.ts'

/** Chance that is the same each time: a linear congruence. */
export const chanceFrom = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  return {
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    happens: (percent: number) => next() * 100 < percent,
    pick: <T>(things: readonly T[]): T => {
      const found = things[Math.floor(next() * things.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
export type Chance = ReturnType<typeof chanceFrom>

const places = ['宁波', '杭州', '上海', '苏州', '温州', '义乌', '绍兴', '嘉兴', '南京', '无锡']
const words = [
  '海蓝',
  '明达',
  '鑫源',
  '恒通',
  '瑞丰',
  '天成',
  '华美',
  '顺达',
  '永兴',
  '博文',
  '联创',
  '金桥',
  '启航',
  '宏图',
  '卓越',
  '远大',
]
const trades = ['文具', '商贸', '办公用品', '电子', '包装', '纸业', '科技', '百货', '印务', '塑料']

/** One of many parties whose names are alike. */
export const partyNamed = (chance: Chance, index: number, isCustomer: boolean): KnownParty => {
  const place = places[index % places.length] ?? ''
  const word = words[Math.floor(index / places.length) % words.length] ?? ''
  const trade = trades[(index * 7) % trades.length] ?? ''
  const account = `62${String(10_000_000_000 + index * 7_919 + (isCustomer ? 0 : 5_000_000))}`
  return {
    id: `${isCustomer ? 'C' : 'S'}${index}`,
    name: `${place}${word}${trade}有限公司`,
    shortName: `${word}${trade}`,
    isCustomer,
    isSupplier: !isCustomer,
    accounts: chance.happens(55) ? [account] : [],
  }
}

/** The name as banks print it. */
export const printed = (chance: Chance, name: string): string => {
  if (chance.happens(6)) return name.replace('有限公司', '（有限公司）')
  if (chance.happens(5)) return ` ${name}　`
  return name
}
