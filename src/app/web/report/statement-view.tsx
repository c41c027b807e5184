import { useReport } from '../../../ui/api/hooks.ts'
import { definitionLabel, labelOf } from '../../../ui/derive/label.ts'
import { drillPath } from '../../../ui/derive/report-rows.ts'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { ReportFoot } from '../../../ui/report/report-head.tsx'
import { DrillCard, Statement, type StatementLine, type StatementSide } from '../../../ui/report/statement.tsx'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import type { CatalogueReport } from '../catalogue/catalogue.ts'
import { goTo } from '../frame/navigate.ts'
import { useSession } from '../session/session.ts'
import { cell, type ReportAnswer } from './report-answer.ts'

/** A side of a form: the column of its words, of its line numbers, and those of its amounts. */
type SideShape = {
  readonly label: string
  readonly item: string
  readonly line: string
  readonly amounts: readonly ReportColumn[]
}

function shapesOf(columns: readonly ReportColumn[]): readonly SideShape[] {
  const sides = [...Map.groupBy(columns, (column) => column.group ?? '').values()]
  return sides.flatMap((side): SideShape[] => {
    const [item, line] = side
    if (item === undefined || line === undefined) return []
    return [
      {
        label: labelOf(item, item.name),
        item: item.name,
        line: line.name,
        amounts: side.filter((column) => column.kind === 'money'),
      },
    ]
  })
}

const sumWords = /合计|总计|^[一二三四五六七八]、/

function lineOf(row: ReportRow, shape: SideShape, index: number): StatementLine | null {
  const text = cell(row, shape.item)
  if (text === '') return null
  const indent = /^　*/.exec(text)?.[0].length ?? 0
  const number = cell(row, shape.line)
  const isHead = number === ''
  const strong =
    isHead ||
    sumWords.test(text) ||
    (row['strong'] === true && indent === 0 && shape.amounts.length > 0 && shape.item === 'item')
  return {
    key: `${shape.item}:${index}`,
    label: text.trim(),
    number,
    indent: isHead || strong ? 0 : indent * 2 + 1,
    strong,
    amounts: shape.amounts.map((column) => cell(row, column.name)),
  }
}

type BehindProps = { path: string; title: string; amount: string; column: string; onClose: () => void }

/** Statements of a group are made of those of its companies, so the path says which report tells what is behind a figure. */
const reportOf = (path: string): string => path.split('?')[0]?.replace('/report/', '') ?? ''

/** What a figure is made of, asked when it is clicked. */
function Behind({ path, title, amount, column, onClose }: BehindProps): React.JSX.Element {
  const parameters = Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))
  const answer = useReport<ReportAnswer>(reportOf(path), parameters)
  const name = /^(current|last)$|closing$/i.test(column) ? 'closing' : 'opening'
  const rows = (answer.data?.rows ?? []).filter((row) => cell(row, name) !== '')
  const account = cell(rows[0], 'account')
  const go = (to: string) => () => {
    onClose()
    goTo(to)
  }
  const range = `from=${cell(rows[0], 'from')}&to=${cell(rows[0], 'to')}`
  return (
    <DrillCard
      title={title}
      amount={amount}
      parts={rows.slice(0, 8).map((row) => ({
        label: [cell(row, 'code'), cell(row, 'name')].filter((text) => text !== '').join(' '),
        amount: cell(row, name),
      }))}
      links={[
        { label: t('statement.all', { count: rows.length }), onSelect: go(path) },
        ...(account === ''
          ? []
          : [{ label: t('statement.ledger'), onSelect: go(`/report/detail-ledger?account=${account}&${range}`) }]),
      ]}
    />
  )
}

function noteValue(notes: readonly string[], ...heads: readonly string[]): string {
  const note = notes.find((one) => heads.some((head) => one.startsWith(head)))
  return note?.slice(note.indexOf('：') + 1) ?? ''
}

/** A statement as its legal form prints it; each figure leads to what it is made of. */
export function StatementView({
  report,
  answer,
}: {
  report: CatalogueReport
  answer: ReportAnswer
}): React.JSX.Element {
  const session = useSession()
  const shapes = shapesOf(answer.columns)
  const sides = shapes.map((shape): StatementSide => ({
    label: shape.label,
    lines: answer.rows.map((row, index) => lineOf(row, shape, index)),
  }))
  const [first] = shapes
  const notes = answer.notes.filter((note) => !/^(编制单位|日期|期间|金额单位)/.test(note))
  const isUneven = notes.some((note) => note.includes('不等'))
  return (
    <>
      <Statement
        title={definitionLabel(report)}
        company={session.company?.name ?? ''}
        date={noteValue(answer.notes, '日期', '期间')}
        form={`${answer.form ?? report.form ?? ''}　${t('statement.yuan')}`}
        columns={first?.amounts.map((column) => labelOf(column, column.name)) ?? []}
        sides={sides}
        renderDrill={(line, column, close) => {
          const [item, index] = line.key.split(':')
          const amount = shapes.find((shape) => shape.item === item)?.amounts[column]
          const row = answer.rows[Number(index)]
          const path = amount === undefined || row === undefined ? null : drillPath(amount, row)
          if (path === null || amount === undefined) return null
          return (
            <Behind
              path={path}
              title={`${line.label}　${labelOf(amount, amount.name)}`}
              amount={line.amounts[column] ?? ''}
              column={amount.name}
              onClose={close}
            />
          )
        }}
      />
      <ReportFoot>
        {notes.map((note) => (
          <span key={note} className={note.includes('不等') ? 'is-warning' : undefined}>
            {note.includes(' = ') && !isUneven ? <Icon name="check" size={14} /> : null}
            {note}
          </span>
        ))}
      </ReportFoot>
    </>
  )
}
