import { calendarDate } from '../../base/calendar-date.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { numberParts } from '../documents/numbering.ts'
import { tableOf } from '../documents/storage.ts'
import type { Work } from '../posting/work.ts'

/** `XSCK-{yyyyMM}-{seq:4}`: words, parts of the date, and one serial of three to eight digits. */
const pattern =
  /^[A-Za-z0-9\p{Script=Han}_/.-]{1,20}(\{(yyyyMMdd|yyyyMM|yyyy|yy|MM|dd)\}|[A-Za-z0-9_/.-]){0,20}\{seq:[3-8]\}$/u

/** What stands before the first part that changes: no two types may share it. */
export const prefixOf = (rule: string): string => rule.slice(0, rule.indexOf('{'))

/** Whether the numbers of two rules could be the same: one's fixed beginning is the beginning of the other's. */
const overlap = (one: string, other: string): boolean =>
  prefixOf(one).startsWith(prefixOf(other)) || prefixOf(other).startsWith(prefixOf(one))

/** The type whose numbers a rule would come among. */
export const rivalOf = (work: Work, type: string, rule: string): AnyDocument | undefined =>
  [...work.installed.catalogue.documents.values()].find(
    (other) => other.name !== type && other.internal !== true && overlap(other.numbering, rule),
  )

/** Whether numbers that were given already stand before the next ones of a rule: the serial would run into them. */
const runsInto = async (work: Work, document: AnyDocument, rule: string): Promise<string | undefined> => {
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const { before, digits } = numberParts(rule, calendarDate(today))
  const [row] = await work.tx.rowsIn<{ number: string }>(
    'whole',
    `select number from ${tableOf(document).name} where company_id = $1 and number >= $2 and number < $3
       and length(number) = $4 and substr(number, $5) ~ '^[0-9]+$'
       and substr(number, $5)::bigint > coalesce((select last from number_series where company_id = $1 and series = $2), 0)
     order by number desc limit 1`,
    [work.company, before, `${before}\uffff`, before.length + digits, before.length + 1],
  )
  return row?.number
}

/** A numbering rule can be read and gives numbers that no other type and no earlier rule has given. */
export const checkNumbering = async (
  work: Work,
  bare: AnyEntity | AnyDocument,
  rule: string | null,
  path = 'numbering',
): Promise<FieldProblem[]> => {
  if (rule === null) return []
  if (bare.sort === 'entity') return [fieldProblem(path, '只有单据有编号规则', 'only documents are numbered by a rule')]
  if (!pattern.test(rule))
    return [
      fieldProblem(
        path,
        '编号规则应以固定字头开始、以流水号结束，如 XSCK-{yyyyMM}-{seq:4}；可用 {yyyy} {yy} {yyyyMM} {yyyyMMdd} {MM} {dd}',
        'a rule begins with fixed words and ends with the serial, like XSCK-{yyyyMM}-{seq:4}',
      ),
    ]
  const rival = rivalOf(work, bare.name, rule)
  if (rival !== undefined)
    return [
      fieldProblem(
        path,
        `字头“${prefixOf(rule)}”与“${rival.label}”的编号规则 ${rival.numbering} 冲突，请换一个字头`,
        `its beginning is that of ${rival.name} (${rival.numbering}); choose another`,
      ),
    ]
  const taken = await runsInto(work, bare, rule)
  return taken === undefined
    ? []
    : [
        fieldProblem(
          path,
          `按此规则的编号 ${taken} 已经存在，流水号会与它相撞，请换一个字头`,
          `the number ${taken} is there already and the serial would run into it; choose another beginning`,
        ),
      ]
}
