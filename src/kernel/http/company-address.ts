import type { FastifyRequest } from 'fastify'
import { notFound } from '../definition/problem.ts'
import { kebab } from '../definition/define.ts'
import type { AnyDocument } from '../definition/record.ts'
import { inCompany } from '../own/installed-in.ts'
import { ownRecord } from '../own/own-document.ts'
import type { Work } from '../posting/work.ts'
import { pathPart } from './body.ts'
import type { RouteRight } from './context.ts'
import { rightsAt } from './record-answers.ts'
import type { Address } from './record-answers.ts'

/** The address under which the types of a company's own are reached: `/api/x-visit`. They are known only when someone asks. */
export const ownAddress: Address = { definition: ownRecord, name: ownRecord.name }
export const ownSegment = ':own(^x-[a-z0-9-]{1,60}$)'
export const ownPath = `/api/${ownSegment}`

/** A document's own address. */
export const addressOf = (definition: AnyDocument): Address =>
  definition.name === ownRecord.name ? ownAddress : { definition, name: definition.name }

/** `x-visit` → `xVisit`. */
const typeIn = (request: FastifyRequest): string =>
  pathPart(request, 'own').replace(/-([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())

/** The right a route at an address needs; at a type of the company's own it goes by that type's name. */
export const routeRight = (address: Address, ...verbs: readonly string[]): RouteRight =>
  address === ownAddress
    ? (request) => verbs.map((verb) => `${typeIn(request)}.${verb}`)
    : verbs.flatMap((verb) => rightsAt(address, verb))

const ownType = (work: Work, request: FastifyRequest): AnyDocument => {
  const name = typeIn(request)
  const found = work.installed.catalogue.documents.get(name)
  if (found?.storedAs !== ownRecord.name || kebab(name) !== pathPart(request, 'own'))
    throw notFound(
      `没有“${name.slice(0, 60)}”这种单据，或已停用`,
      `There is no type ${name.slice(0, 60)}, or it is disabled`,
    )
  return found
}

/** An address as the company of a unit of work has shaped what stands at it. */
export const addressIn = (work: Work, request: FastifyRequest, address: Address): Address => {
  if (address === ownAddress) {
    const definition = ownType(work, request)
    return { definition, name: definition.name }
  }
  return { ...address, definition: inCompany(work, address.definition) }
}

/** The document at an address as the company has shaped it. */
export const documentIn = (work: Work, request: FastifyRequest, document: AnyDocument): AnyDocument =>
  document.name === ownRecord.name ? ownType(work, request) : inCompany(work, document)
