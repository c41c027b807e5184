import type { ServerDomain } from '../../kernel/documents/installed.ts'
import { exchange } from './index.ts'
import { bookExchangeRun } from './reports/book-exchange.run.ts'

export const exchangeServer: ServerDomain = { name: exchange.name, reports: [bookExchangeRun] }
