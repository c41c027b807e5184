import { useState } from 'react'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { Button } from '../../../ui/control/button.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { goTo } from '../frame/navigate.ts'
import { Choice, FormRow } from './form-row.tsx'
import {
  measures,
  useDashboards,
  useKeyFor,
  useWatchDeeds,
  type Issues,
  type Measure,
  type Question,
  type Tile,
} from './watch-data.ts'

export type TileFormProps = {
  name: string
  question: Question
  columns: readonly ReportColumn[]
  hasChart: boolean
  onDone: () => void
  children?: React.ReactNode
}

/** 放到看板: as a figure, a chart or a table, on one's own dashboard or a new one. */
export function TileForm(props: TileFormProps): React.JSX.Element {
  const { name, question, columns, hasChart, onDone, children } = props
  const send = useWatchDeeds()
  const own = (useDashboards().data?.rows ?? []).filter((one) => one.own)
  const [title, setTitle] = useState(name)
  const [board, setBoard] = useState('')
  const [newName, setNewName] = useState(t('watch.myBoard'))
  const [kind, setKind] = useState<Tile['kind']>(hasChart ? 'chart' : 'table')
  const [measure, setMeasure] = useState<Measure>(columns.length === 0 ? 'count' : 'total')
  const [figure, setFigure] = useState(columns[0]?.name ?? '')
  const [issues, setIssues] = useState<Issues>({})
  const [busy, setBusy] = useState(false)
  const keyFor = useKeyFor()
  const chosen = own.find((one) => one.id === board)
  const kinds: readonly Tile['kind'][] = hasChart ? ['chart', 'table', 'figure'] : ['table', 'figure']
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const tile = { kind, title, width: kind === 'figure' ? 1 : 2, question, measure, figure }
    const refused =
      chosen === undefined
        ? await send('dashboards', 'POST', { name: newName, tiles: [tile] }, keyFor([newName, tile]))
        : await send(`dashboards/${chosen.id}`, 'PATCH', { tiles: [...chosen.tiles, tile], version: chosen.version })
    setBusy(false)
    if (refused !== null) {
      const last = `tiles.${chosen?.tiles.length ?? 0}.`
      return setIssues(
        Object.fromEntries(Object.entries(refused).map(([path, said]) => [path.replace(last, ''), said])),
      )
    }
    showToast('done', t('watch.tileSaved'))
    onDone()
    if (chosen !== undefined) goTo(`/dashboard/${chosen.id}`)
  }
  return (
    <form className="settings-form watch-form" onSubmit={(event) => void save(event)}>
      <FormRow label={t('watch.board')} name="board" issues={issues}>
        <Choice
          value={board}
          options={[
            { value: '', label: t('watch.newBoard') },
            ...own.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChange={setBoard}
        />
      </FormRow>
      {chosen === undefined ? (
        <FormRow label={t('watch.boardName')} name="name" issues={issues}>
          <input value={newName} maxLength={60} onChange={(event) => setNewName(event.target.value)} />
        </FormRow>
      ) : null}
      <FormRow label={t('watch.tileTitle')} name="title" issues={issues}>
        <input value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
      </FormRow>
      {children}
      <FormRow label={t('watch.kind')} name="kind" issues={issues}>
        <Choice
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`watch.kind.${value}`) }))}
          onChange={setKind}
        />
      </FormRow>
      {kind === 'figure' ? (
        <>
          <FormRow label={t('watch.measure')} name="measure" issues={issues}>
            <Choice
              value={measure}
              options={measures.map((value) => ({ value, label: t(`watch.measure.${value}`) }))}
              onChange={setMeasure}
            />
          </FormRow>
          {measure === 'count' ? null : (
            <FormRow label={t('watch.figure')} name="figure" issues={issues}>
              <Choice
                value={figure}
                options={columns.map((column) => ({ value: column.name, label: labelOf(column, column.name) }))}
                onChange={setFigure}
              />
            </FormRow>
          )}
        </>
      ) : null}
      <Button look="primary" type="submit" busy={busy}>
        {t('watch.tileSave')}
      </Button>
    </form>
  )
}
