import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import type { ImportOutcome, Plan, Target } from './import-data.ts'
import { groupErrors, withConflict, withMend, withMissing, withoutRows, type ErrorGroup } from './mend-plan.ts'

export type ImportProblemsProps = {
  outcome: ImportOutcome
  targets: readonly Target[]
  plan: Plan
  onPlan: (plan: Plan) => void
  onShow: (row: number, at: number) => void
}

const shownGroups = 50

function rowsText(group: ErrorGroup): string {
  const rows = [...new Set(group.errors.map((error) => error.row))]
  const listed = rows.slice(0, 4).join('、')
  return rows.length > 4
    ? t('import.rowsMore', { rows: listed, count: rows.length })
    : t('import.rowsOf', { rows: listed })
}

function Typed({ group, onValue }: { group: ErrorGroup; onValue: (value: string) => void }): React.JSX.Element {
  const [value, setValue] = useState('')
  return (
    <form
      className="import-typed"
      onSubmit={(event) => {
        event.preventDefault()
        if (value.trim() !== '') onValue(value.trim())
      }}
    >
      <input
        value={value}
        placeholder={t('import.other')}
        aria-label={t('import.mendWith', { column: group.first.column ?? '' })}
        onChange={(event) => setValue(event.target.value)}
      />
    </form>
  )
}

function Group({ group, ...props }: ImportProblemsProps & { group: ErrorGroup }): React.JSX.Element {
  const { plan, onPlan, targets } = props
  const { first } = group
  const kind = targets.find((target) => target.target === group.column?.target)?.kind
  const { create, at } = first
  return (
    <li className="import-problem">
      <button type="button" className="import-where" onClick={() => at !== null && props.onShow(first.row, at)}>
        <b>{first.column ?? t('import.wholeRow')}</b>
        <span className="faint">{rowsText(group)}</span>
      </button>
      <p className="is-negative">{first.message}</p>
      <div className="import-mends">
        {first.conflict === true ? (
          <>
            <Button size="small" onClick={() => onPlan(withConflict(plan, first, 'ours'))}>
              {t('import.ours')}
            </Button>
            <Button size="small" onClick={() => onPlan(withConflict(plan, first, 'theirs'))}>
              {t('import.theirs')}
            </Button>
          </>
        ) : null}
        {create === null ? null : (
          <Button size="small" icon="plus" onClick={() => onPlan(withMissing(plan, [create]))}>
            {t('import.make', { label: create.label, name: create.name })}
          </Button>
        )}
        {first.mends.map((mend) => (
          <Button key={mend.value} size="small" onClick={() => onPlan(withMend(plan, group, mend.value, kind))}>
            {mend.label}
          </Button>
        ))}
        {at === null || first.conflict === true ? null : (
          <Typed group={group} onValue={(value) => onPlan(withMend(plan, group, value, kind))} />
        )}
        <Button
          size="small"
          look="text"
          onClick={() =>
            onPlan(
              withoutRows(
                plan,
                group.errors.map((error) => error.row),
              ),
            )
          }
        >
          {t('import.dropRows')}
        </Button>
      </div>
    </li>
  )
}

/** What is wrong, once for all rows that it is wrong in, with what would mend it. */
export function ImportProblems(props: ImportProblemsProps): React.JSX.Element | null {
  const { outcome, plan, onPlan } = props
  const groups = groupErrors(outcome.errors, outcome.columns)
  if (groups.length === 0) return null
  const missing = groups.flatMap((group) => group.first.create ?? [])
  return (
    <section className="import-problems" aria-label={t('import.problems')}>
      <header>
        <h2>{t('import.problemsIn', { count: outcome.errorCount, rows: outcome.refusedRows })}</h2>
        {missing.length > 1 ? (
          <Button size="small" icon="plus" onClick={() => onPlan(withMissing(plan, missing))}>
            {t('import.makeAll', { count: missing.length })}
          </Button>
        ) : null}
      </header>
      <ul>
        {groups.slice(0, shownGroups).map((group) => (
          <Group key={group.key} group={group} {...props} />
        ))}
      </ul>
      {groups.length > shownGroups ? (
        <p className="faint">{t('import.moreProblems', { count: groups.length - shownGroups })}</p>
      ) : null}
    </section>
  )
}
