/** A rule by which a line of an invoice is known: what it leaves open fits everything. */
export interface LineRule {
  readonly seller: string | null
  readonly taxCode: string | null
  readonly keyword: string | null
  readonly item: string
}

export interface LineToClassify {
  readonly seller: string | null
  readonly taxCode: string | null
  readonly name: string
}

const fits = (rule: LineRule, line: LineToClassify): boolean =>
  (rule.seller === null || rule.seller === line.seller) &&
  (rule.taxCode === null || line.taxCode?.startsWith(rule.taxCode) === true) &&
  (rule.keyword === null || line.name.includes(rule.keyword))

/** A rule of the seller's own goes before one for all, a longer code before a shorter one, a longer word before a shorter. */
const weight = (rule: LineRule): number =>
  (rule.seller === null ? 0 : 10_000) + (rule.taxCode?.length ?? 0) * 100 + (rule.keyword?.length ?? 0)

/** The item that a line means by the rules; undefined where none fits, or two that are equally near say different things. */
export const classifyLine = (line: LineToClassify, rules: readonly LineRule[]): string | undefined => {
  const fitting = rules.filter((rule) => fits(rule, line))
  const most = Math.max(...fitting.map(weight))
  const items = new Set(fitting.filter((rule) => weight(rule) === most).map((rule) => rule.item))
  return items.size === 1 ? [...items][0] : undefined
}
