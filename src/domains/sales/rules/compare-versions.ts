import { decimal } from '../../../base/decimal.ts'

/** A line of a version, as its trail kept it. */
export interface VersionLine {
  readonly id: string
  readonly item: string
  readonly quantity: string
  readonly price: string
  readonly discount: string
  readonly gross: string
}

export interface ComparedLine {
  readonly line: VersionLine
  /** What changed, in words; empty where nothing did. */
  readonly change: string
}

const differs = (a: string, b: string): boolean => (a === '' || b === '' ? a !== b : !decimal(a).eq(b))
const shown = (text: string): string => (text === '' ? '无' : decimal(text).toString())

const fields = { quantity: '数量', price: '单价', discount: '折扣%' } as const

const changesOf = (was: VersionLine, line: VersionLine): string =>
  Object.entries(fields)
    .flatMap(([name, label]) => {
      const key = name as keyof typeof fields
      return differs(was[key], line[key]) ? [`${label} ${shown(was[key])} → ${shown(line[key])}`] : []
    })
    .join('，')

/** The lines of a version against those of the one before, by line and else by item; what is gone stands at the end. */
export const compareLines = (
  before: readonly VersionLine[],
  after: readonly VersionLine[],
  hasBefore: boolean,
): readonly ComparedLine[] => {
  if (!hasBefore) return after.map((line) => ({ line, change: '' }))
  const left = [...before]
  const take = (line: VersionLine): VersionLine | undefined => {
    const byId = left.findIndex((one) => one.id === line.id)
    const at = byId >= 0 ? byId : left.findIndex((one) => one.item === line.item)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const kept = after.map((line) => {
    const was = take(line)
    return { line, change: was === undefined ? '新增' : changesOf(was, line) }
  })
  return [...kept, ...left.map((line) => ({ line, change: '删除' }))]
}
