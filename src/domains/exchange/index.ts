import { defineDomain } from '../../kernel/definition/domain.ts'
import { bookExchange } from './reports/book-exchange.ts'

/** 数据交换: the books in the layouts of other programs and of the law. */
export const exchange = defineDomain({
  name: 'exchange',
  label: '数据交换',
  english: 'Data exchange',
  reports: [bookExchange],
})
