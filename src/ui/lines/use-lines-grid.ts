import { useCallback, useMemo, useState } from 'react'
import { useLatest } from '../control/use-latest.ts'
import { choiceSource } from '../field/choice-source.ts'
import type { FieldValue, Reference, ReferenceSource } from '../field/field.ts'
import { lookUpReferences } from '../field/look-up.ts'
import { readText } from '../field/read-text.ts'
import { editableText } from '../field/show-value.ts'
import { t } from '../language.ts'
import { clearBlock, fillDown } from './fill.ts'
import {
  clampGridState,
  cursorAt,
  initialGridState,
  pressKey,
  selectedBlock,
  type GridCommand,
  type GridState,
  type GridStep,
  type KeyPress,
} from './grid-state.ts'
import { newLine, type Line, type LineChange, type LineColumn, type LineIssues } from './line.ts'
import { planPaste, settleReferences, type PendingReference } from './paste.ts'
import { formatTsv, parseTsv } from './tsv.ts'
import { useCellIssues } from './use-cell-issues.ts'

export type LinesGridControl = {
  lines: readonly Line[]
  columns: readonly LineColumn[]
  onChange: (changes: readonly LineChange[]) => void
  readOnly?: boolean
  /** Lines may be added and removed; on unless the grid is read-only. */
  growable?: boolean
  issues?: LineIssues
  today: string
  pageRows: number
}

export type LinesGridHandle = {
  state: GridState
  issues: LineIssues
  draft: string
  source: ReferenceSource | undefined
  setDraft: (text: string) => void
  startEditing: (text: string | null) => void
  press: (key: KeyPress) => boolean
  commit: () => boolean
  pick: (reference: Reference | null) => void
  goTo: (row: number, column: number, extend?: boolean) => void
  copy: () => string
  cut: () => string
  paste: (text: string) => void
  append: () => void
}

function sourceOf(column: LineColumn | undefined): ReferenceSource | undefined {
  if (column?.kind === 'choice') return choiceSource(column.key, column.label, column.choices ?? [])
  return column?.kind === 'reference' ? column.source : undefined
}

/** All that the grid does, apart from drawing it. */
export function useLinesGrid(control: LinesGridControl): LinesGridHandle {
  const { lines, columns, readOnly = false, growable = !readOnly } = control
  const [raw, setRaw] = useState<GridState>(initialGridState)
  const [draft, setDraft] = useState('')
  const state = clampGridState(raw, lines.length, columns.length)
  const { issues, report, forget } = useCellIssues(control.issues)

  // The handlers below run long after the render that made them when a search answers; they read the latest from here.
  const latest = useLatest({ control, state, draft })

  const column = columns[state.column]
  const source = useMemo(() => sourceOf(column), [column])
  const editable = useMemo(() => columns.map((one) => !readOnly && !one.readOnly), [columns, readOnly])

  const change = useCallback(
    (changes: readonly LineChange[]) => {
      if (changes.length === 0) return
      forget(changes.flatMap((one) => (one.type === 'set' ? [{ key: one.key, field: one.field }] : [])))
      latest.current.control.onChange(changes)
    },
    [forget, latest],
  )

  const setCell = useCallback(
    (at: GridState, value: FieldValue) => {
      const { control: now } = latest.current
      const line = now.lines[at.row]
      const target = now.columns[at.column]
      if (line && target && (line.values[target.key] ?? null) !== value)
        change([{ type: 'set', key: line.key, field: target.key, value }])
    },
    [change, latest],
  )

  const settle = useCallback(
    (pending: readonly PendingReference[]) => {
      const byField = Map.groupBy(pending, (one) => one.field)
      for (const [field, wanted] of byField) {
        const from = sourceOf(latest.current.control.columns.find((one) => one.key === field))
        if (from === undefined) continue
        const notFound = (text: string): string => t('problem.notFound', { text, label: from.label })
        lookUpReferences(
          from,
          wanted.map((one) => one.text),
        ).then(
          (found) => {
            const settled = settleReferences(wanted, found, notFound)
            change(settled.changes)
            report(settled.problems)
          },
          () => report(wanted.map((one) => ({ key: one.key, field, message: notFound(one.text) }))),
        )
      }
    },
    [change, report, latest],
  )

  const commit = useCallback((): boolean => {
    const { control: now, state: at, draft: text } = latest.current
    if (!at.editing) return true
    const line = now.lines[at.row]
    const target = now.columns[at.column]
    if (line === undefined || target === undefined) return true
    if (text === editableText(target, line.values[target.key])) return true
    if (target.kind === 'reference' && text.trim() !== '') {
      settle([{ key: line.key, field: target.key, text: text.trim() }])
      return true
    }
    const read = readText(target, text, now.today)
    if (!read.ok) {
      report([{ key: line.key, field: target.key, message: read.message }])
      return false
    }
    forget([{ key: line.key, field: target.key }])
    setCell(at, read.value)
    return true
  }, [forget, latest, report, setCell, settle])

  const startEditing = useCallback(
    (text: string | null) => {
      const { control: now, state: at } = latest.current
      const target = now.columns[at.column]
      const line = now.lines[at.row]
      if (now.readOnly || target === undefined || target.readOnly || target.kind === 'boolean' || line === undefined)
        return
      const from = line.values[target.key]
      setDraft(text ?? editableText(target, from))
      setRaw({ ...cursorAt(at.row, at.column), editing: true })
    },
    [latest],
  )

  const execute = useCallback(
    (command: GridCommand): boolean => {
      const { control: now, state: at } = latest.current
      const block = selectedBlock(at)
      const line = now.lines[at.row]
      const target = now.columns[at.column]
      if (command.type === 'commit') return commit()
      if (command.type === 'cancel' && line && target) forget([{ key: line.key, field: target.key }])
      if (command.type === 'edit') startEditing(null)
      if (command.type === 'insertRow') change([{ type: 'insert', at: command.at, line: newLine() }])
      if (command.type === 'removeRows')
        change([{ type: 'remove', keys: now.lines.slice(command.from, command.to + 1).map((one) => one.key) }])
      if (now.readOnly) return true
      if (command.type === 'clear') change(clearBlock(now.lines, now.columns, block))
      if (command.type === 'fillDown') change(fillDown(now.lines, now.columns, block))
      if (command.type === 'toggle' && line && target?.kind === 'boolean') setCell(at, line.values[target.key] !== true)
      return true
    },
    [change, commit, forget, setCell, startEditing, latest],
  )

  const run = useCallback(
    (step: GridStep) => {
      if (!step.commands.every(execute)) return
      if (!step.commands.some((command) => command.type === 'edit')) setRaw(step.state)
    },
    [execute],
  )

  const stops = useMemo(() => columns.map((one, at) => editable[at] === true && !one.passed), [columns, editable])
  const shape = useMemo(
    () => ({ rows: lines.length, editable, stops, pageRows: control.pageRows, growable }),
    [lines.length, editable, stops, control.pageRows, growable],
  )
  const press = useCallback(
    (key: KeyPress): boolean => {
      const step = pressKey(latest.current.state, key, shape)
      if (step === null || step.commands.some((command) => command.type === 'leave')) return false
      // Space types a space in a text cell; only a box is toggled by it.
      const toggles = step.commands.some((command) => command.type === 'toggle')
      if (toggles && latest.current.control.columns[latest.current.state.column]?.kind !== 'boolean') return false
      run(step)
      return true
    },
    [run, shape, latest],
  )

  const pick = useCallback(
    (reference: Reference | null) => {
      const { state: at, control: now } = latest.current
      const target = now.columns[at.column]
      setCell(at, reference !== null && target?.kind === 'choice' ? reference.id : reference)
      setRaw(cursorAt(at.row, at.column))
      const step = pressKey(cursorAt(at.row, at.column), { key: 'Enter' }, shape)
      if (step !== null) run(step)
    },
    [run, setCell, shape, latest],
  )

  const goTo = useCallback(
    (row: number, place: number, extend = false) => {
      if (!commit()) return
      setRaw((was) => (extend ? { ...was, row, column: place, editing: false } : cursorAt(row, place)))
    },
    [commit],
  )

  const copy = useCallback((): string => {
    const { control: now, state: at } = latest.current
    const block = selectedBlock(at)
    const shown = now.columns.slice(block.left, block.right + 1)
    return formatTsv(
      now.lines
        .slice(block.top, block.bottom + 1)
        .map((line) => shown.map((one) => editableText(one, line.values[one.key]))),
    )
  }, [latest])

  const cut = useCallback((): string => {
    const text = copy()
    execute({ type: 'clear' })
    return text
  }, [copy, execute])

  const paste = useCallback(
    (text: string) => {
      const { control: now, state: at } = latest.current
      if (now.readOnly) return
      const block = selectedBlock(at)
      const plan = planPaste(now.lines, now.columns, parseTsv(text), {
        row: block.top,
        column: block.left,
        growable: now.growable !== false,
        today: now.today,
      })
      change(plan.changes)
      report(plan.problems)
      settle(plan.pending)
      if (plan.rows > 0)
        setRaw({
          ...cursorAt(block.top, block.left),
          anchorRow: block.top + plan.rows - 1,
          anchorColumn: block.left + plan.columns - 1,
        })
    },
    [change, report, settle, latest],
  )

  const append = useCallback(() => {
    if (!commit() || !growable) return
    change([{ type: 'insert', at: latest.current.control.lines.length, line: newLine() }])
    setRaw(cursorAt(latest.current.control.lines.length, Math.max(0, editable.indexOf(true))))
  }, [change, commit, editable, growable, latest])

  return {
    state,
    issues,
    draft,
    source,
    setDraft,
    startEditing,
    press,
    commit,
    pick,
    goTo,
    copy,
    cut,
    paste,
    append,
  }
}
