import type { FastifyInstance } from 'fastify'
import { kebab } from '../../definition/define.ts'
import { queryOf, wholeNumber } from '../body.ts'
import { answer } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { readFilters } from '../../documents/list-filter.ts'
import { ledgerBalances, ledgerEntries } from '../../documents/ledger-questions.ts'

/** The books themselves: entries, and balances as of a day, as known at a moment, grouped by dimensions. */
export const ledgerRoutes = (app: FastifyInstance, context: ServerContext): void => {
  for (const ledger of context.installed.catalogue.ledgers.values()) {
    const path = `/api/ledgers/${kebab(ledger.name)}`
    const config = { right: `ledger.${ledger.name}` }
    app.get(`${path}/entries`, { config }, async (request) => {
      const query = queryOf(request)
      return answer(context, request, (work) =>
        ledgerEntries(work, ledger, {
          filters: readFilters(query['filter']),
          from: query['from'],
          to: query['to'],
          knownAt: query['known_at'],
          cursor: query['cursor'],
          limit: wholeNumber(query['limit'], 'limit'),
        }),
      )
    })
    app.get(`${path}/balances`, { config }, async (request) => {
      const query = queryOf(request)
      return answer(context, request, (work) =>
        ledgerBalances(work, ledger, {
          filters: readFilters(query['filter']),
          asOf: query['as_of'],
          knownAt: query['known_at'],
          groupBy: query['group_by']?.split(',').filter((name) => name !== ''),
        }),
      )
    })
  }
}
