import { textOf } from '../../../base/text.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck, Work } from '../../../kernel/posting/work.ts'
import { companiesCoded, ownListing } from '../members/find-companies.ts'
import { affiliate } from './affiliate.ts'
import { consolidationGroup } from './consolidation-group.ts'

type Values = Readonly<Record<string, unknown>>

const noSuch = (path: string, code: string) =>
  fieldProblem(path, `本系统中没有编码为“${code}”的公司`, `no company here has the code ${code}`)

const unknownAt = async (work: Work, named: readonly (readonly [path: string, code: string])[]) => {
  const known = await companiesCoded(
    work,
    named.map(([, code]) => code),
  )
  return named.flatMap(([path, code]) => (known.has(code) ? [] : [noSuch(path, code)]))
}

/** A sister is another company of this server, and one party stands for it. */
export const checkAffiliate: EntityCheck = {
  entity: affiliate,
  check: async (record, work) => {
    const code = textOf(record['company'] ?? '')
    if (code === (await ownListing(work)).code)
      return [fieldProblem('company', '对方公司不能是本公司', 'must be another company')]
    const others = await work.tx.rows<{ code: string }>(
      `select code from affiliate where company_id = $1 and (company = $2 or party::text = $3) and id::text <> $4`,
      [work.company, code, textOf(record['party'] ?? ''), textOf(record['id'] ?? '')],
    )
    const taken = others.map((other) =>
      fieldProblem('company', `内部单位“${other.code}”已登记这个公司或往来单位`, `is entered as ${other.code} already`),
    )
    return [...(await unknownAt(work, [['company', code]])), ...taken]
  },
}

const membersOf = (record: Values): readonly Values[] => {
  const members = record['members']
  return Array.isArray(members) ? (members as readonly Values[]) : []
}

const share = (member: Values, index: number) => {
  const percent = Number(member['sharePercent'] ?? 0)
  return percent > 0 && percent <= 100
    ? []
    : [fieldProblem(`members.${index}.sharePercent`, '持股比例应大于 0、不超过 100', 'must be above 0 and at most 100')]
}

/** A group is a parent and others, each once, with the part that the parent holds. */
export const checkConsolidationGroup: EntityCheck = {
  entity: consolidationGroup,
  check: async (record, work) => {
    const members = membersOf(record)
    const parent = textOf(record['parent'] ?? '')
    const codes = members.map((member) => textOf(member['company'] ?? ''))
    const twice = codes.flatMap((code, index) =>
      code === parent || codes.indexOf(code) < index
        ? [fieldProblem(`members.${index}.company`, `“${code}”在范围内已有`, `${code} is in the group already`)]
        : [],
    )
    const named = [
      ['parent', parent] as const,
      ...codes.map((code, index) => [`members.${index}.company`, code] as const),
    ]
    return [...(await unknownAt(work, named)), ...twice, ...members.flatMap(share)]
  },
}
