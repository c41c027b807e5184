import type { FastifyInstance } from 'fastify'
import { kebab } from '../../definition/define.ts'
import { idsInScope } from '../../documents/in-scope.ts'
import { findRecords } from '../../search/find.ts'
import { queryOf, wholeNumber } from '../body.ts'
import { answer } from '../context.ts'
import type { ServerContext } from '../context.ts'

/** Search of everything: codes and numbers that begin so, then names, pinyin, initials; grouped by type. */
export const searchRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/search', { config: { right: 'session' } }, async (request) => {
    const query = queryOf(request)
    return answer(context, request, async (work) => {
      const { entities, documents, facets } = work.installed.catalogue
      const all = [...entities.values(), ...documents.values()].filter((one) => one.internal !== true)
      const wanted = query['type']?.split(',').map((name) => facets.get(name)?.entity.name ?? name)
      const readable = all.filter(
        (one) =>
          (wanted === undefined || wanted.includes(one.name)) &&
          [one.name, ...Object.keys((one.sort === 'entity' && one.facets) || {})].some((name) =>
            work.actor.may(`${name}.read`),
          ),
      )
      const limit = Math.min(wholeNumber(query['limit'], 'limit') ?? 20, 100)
      const found = await findRecords(
        work.tx,
        work.company,
        readable.map((one) => one.name),
        query['q'] ?? '',
        limit,
      )
      // The text is searched outside the policies; what is found is looked for once more in the reader's own sight.
      const shown = await Promise.all(
        [...Map.groupBy(found, (one) => one.type)].map(async ([type, records]) => {
          const definition = entities.get(type) ?? documents.get(type)
          return definition === undefined
            ? []
            : [
                ...(await idsInScope(
                  work,
                  definition,
                  records.map(({ id }) => id),
                )),
              ]
        }),
      )
      const ids = new Set(shown.flat())
      const groups = [
        ...Map.groupBy(
          found.filter((one) => ids.has(one.id)),
          (one) => one.type,
        ),
      ].map(([type, records]) => {
        const definition = entities.get(type) ?? documents.get(type)
        return {
          type,
          address: kebab(type),
          label: definition?.label ?? type,
          records: records.map(({ id, code, label }) => ({ id, code, label })),
        }
      })
      return { groups }
    })
  })
}
