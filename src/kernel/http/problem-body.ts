import { randomBytes } from 'node:crypto'
import { sqlState } from '../database/wire.ts'
import { snake } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { Problem, problemStatus } from '../definition/problem.ts'
import type { FieldProblem, Message, ProblemKind } from '../definition/problem.ts'
import type { Language } from './language.ts'

/** A refusal as it travels: RFC 9457. */
export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly message: string; readonly warning?: boolean }[]
  /** Names the line in the server's log. */
  readonly reference?: string
}

const titles: Readonly<Record<ProblemKind, Message>> = {
  invalid: { zh: '内容有误', en: 'Not valid' },
  malformed: { zh: '请求无法读取', en: 'The request cannot be read' },
  unauthenticated: { zh: '请先登录', en: 'Sign in first' },
  forbidden: { zh: '没有权限', en: 'Not allowed' },
  notFound: { zh: '找不到', en: 'Not found' },
  conflict: { zh: '当前不能这样做', en: 'Not possible now' },
  stale: { zh: '已被他人修改', en: 'Changed meanwhile' },
  unapproved: { zh: '需要审批', en: 'Needs approval' },
  locked: { zh: '已锁定', en: 'Locked' },
  tooLarge: { zh: '内容过大', en: 'Too large' },
  tooMany: { zh: '请求过于频繁', en: 'Too many requests' },
  unavailable: { zh: '服务暂时不可用', en: 'Temporarily unavailable' },
}

interface ServerError {
  readonly detail?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly message?: string
}

/** The labels of a table: its entity's or document's, found back by name. */
const labelOf = (catalogue: Catalogue, table: string): Message => {
  const all = [...catalogue.entities.values(), ...catalogue.documents.values()]
  const found =
    all.find((definition) => snake(definition.name) === table) ??
    all.find((definition) => table.startsWith(`${snake(definition.name)}_`))
  return found === undefined
    ? { zh: '其他资料', en: 'other records' }
    : { zh: found.label, en: found.english ?? found.name }
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())

/** The columns that the server names as `Key (company_id, code)=(…)`, as fields, the company left out. */
const keyColumns = (error: ServerError): string[] => {
  const list = /\(([^()]*)\)=/.exec(error.detail ?? '')?.[1] ?? ''
  return list
    .split(', ')
    .filter((column) => column !== '' && column !== 'company_id')
    .map(camel)
}

const foreignKeyProblem = (catalogue: Catalogue, error: ServerError): Problem => {
  const holder = labelOf(catalogue, error.table ?? '')
  if (error.detail?.includes('is still referenced')) {
    return new Problem('conflict', {
      zh: `已被${holder.zh}引用，不能删除；可以停用`,
      en: `It is used by ${holder.en} and cannot be deleted; disable it instead`,
    })
  }
  const errors = keyColumns(error).map((path) => ({
    path,
    message: { zh: '所引用的资料不存在', en: 'refers to nothing that exists' },
  }))
  return new Problem('invalid', { zh: '引用的资料不存在', en: 'A reference leads nowhere' }, errors)
}

const uniqueProblem = (catalogue: Catalogue, error: ServerError): Problem => {
  const holder = labelOf(catalogue, error.table ?? '')
  const errors = keyColumns(error).map((path) => ({ path, message: { zh: '已被使用，不能重复', en: 'is taken' } }))
  return new Problem(
    'conflict',
    { zh: `${holder.zh}中已有相同的记录`, en: `There is such a record in ${holder.en} already` },
    errors,
  )
}

const wrongValue: Message = {
  zh: '有内容无法保存，请检查数字大小和特殊字符',
  en: 'Some value cannot be stored; look at sizes of numbers and strange characters',
}
const busy: Message = {
  zh: '数据库暂时无法应答，请稍后再试',
  en: 'The database does not answer just now; try again in a moment',
}

const full: Message = {
  zh: '服务器磁盘已满，未保存；请管理员清理磁盘后再试',
  en: 'The disk of the server is full and nothing was saved; make room there and try again',
}

const fromDatabase = (catalogue: Catalogue, state: string, error: ServerError): Problem | undefined => {
  if (state === '23503') return foreignKeyProblem(catalogue, error)
  if (state === '23505') return uniqueProblem(catalogue, error)
  if (state === '23514') {
    return new Problem('invalid', {
      zh: `余额不足或超出允许的范围（${error.constraint ?? ''}）`,
      en: `A balance would leave its limits (${error.constraint ?? ''})`,
    })
  }
  if (state === '23502') {
    const path = camel(error.column ?? '')
    return new Problem('invalid', { zh: '必填内容缺失', en: 'Something required is missing' }, [
      { path, message: { zh: '必填', en: 'is required' } },
    ])
  }
  if (state.startsWith('22')) return new Problem('invalid', wrongValue)
  // Collisions that eight attempts did not resolve, statements cut off, servers going down or away.
  if (state === '53100') return new Problem('unavailable', full)
  // A database that is closed for maintenance.
  if (state === '55000' && /not currently accepting connections/.test(error.message ?? ''))
    return new Problem('unavailable', busy)
  if (/^(40|08|53|57)|^55P03$/.test(state)) return new Problem('unavailable', busy)
  return undefined
}

interface ThrownByHttp {
  readonly statusCode: number
  readonly code: string
}

const isThrownByHttp = (error: unknown): error is ThrownByHttp =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500

const fromHttp = (error: ThrownByHttp): Problem => {
  if (error.statusCode === 413) return new Problem('tooLarge', { zh: '提交的内容过大', en: 'The body is too large' })
  if (error.statusCode === 404)
    return new Problem('notFound', { zh: '没有这个地址', en: 'There is nothing at this address' })
  if (error.statusCode === 429) return new Problem('tooMany', { zh: '请稍后再试', en: 'Try again later' })
  return new Problem('malformed', { zh: '请求的格式无法读取', en: 'The body or address cannot be read' })
}

const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** Turns whatever was thrown into a refusal with its reason; undefined when it is our fault. */
export const problemOf = (error: unknown, catalogue: Catalogue): Problem | undefined => {
  if (error instanceof Problem) return error
  const state = sqlState(error)
  if (state !== undefined) return fromDatabase(catalogue, state, error as ServerError)
  if (isThrownByHttp(error)) return fromHttp(error)
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Problem('unavailable', full)
  const away =
    lostConnection.has(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  return away ? new Problem('unavailable', busy) : undefined
}

const errorsIn = (errors: readonly FieldProblem[], language: Language) =>
  errors.map((one) => ({
    path: one.path,
    message: one.message[language],
    ...(one.warning === true ? { warning: true } : {}),
  }))

/** The document of a refusal, in the caller's language. */
export const bodyOf = (problem: Problem, language: Language): ProblemBody => ({
  type: `urn:suanpan:problem:${problem.kind}`,
  title: titles[problem.kind][language],
  status: problemStatus[problem.kind],
  detail: problem.text[language],
  ...(problem.errors.length === 0 ? {} : { errors: errorsIn(problem.errors, language) }),
})

/** The answer to a fault of ours: a reference to the log, and nothing of what went wrong inside. */
export const faultBody = (language: Language): ProblemBody & { readonly reference: string } => {
  const reference = randomBytes(5).toString('hex')
  const text = {
    zh: `程序出错，已记录（${reference}），数据未改动`,
    en: `Something went wrong; it is in the log as ${reference}. Nothing was changed`,
  }
  return {
    type: 'urn:suanpan:problem:fault',
    title: language === 'zh' ? '程序出错' : 'Internal error',
    status: 500,
    detail: text[language],
    reference,
  }
}
