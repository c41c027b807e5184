import { isUuid, newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { conflict, fieldProblem, forbidden, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { Work } from '../posting/work.ts'
import { isMeasure } from './figure.ts'
import type { Measure } from './figure.ts'
import { readQuestion } from './question.ts'
import type { Question } from './question.ts'

/** One thing on a dashboard: a figure, a chart or a table of a report, so many of four columns wide. */
export interface Tile {
  readonly id: string
  readonly kind: 'figure' | 'chart' | 'table'
  readonly title: string
  readonly width: number
  readonly question: Question
  readonly measure: Measure
  readonly figure: string
}

export interface Dashboard {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly roles: readonly string[]
  readonly tiles: readonly Tile[]
  readonly version: number
}

const mostTiles = 24
const columns = `id, name, owner, roles, tiles, version`
const isKind = (value: unknown): value is Tile['kind'] => value === 'figure' || value === 'chart' || value === 'table'

const isSaid = (value: Json | undefined, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && value.isWellFormed() && !value.includes('\u0000')

const viewOf = (work: Work, { owner, ...dashboard }: Dashboard) => ({ ...dashboard, own: owner === work.actor.id })

/** The dashboards of whoever acts, and those that are laid out for one of their roles. */
export const listDashboards = async (work: Work) => {
  const rows = await work.tx.rows<Dashboard>(
    `select ${columns} from dashboard where company_id = $1 and (owner = $2 or roles ?| $3) order by owner <> $2, id`,
    [work.company, work.actor.id, work.actor.roles ?? []],
  )
  return rows.map((row) => viewOf(work, row))
}

/** A dashboard that whoever acts is shown. */
export const findDashboard = async (work: Work, id: string): Promise<Dashboard> => {
  const rows = await work.tx.rows<Dashboard>(
    `select ${columns} from dashboard where company_id = $1 and id::text = $2 and (owner = $3 or roles ?| $4)`,
    [work.company, id, work.actor.id, work.actor.roles ?? []],
  )
  if (rows[0] === undefined) throw notFound('没有这个看板，或您无权查看', 'There is no such dashboard for you')
  return rows[0]
}

const readTile = (work: Work, given: Json, path: string): Tile | FieldProblem => {
  const { id, kind, title, width, question, measure = 'total', figure = '' } = isJsonObject(given) ? given : {}
  if (!isKind(kind)) return fieldProblem(`${path}.kind`, '应为数字、图或表', 'must be figure, chart or table')
  if (!isSaid(title, 60) || title.trim() === '')
    return fieldProblem(`${path}.title`, '请填写标题，60 字以内', 'must be a title of 60 letters at most')
  if (typeof width !== 'number' || ![1, 2, 3, 4].includes(width))
    return fieldProblem(`${path}.width`, '宽度应为 1 到 4', 'must be from 1 to 4')
  const asked = readQuestion(work, question, `${path}.question`)
  if ('path' in asked) return asked
  if (!isMeasure(measure) || !isSaid(figure, 60) || (kind === 'figure' && measure !== 'count' && figure === ''))
    return fieldProblem(`${path}.figure`, '请选择报表的一列', 'choose a column of the report')
  return {
    id: isSaid(id, 60) && isUuid(id) ? id : newId<'tile'>(),
    kind,
    title: title.trim(),
    width,
    question: asked,
    measure,
    figure,
  }
}

const rolesIn = async (work: Work, given: Json | undefined, was: readonly string[]): Promise<readonly string[]> => {
  if (given === undefined) return was
  const names = Array.isArray(given) ? given.filter((one) => typeof one === 'string') : []
  if (names.length > 0 && !work.actor.may('dashboard.share'))
    throw forbidden('您不能为其他人布置看板，请管理员授予“共享看板”', 'You may not lay out dashboards for others')
  const known = await work.tx.rows<{ name: string }>(`select name from role where company_id = $1 and name = any($2)`, [
    work.company,
    names,
  ])
  if (!Array.isArray(given) || known.length < names.length)
    throw invalid('看板未保存', 'The dashboard was not saved', [
      fieldProblem('roles', '没有这个角色', 'there is no such role'),
    ])
  return names
}

/** Reads what a dashboard is to be; what is not given stays. Every tile asks only what whoever lays it out may see. */
const readDashboard = async (work: Work, body: JsonObject, was: Dashboard): Promise<Dashboard> => {
  const { name = was.name, tiles } = body
  const problems: FieldProblem[] = []
  if (!isSaid(name, 60) || name.trim() === '')
    problems.push(fieldProblem('name', '请填写名称，60 字以内', 'must be a name of 60 letters at most'))
  const given = Array.isArray(tiles) ? tiles : []
  if (tiles !== undefined && (!Array.isArray(tiles) || tiles.length > mostTiles))
    problems.push(fieldProblem('tiles', `看板最多 ${mostTiles} 块`, `must be ${mostTiles} tiles at most`))
  const read = given.slice(0, mostTiles).map((tile, index) => readTile(work, tile, `tiles.${index}`))
  const placed = read.filter((tile): tile is Tile => !('path' in tile))
  problems.push(...read.filter((tile): tile is FieldProblem => 'path' in tile))
  if (problems.length > 0 || typeof name !== 'string')
    throw invalid('看板未保存', 'The dashboard was not saved', problems)
  return {
    ...was,
    name: name.trim(),
    roles: await rolesIn(work, body['roles'], was.roles),
    tiles: tiles === undefined ? was.tiles : placed,
  }
}

/** Lays out a new dashboard. */
export const createDashboard = async (work: Work, body: JsonObject) => {
  const blank: Dashboard = {
    id: newId<'dashboard'>(),
    name: '',
    owner: work.actor.id,
    roles: [],
    tiles: [],
    version: 1,
  }
  const made = await readDashboard(work, body, blank)
  work.tx.send(
    `insert into dashboard (company_id, id, name, owner, roles, tiles, version) values ($1, $2, $3, $4, $5, $6, 1)`,
    [work.company, made.id, made.name, made.owner, JSON.stringify(made.roles), JSON.stringify(made.tiles)],
  )
  return viewOf(work, made)
}

const ownDashboard = async (work: Work, id: string): Promise<Dashboard> => {
  const rows = await work.tx.rows<Dashboard>(
    `select ${columns} from dashboard where company_id = $1 and id::text = $2 and owner = $3 for update`,
    [work.company, id, work.actor.id],
  )
  if (rows[0] === undefined) throw notFound('没有这个看板，或不是您建的', 'There is no such dashboard of yours')
  return rows[0]
}

/** Changes one's own dashboard, unless it was changed elsewhere since `version` was read. */
export const updateDashboard = async (work: Work, id: string, body: JsonObject, version: number | undefined) => {
  const was = await ownDashboard(work, id)
  if (version !== undefined && version !== was.version)
    throw conflict('看板已在别处改过，请刷新后再改', 'The dashboard was changed elsewhere; reload it')
  const next = { ...(await readDashboard(work, body, was)), version: was.version + 1 }
  work.tx.send(
    `update dashboard set name = $3, roles = $4, tiles = $5, version = $6 where company_id = $1 and id = $2`,
    [work.company, was.id, next.name, JSON.stringify(next.roles), JSON.stringify(next.tiles), next.version],
  )
  return viewOf(work, next)
}

/** Deletes one's own dashboard; what mails it stops. */
export const deleteDashboard = async (work: Work, id: string): Promise<void> => {
  const { id: own } = await ownDashboard(work, id)
  work.tx.send(`update subscription set enabled = false where company_id = $1 and dashboard = $2`, [work.company, own])
  work.tx.send(`delete from dashboard where company_id = $1 and id = $2`, [work.company, own])
}
