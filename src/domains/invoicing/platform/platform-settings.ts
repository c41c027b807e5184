import type { TableSpec } from '../../../kernel/database/table-spec.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { InvoicePlatform } from './invoice-platform.ts'
import { leqiPlatform } from './leqi-platform.ts'
import type { LeqiAccess } from './leqi-platform.ts'

const text = (name: string) => ({ name, type: 'text', notNull: true })

/** 开票通道: how a company reaches the tax bureau; one a company. */
export const platformTable: TableSpec = {
  name: 'invoice_platform',
  access: 'change',
  byCompany: true,
  columns: [
    { name: 'company_id', type: 'uuid', notNull: true },
    text('kind'),
    text('url'),
    text('platform'),
    text('user_number'),
    text('ability'),
    text('use_case'),
    text('key'),
    { name: 'sandbox', type: 'boolean', notNull: true },
    { name: 'updated_at', type: 'timestamptz', notNull: true },
    text('updated_by'),
  ],
  primaryKey: ['company_id'],
  indexes: [],
  foreignKeys: [],
}

/** 模拟税局 is the bureau on this machine; 乐企 the tax administration's, or a service provider's that speaks the same. */
export const platformKinds = { local: '模拟税局（试用）', leqi: '乐企' } as const
export type PlatformKind = keyof typeof platformKinds

interface PlatformRow extends LeqiAccess {
  readonly kind: PlatformKind
}

/** The bureau on this machine, offered by the program that opened it. */
const offered: { access?: LeqiAccess } = {}

/** Says where the bureau on this machine is, for companies that try invoices out. */
export const offerLocalBureau = (access: LeqiAccess): void => {
  offered.access = access
}

const rowOf = async (work: Work): Promise<PlatformRow | undefined> => {
  const [row] = await work.tx.rows<PlatformRow>(
    `select kind, url, platform, user_number as "user", ability, use_case as "useCase", key, sandbox as "isSandbox"
     from invoice_platform where company_id = $1`,
    [work.company],
  )
  return row
}

const accessOf = async (work: Work): Promise<LeqiAccess | undefined> => {
  const row = await rowOf(work)
  return row?.kind === 'local' ? offered.access : row
}

/** Whether the company reaches a bureau. */
export const hasPlatform = async (work: Work): Promise<boolean> => (await accessOf(work)) !== undefined

/** The bureau of a company. Throws a Problem where none was chosen, with where to do so. */
export const platformOf = async (work: Work): Promise<InvoicePlatform> => {
  const access = await accessOf(work)
  if (access !== undefined) return leqiPlatform(access)
  throw conflict(
    '还没有开票通道，请在“税务—数电票—开票通道”里设置',
    'No way to the tax bureau is set; set it under digital invoices',
  )
}

/** A channel as it is typed; a key that is not given stays. */
export interface TypedPlatform {
  readonly kind: PlatformKind
  readonly url: string
  readonly platform: string
  readonly user: string
  readonly ability: string
  readonly useCase: string
  readonly key: string
  readonly isSandbox: boolean
}

const problemsOf = (typed: TypedPlatform): FieldProblem[] => {
  if (typed.kind === 'local') return []
  const needed = { url: '地址', platform: '接入单位平台编号', user: '使用单位平台编号', ability: '能力编码' } as const
  const missing = Object.entries(needed).flatMap(([name, label]) =>
    typed[name as keyof typeof needed].trim() === '' ? [fieldProblem(name, `请填写${label}`, 'is required')] : [],
  )
  const isAddress = URL.canParse(typed.url) && /^https?:$/.test(new URL(typed.url).protocol)
  return [
    ...missing,
    ...(typed.url === '' || isAddress ? [] : [fieldProblem('url', '应为 https:// 开头的地址', 'must be an address')]),
    ...(/^[0-9a-fA-F]{32}$/.test(typed.key)
      ? []
      : [fieldProblem('key', '密钥应为 32 位十六进制', 'must be 32 hex digits')]),
  ]
}

/** Keeps the channel of the company. */
export const savePlatform = async (work: Work, given: TypedPlatform): Promise<void> => {
  const before = await rowOf(work)
  const typed = { ...given, key: given.key === '' ? (before?.key ?? '') : given.key }
  const problems = problemsOf(typed)
  if (problems.length > 0) throw invalid('开票通道未保存', 'The channel was not saved', problems)
  await work.tx.query(
    `insert into invoice_platform (company_id, kind, url, platform, user_number, ability, use_case, key, sandbox, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (company_id) do update set kind = excluded.kind, url = excluded.url, platform = excluded.platform,
       user_number = excluded.user_number, ability = excluded.ability, use_case = excluded.use_case, key = excluded.key,
       sandbox = excluded.sandbox, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
    [
      work.company,
      typed.kind,
      typed.url.replace(/\/+$/, ''),
      typed.platform,
      typed.user,
      typed.ability,
      typed.useCase,
      typed.key,
      typed.isSandbox,
      work.clock.now(),
      work.actor.name,
    ],
  )
  audit(work, { action: 'update', type: 'invoicePlatform', record: work.company, label: platformKinds[typed.kind] })
}

/** The channel as it may be shown: of the key only whether there is one. */
export const showPlatform = async (work: Work) => {
  const row = await rowOf(work)
  return {
    kind: row?.kind ?? null,
    url: row?.url ?? '',
    platform: row?.platform ?? '',
    user: row?.user ?? '',
    ability: row?.ability ?? '',
    useCase: row?.useCase ?? '',
    isSandbox: row?.isSandbox ?? true,
    hasKey: (row?.key ?? '') !== '',
    isReady: await hasPlatform(work),
  }
}
