import { decimal } from '../../../base/decimal.ts'
import type { Message } from '../../../kernel/definition/problem.ts'
import type { AlertKind } from './alert-kinds.ts'

/** An alert with the names of what it is about. */
export interface NamedAlert {
  readonly kind: AlertKind
  readonly itemId: string
  readonly code: string
  readonly name: string
  /** The warehouse; null where the item as a whole is meant. */
  readonly place: string | null
  readonly lot: string | null
  readonly quantity: string
  readonly limit: string
}

/** Why, where the goods are named beside it: the figure and the limit it breaks. */
export const alertReason = ({ kind, quantity, limit }: Pick<NamedAlert, 'kind' | 'quantity' | 'limit'>): string => {
  const there = decimal(quantity).toString()
  const reasons: Readonly<Record<AlertKind, string>> = {
    low: `只有 ${there}，低于下限 ${limit}`,
    over: `有 ${there}，高于上限 ${limit}`,
    safety: `可用 ${there}，低于安全库存 ${limit}`,
    expired: `${limit} 到期`,
    expiring: `${limit} 到期`,
    still: `已 ${limit} 天没有出入库`,
    cover: `按近期出库还能用 ${limit} 天`,
  }
  return reasons[kind]
}

/** What is wrong, in a sentence that names the figure and the limit it breaks. */
export const alertWords = ({ kind, code, name, place, lot, quantity, limit }: NamedAlert): Message => {
  const goods = `${code} ${name}`
  const where = place === null ? { zh: '', en: '' } : { zh: ` ${place}`, en: ` in ${place}` }
  const there = decimal(quantity).toString()
  const bound = ['low', 'over', 'safety'].includes(kind) ? decimal(limit).toString() : limit
  const words: Readonly<Record<AlertKind, Message>> = {
    low: {
      zh: `短缺：${goods}${where.zh} 只有 ${there}，低于下限 ${bound}`,
      en: `Short: ${goods}${where.en}, ${there} is below the minimum of ${bound}`,
    },
    over: {
      zh: `超储：${goods}${where.zh} 有 ${there}，高于上限 ${bound}`,
      en: `Too much: ${goods}${where.en}, ${there} is above the maximum of ${bound}`,
    },
    safety: {
      zh: `低于安全库存：${goods} 可用 ${there}，安全库存 ${bound}`,
      en: `Below safety stock: ${goods}, ${there} available of ${bound}`,
    },
    expired: {
      zh: `已过期：${goods}${where.zh} 批号 ${lot ?? ''} 共 ${there}，${bound} 到期`,
      en: `Expired: ${goods}${where.en}, lot ${lot ?? ''}, ${there}, on ${bound}`,
    },
    expiring: {
      zh: `临期：${goods}${where.zh} 批号 ${lot ?? ''} 共 ${there}，${bound} 到期`,
      en: `Expiring: ${goods}${where.en}, lot ${lot ?? ''}, ${there}, on ${bound}`,
    },
    still: {
      zh: `呆滞：${goods} 共 ${there}，已 ${bound} 天没有出入库`,
      en: `Still: ${goods}, ${there}, has not moved for ${bound} days`,
    },
    cover: {
      zh: `周转过慢：${goods} 共 ${there}，按近期出库还能用 ${bound} 天`,
      en: `Slow: ${goods}, ${there} lasts ${bound} days at the pace of late`,
    },
  }
  return words[kind]
}
