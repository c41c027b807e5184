import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isCalendarDate } from '../../../base/calendar-date.ts'
import { newCompanyId, enterCompany } from '../../access/companies.ts'
import { kebab } from '../../definition/define.ts'
import { Problem, fieldProblem, notFound } from '../../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../../definition/record.ts'
import { actOn } from '../../documents/actions.ts'
import { convertDocument } from '../../documents/convert.ts'
import { createDocument, deleteDocument, findDocument, updateDocument } from '../../documents/documents.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { createEntity, deleteEntity, findEntity, updateEntity } from '../../documents/entities.ts'
import { documentActions, isDocumentAction } from '../../documents/lifecycle.ts'
import { withHiddenOfSources } from '../../documents/hidden-of-source.ts'
import { refuseOutOfScope } from '../../documents/in-scope.ts'
import { listRecords } from '../../documents/list.ts'
import type { ListQuery } from '../../documents/list.ts'
import { readFilters } from '../../documents/list-filter.ts'
import { previewProposals } from '../../documents/preview.ts'
import type { LoadedRecord } from '../../documents/load.ts'
import { postSaved } from '../../documents/post-saved.ts'
import { trace } from '../../documents/links.ts'
import type { Work } from '../../posting/work.ts'
import { bodyOf, pathPart, queryOf, wholeNumber } from '../body.ts'
import { notedSheet } from '../note-export.ts'
import { listSheet } from '../../transfer/list-sheet.ts'
import { answer, callerOf, change, expectedVersion } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { draftJson, proposedJson } from '../draft-json.ts'
import { addressIn, addressOf, documentIn, ownAddress, ownPath, routeRight } from '../company-address.ts'
import { recordAnswer } from '../record-answers.ts'
import type { Address } from '../record-answers.ts'
import { sendSheet, sheetFormat } from '../send-sheet.ts'
import { inWork } from '../work.ts'
import { historyOf } from '../history.ts'
import { printsOf } from '../../print/printed-records.ts'
import { handOverRoutes } from './hand-over.ts'
import { printRoutes } from './print.ts'
import { tagRoutes } from './tags.ts'
import { attachmentRoutes } from './attachments.ts'
import { remarkRoutes } from './talk.ts'

/** Every address records are reached at: entities, their roles, documents. */
export const addressesOf = (context: ServerContext): Address[] => {
  const { entities, documents, facets } = context.installed.catalogue
  return [
    ...[...entities.values()].map((definition) => ({ definition, name: definition.name })),
    ...[...facets].map(([name, { entity, facet }]) => ({ definition: entity, name, flag: facet.flag })),
    ...[...documents.values()].map(addressOf),
  ]
}

/** Finds a record by id, or by number or code. */
export const findRecord = (
  work: Work,
  definition: AnyEntity | AnyDocument,
  key: string,
  options: { lock?: boolean; version?: number | undefined } = {},
) =>
  definition.sort === 'document'
    ? findDocument(work, definition, key, options)
    : findEntity(work, definition, key, options)

const listRoute = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.get(path, { config: { right: routeRight(address, 'read') } }, async (request, reply) => {
    const query = queryOf(request)
    const format = sheetFormat(query['format'])
    const question: ListQuery = {
      filters: readFilters(query['filter']),
      sort: query['sort'],
      q: query['q'],
      cursor: query['cursor'],
      limit: wholeNumber(query['limit'], 'limit'),
      totals: query['totals'] === '1',
      flag: address.flag,
    }
    const shaped = (work: Work) => addressIn(work, request, address)
    if (format === undefined)
      return answer(context, request, (work) => listRecords(work, shaped(work).definition, question))
    const [here, viewer] = await answer(context, request, async (work) => [
      shaped(work),
      { actor: work.actor, stamps: work.stamps },
    ])
    const sheet = await listSheet(here.definition, labelOf(context, here), viewer, question, (ask) =>
      answer(context, request, ask),
    )
    const noted = notedSheet(context, request, sheet, { type: address.definition.name, format })
    return sendSheet(reply, noted, format, context.dataDir)
  })
}

/** What an address is called: a role by its own label. */
const labelOf = (context: ServerContext, address: Address): string =>
  context.installed.catalogue.facets.get(address.name)?.facet.label ?? address.definition.label

const thenActions = (definition: AnyDocument, caller: { may(right: string): boolean }, text: string | undefined) => {
  if (text === undefined || text === '' || text === 'draft') return []
  return text.split(',').map((name) => {
    if (!isDocumentAction(name) || name === 'amend' || name === 'reverse' || name === 'approve') {
      throw new Problem('malformed', {
        zh: `then 不能是“${name.slice(0, 40)}”`,
        en: `then cannot be ${name.slice(0, 40)}`,
      })
    }
    if (!caller.may(`${definition.name}.${name}`)) {
      throw new Problem('forbidden', {
        zh: `需要权限：${definition.name}.${name}`,
        en: `It needs the right ${definition.name}.${name}`,
      })
    }
    return name
  })
}

const createRecord = async (
  work: Work,
  address: Address,
  body: JsonObject,
  request: FastifyRequest,
): Promise<LoadedRecord> => {
  const { definition, flag } = address
  if (definition.sort === 'entity') {
    const made = await createEntity(work, definition, flag === undefined ? body : { [flag]: true, ...body })
    await refuseOutOfScope(work, definition, made, true)
    return made
  }
  const { then } = queryOf(request)
  const actions = thenActions(definition, work.actor, then)
  let record = await createDocument(work, definition, await withHiddenOfSources(work, definition, body))
  await refuseOutOfScope(work, definition, record, true)
  if (then === undefined) return postSaved(work, definition, record)
  for (const action of actions) record = await actOn(work, definition, record, action, {})
  return record
}

/**
 * A new company is a new set of books: its row is the first in them, and its maker their administrator. It is made in a
 * transaction of its own, beside the one of the company that the maker acts in, which keeps the answer.
 */
const createCompany = async (context: ServerContext, request: FastifyRequest, address: Address) => {
  const caller = callerOf(request)
  const id = newCompanyId()
  const acting = { company: id, actor: { id: caller.userId, name: caller.name, may: () => true } }
  return inWork({ ...context, pool: context.apartPool, writingPool: context.apartPool }, acting, async (work) => {
    const record = await context.createCompany(work, bodyOf(request))
    const { code, name, zone } = record.header
    await enterCompany(
      work,
      { id, code: String(code), name: String(name), zone: typeof zone === 'string' ? zone : 'Asia/Shanghai' },
      caller.userId,
    )
    return recordAnswer(work, address, record, 201)
  })
}

const createRoute = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.post(path, { config: { right: routeRight(address, 'create'), changesOne: true } }, async (request, reply) => {
    if (address.name === 'company')
      return change(context, request, reply, () => createCompany(context, request, address))
    const body = bodyOf(request)
    return change(context, request, reply, async (work) => {
      const here = addressIn(work, request, address)
      return recordAnswer(work, here, await createRecord(work, here, body, request), 201)
    })
  })
}

const readRoute = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.get(`${path}/:id`, { config: { right: routeRight(address, 'read') } }, async (request, reply) => {
    const { found, prints } = await answer(context, request, async (work) => {
      const here = addressIn(work, request, address)
      const record = await findRecord(work, here.definition, pathPart(request, 'id'))
      const isPaper = here.definition.sort === 'document'
      const [body, times] = await Promise.all([
        recordAnswer(work, here, record),
        isPaper ? printsOf(work, String(record.header['id'])) : undefined,
      ])
      return { found: body, prints: times === undefined ? {} : { prints: times } }
    })
    const tag = `"${found.version}"`
    reply.header('etag', tag)
    return reply.send({ ...Object(found.body), ...prints })
  })
}

const changeRecord = async (
  work: Work,
  address: Address,
  key: string,
  body: JsonObject,
  version: number | undefined,
  staysDraft: boolean,
): Promise<LoadedRecord> => {
  const { definition } = address
  if (definition.sort === 'entity') {
    const changed = await updateEntity(work, definition, key, body, version)
    await refuseOutOfScope(work, definition, changed, false)
    return changed
  }
  const record = await updateDocument(work, definition, key, body, version)
  await refuseOutOfScope(work, definition, record, false)
  return staysDraft ? record : postSaved(work, definition, record)
}

const changeRoutes = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.patch(
    `${path}/:id`,
    { config: { right: routeRight(address, 'update'), changesOne: true } },
    async (request, reply) => {
      const body = bodyOf(request)
      const version = expectedVersion(request)
      const staysDraft = queryOf(request)['then'] === 'draft'
      return change(context, request, reply, async (work) => {
        const here = addressIn(work, request, address)
        const changed = await changeRecord(work, here, pathPart(request, 'id'), body, version, staysDraft)
        return recordAnswer(work, here, changed)
      })
    },
  )
  app.delete(
    `${path}/:id`,
    { config: { right: routeRight(address, 'delete'), changesOne: true } },
    async (request, reply) => {
      if (address.name === 'company')
        throw new Problem('conflict', { zh: '公司不能删除', en: 'A company cannot be deleted' })
      const version = expectedVersion(request)
      return change(context, request, reply, async (work) => {
        const key = pathPart(request, 'id')
        const { definition } = addressIn(work, request, address)
        await (definition.sort === 'document'
          ? deleteDocument(work, definition, key, version)
          : deleteEntity(work, definition, key, version))
        return { status: 204, body: null }
      })
    },
  )
}

const historyRoute = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.get(`${path}/:id/audit`, { config: { right: routeRight(address, 'read') } }, async (request) =>
    answer(context, request, async (work) => {
      const { definition } = addressIn(work, request, address)
      const record = await findRecord(work, definition, pathPart(request, 'id'))
      return { rows: await historyOf(work, definition, String(record.header['id'])) }
    }),
  )
}

const reverseInput = (body: JsonObject): JsonObject => {
  const { date } = body
  if (date === undefined || date === null || date === '') return {}
  if (typeof date === 'string' && isCalendarDate(date)) return { date }
  throw new Problem('invalid', { zh: '红冲日期有误', en: 'The date is not valid' }, [
    fieldProblem('date', '日期应写作 2026-01-15', 'must be a date like 2026-01-15'),
  ])
}

const actionRoutes = (app: FastifyInstance, context: ServerContext, document: AnyDocument, path: string): void => {
  for (const action of Object.keys(documentActions).filter(isDocumentAction)) {
    // Whom the approval rules name decides without a right of their own; the approvals themselves refuse everyone else.
    const asked = action === 'approve' || action === 'reject'
    const right = routeRight(addressOf(document), action, ...(asked ? ['read'] : []))
    app.post(`${path}/:id/${action}`, { config: { right, changesOne: true } }, async (request, reply) => {
      const body = bodyOf(request)
      const input = action === 'reverse' ? reverseInput(body) : body
      const version = expectedVersion(request)
      return change(context, request, reply, async (work) => {
        const definition = documentIn(work, request, document)
        const address = { definition, name: definition.name }
        const record = await findDocument(work, definition, pathPart(request, 'id'), { lock: true, version })
        const after = await actOn(work, definition, record, action, input)
        if (action === 'amend') await refuseOutOfScope(work, definition, after, false)
        return recordAnswer(work, address, after, action === 'reverse' ? 201 : 200)
      })
    })
  }
}

const targetOf = (work: Work, name: string): AnyDocument => {
  const found = [...work.installed.catalogue.documents.values()].find(
    (one) => kebab(one.name) === name || one.name === name,
  )
  if (found === undefined)
    throw notFound(`没有“${name.slice(0, 60)}”这种单据`, `There is no document type ${name.slice(0, 60)}`)
  return found
}

const chainRoutes = (app: FastifyInstance, context: ServerContext, document: AnyDocument, path: string): void => {
  const right = routeRight(addressOf(document), 'read')
  app.post(`${path}/:id/convert/:target`, { config: { right } }, async (request) =>
    answer(context, request, async (work) => {
      const target = targetOf(work, pathPart(request, 'target'))
      if (!work.actor.may(`${target.name}.create`)) {
        throw new Problem('forbidden', {
          zh: `需要权限：${target.name}.create`,
          en: `It needs the right ${target.name}.create`,
        })
      }
      const { draft } = await convertDocument(
        work,
        documentIn(work, request, document),
        pathPart(request, 'id'),
        target.name,
        queryOf(request)['flow'],
      )
      return draftJson(work, target, draft)
    }),
  )
  app.post(
    `${path}/preview`,
    // It writes nothing: who may read what comes of it may ask what would.
    { config: { right: routeRight(addressOf(document), 'create', 'update', 'read') } },
    async (request) =>
      answer(context, request, async (work) => {
        const definition = documentIn(work, request, document)
        return proposedJson(work, definition, await previewProposals(work, definition, bodyOf(request)))
      }),
  )
  app.get(`${path}/:id/trace`, { config: { right } }, async (request) =>
    answer(context, request, async (work) => {
      const record = await findDocument(work, documentIn(work, request, document), pathPart(request, 'id'))
      const id = String(record.header['id'])
      const mayBooks = work.actor.may('report.voucherList')
      const [{ upstream, downstream }, vouchers = []] = await Promise.all([
        trace(work, id),
        mayBooks ? work.installed.projecting?.vouchersOf(work, [id]) : [],
      ])
      const seen = <T extends { readonly type: string }>(links: readonly T[]) =>
        links
          .filter((link) => work.actor.may(`${link.type}.read`))
          .map((link) => ({
            ...link,
            address: kebab(link.type),
            label: work.installed.catalogue.documents.get(link.type)?.label ?? link.type,
          }))
      return {
        upstream: seen(upstream),
        downstream: seen(downstream),
        vouchers: vouchers.map(({ id: voucher, number, date }) => ({ id: voucher, number, date })),
      }
    }),
  )
}

/** The routes that follow from the definitions: one set an entity, a role of one, a document. */
export const recordRoutes = (app: FastifyInstance, context: ServerContext): void => {
  for (const address of addressesOf(context)) {
    const path = address === ownAddress ? ownPath : `/api/${kebab(address.name)}`
    listRoute(app, context, address, path)
    createRoute(app, context, address, path)
    readRoute(app, context, address, path)
    changeRoutes(app, context, address, path)
    historyRoute(app, context, address, path)
    attachmentRoutes(app, context, address, path)
    remarkRoutes(app, context, address, path)
    printRoutes(app, context, address, path)
    if (address.definition.sort === 'document') {
      actionRoutes(app, context, address.definition, path)
      chainRoutes(app, context, address.definition, path)
      handOverRoutes(app, context, address.definition, path)
    } else if (address.definition.tag !== undefined) tagRoutes(app, context, address.definition, path)
  }
}
