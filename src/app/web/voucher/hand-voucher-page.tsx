import { useEffect, useMemo, useRef, useState } from 'react'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { useLatest } from '../../../ui/control/use-latest.ts'
import { formFields } from '../../../ui/derive/form-field.ts'
import { DocumentPage as DocumentLayout } from '../../../ui/document/document-page.tsx'
import { RailSection } from '../../../ui/document/rail.tsx'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import { FieldGrid } from '../../../ui/form/field-grid.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { newLine, type LineChange } from '../../../ui/lines/line.ts'
import { VoucherSheet, type VoucherLine } from '../../../ui/voucher/voucher-sheet.tsx'
import { placeDerived } from '../document/document-body.ts'
import { DocumentExtras } from '../document/document-extras.tsx'
import { TalkLine, TalkSection } from '../talk/talk-panel.tsx'
import { headerFieldsOf } from '../document/draft-state.ts'
import type { Values } from '../document/draft-values.ts'
import { firstIssue, mergeIssues } from '../document/issues.ts'
import { SheetBar, SheetOverlays, SheetStatus, SheetTrace } from '../document/sheet-frame.tsx'
import { StateStamp } from '../document/state-stamp.tsx'
import { traitsOf } from '../document/traits.ts'
import { useSheet, type DocumentSheetProps, type Sheet } from '../document/use-sheet.ts'
import { useSources } from '../document/use-sources.ts'
import { usePage } from '../frame/page.ts'
import { voucherSources } from './account-source.ts'
import { balancingAmount, dimensionsOf, typedSummary, type Side } from './hand-lines.ts'
import { useVoucherLook } from './use-voucher-look.ts'
import { AccountCell, SummaryCell } from './voucher-cells.tsx'
import { longDate } from './voucher-facts.ts'
import { AccountFigures } from './voucher-rail.tsx'
import './voucher.css'

const table = 'lines'
const least = 6

const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value : '')

const named = ['party', 'department', 'employee', 'project', 'item', 'cashAccount', 'auxiliary1', 'auxiliary2']
const measured = ['quantity', 'currency', 'currencyAmount']

const dimensionText = (values: Values): string =>
  [...named, ...measured]
    .flatMap((name) => {
      const value = values[name]
      if (isReference(value)) return [value.name]
      return measured.includes(name) && typeof value === 'string' && value !== '' ? [value] : []
    })
    .join('　')

const sheetLine = (key: string, values: Values): VoucherLine => {
  const { account } = values
  return {
    key,
    summary: text(values['summary']),
    account: isReference(account) ? { code: account.code ?? '', name: account.name } : { code: '', name: '' },
    dimensions: dimensionText(values),
    debit: text(values['debit']),
    credit: text(values['credit']),
  }
}

/** What is typed into the lines of a voucher, and what the keys mean there. */
function useVoucherLines(sheet: Sheet) {
  const { draft, editing } = sheet
  const derived = draft.derived.tables[table] ?? []
  const drafts = draft.draft.tables[table] ?? []
  const values = drafts.map((line, index): Values => (editing ? (derived[index]?.values ?? line.typed) : line.typed))
  const change = (changes: readonly LineChange[]): void => draft.changeTable(table, changes)
  const set = (index: number, field: string, value: FieldValue): void => {
    const key = drafts[index]?.key
    if (key !== undefined) change([{ type: 'set', key, field, value }])
  }
  const indexOf = (key: string): number => drafts.findIndex((line) => line.key === key)
  return {
    drafts,
    values,
    set,
    lines: drafts.map((line, index) => sheetLine(line.key, values[index] ?? {})),
    setSummary: (index: number, typed: string): void => set(index, 'summary', typedSummary(typed, values, index)),
    setAmount: (key: string, side: Side, amount: string): void =>
      set(indexOf(key), side, amount === '' ? null : amount),
    balance: (key: string, side: Side): void =>
      set(indexOf(key), side, balancingAmount(values, indexOf(key), side) || null),
    append: (): void => {
      const last = values.at(-1)
      const summary = text(last?.['summary'])
      change([{ type: 'insert', at: drafts.length, line: newLine(summary === '' ? {} : { summary }) }])
    },
    remove: (key: string): void => change([{ type: 'remove', keys: [key] }]),
  }
}

/** F7 opens the accounts of the line that is being typed. */
function onAccountKey(event: React.KeyboardEvent): void {
  if (event.key !== 'F7' || !(event.target instanceof HTMLElement)) return
  const input = event.target.closest('tr')?.querySelector<HTMLInputElement>('.voucher-account-main input')
  if (!input) return
  event.preventDefault()
  input.focus()
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
}

/** Enter goes to the next cell, and from the last into a new line; while an account is looked up, it waits for what that asks for. */
function onEnter(event: React.KeyboardEvent, append: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.defaultPrevented) return
  const target = event.target
  if (!(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return
  const root = event.currentTarget
  if (!(root instanceof HTMLElement) || !root.querySelector('.voucher-table')?.contains(target)) return
  event.preventDefault()
  const whenKnown = (): void => {
    if (target.getAttribute('aria-busy') === 'true') return void requestAnimationFrame(whenKnown)
    goOn(root, target, append)
  }
  whenKnown()
}

function goOn(root: HTMLElement, target: HTMLInputElement, append: () => void): void {
  const cells = [...root.querySelectorAll<HTMLInputElement>('.voucher-table input')]
  const at = cells.indexOf(target)
  const isDebit = target.closest('td')?.cellIndex === 3
  // An amount on the debit side leaves nothing to type on the other.
  const next = cells[at + (isDebit && target.value !== '' ? 2 : 1)]
  if (next !== undefined) return next.focus()
  append()
  requestAnimationFrame(() =>
    [...root.querySelectorAll<HTMLInputElement>('.voucher-table input.voucher-input')].at(-1)?.focus(),
  )
}

/** Ctrl-S and F12 put the voucher into the books and begin the next one, as accountants type them. */
function useSaveAndNew(active: boolean, step: (() => void) | undefined): void {
  const latest = useLatest(step)
  useEffect(() => {
    if (!active) return undefined
    const onKey = (event: KeyboardEvent): void => {
      const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
      if (!isSave && event.key !== 'F12') return
      if (latest.current === undefined || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current()
    }
    // Before the page's own keys, where Ctrl-S keeps a draft.
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [active, latest])
}

/** A new voucher begins with its first summary, unless fingers type it: a keyboard would then cover the sheet. */
function useFirstSummary(isNew: boolean, firstKey: string | undefined): React.RefObject<HTMLDivElement | null> {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isNew || firstKey === undefined || matchMedia('(pointer: coarse)').matches) return
    paper.current?.querySelector<HTMLInputElement>('.voucher-table input')?.focus()
  }, [isNew, firstKey])
  return paper
}

const keys = () => [
  { keys: '=', label: t('voucher.balance') },
  { keys: currentLanguage() === 'en' ? 'Space' : '空格', label: t('voucher.swap') },
  { keys: '//', label: t('voucher.copySummary') },
  { keys: 'F7', label: t('voucher.accountKey') },
  { keys: 'Ctrl+S', label: t('voucher.saveAndNew') },
  { keys: 'F9', label: t('document.post') },
]

/** 记账凭证 by hand: the paper form, typed by the keyboard. */
export function HandVoucherPage(props: DocumentSheetProps): React.JSX.Element {
  const { definition } = props
  const sheet = useSheet(props)
  const { session, draft, header, editing, steps, answer } = sheet
  const traits = useMemo(() => traitsOf(definition), [definition])
  const sources = useSources(traits, { warehouse: null, party: null })
  const { sourceOf, offered } = useMemo(() => voucherSources(sources, t('voucher.accountKey')), [sources])
  const [look, setLook] = useVoucherLook()
  const [current, setCurrent] = useState('')
  const lines = useVoucherLines(sheet)
  const fields = definition.tables[table]?.fields ?? {}
  const issues = useMemo(
    () => mergeIssues(placeDerived(draft.derived), steps.placed, definition, draft.derived, traits, null),
    [draft.derived, steps.placed, definition, traits],
  )
  const first = editing ? firstIssue(issues, draft.draft, definition, table) : null
  const headFields = useMemo(() => {
    const { date, attachmentsCount, remark } = headerFieldsOf(definition)
    return formFields(
      { ...(date && { date }), ...(attachmentsCount && { attachmentsCount }), ...(remark && { remark }) },
      sourceOf,
    ).map((field) => ({ ...field, kind: field.kind === 'longText' ? ('text' as const) : field.kind, span: undefined }))
  }, [definition, sourceOf])
  const { active } = usePage()
  const paper = useFirstSummary(active && answer === null, lines.drafts[0]?.key)
  useSaveAndNew(active, editing && sheet.may.has('post') ? sheet.doings.postAndNew : undefined)
  const english = currentLanguage() === 'en'
  const looked = lines.lines.find((line) => line.key === current)
  const renderCell = (line: VoucherLine, cell: 'summary' | 'account'): React.ReactNode => {
    const index = lines.drafts.findIndex((one) => one.key === line.key)
    const values = lines.values[index] ?? {}
    const wrong = issues.cells[table]?.get(line.key)
    if (cell === 'summary')
      return (
        <span className="voucher-summary">
          <SummaryCell
            value={line.summary}
            row={index + 1}
            issue={wrong?.get('summary')}
            onChange={(typed) => lines.setSummary(index, typed)}
          />
          <IconButton
            icon="close"
            size={14}
            label={t('voucher.removeLine', { row: index + 1 })}
            onClick={() => lines.remove(line.key)}
          />
        </span>
      )
    const { account } = values
    return (
      <AccountCell
        fields={fields}
        sourceOf={sourceOf}
        values={values}
        dimensions={dimensionsOf(
          isReference(account) ? (draft.cache.row('account', account.id) ?? offered(account.id)) : undefined,
        )}
        row={index + 1}
        today={session.today}
        issues={wrong}
        onChange={(field, value) => lines.set(index, field, value)}
      />
    )
  }
  return (
    <DocumentLayout
      busy={steps.busy !== null}
      bar={
        <SheetBar sheet={sheet} hasSeldom={false}>
          <Segmented
            label={t('voucher.look')}
            value={look}
            onChange={setLook}
            options={[
              { value: 'ruled', label: t('voucher.ruled') },
              { value: 'plain', label: t('voucher.plain') },
            ]}
          />
        </SheetBar>
      }
      trace={<SheetTrace sheet={sheet} />}
      approval={answer === null ? null : <TalkLine address="voucher" id={answer.id} />}
      header={
        editing ? (
          <FieldGrid
            fields={headFields}
            values={header}
            today={session.today}
            issues={issues.fields}
            onChange={draft.setField}
          />
        ) : null
      }
      status={<SheetStatus sheet={sheet} first={first} keys={keys()} />}
      rail={
        <>
          {looked === undefined ? null : <AccountFigures line={looked} date={text(header['date']) || session.today} />}
          <DocumentExtras attachments={sheet.attachments} />
          {answer === null ? null : <TalkSection address="voucher" id={answer.id} />}
          {answer === null && (looked === undefined || looked.account.code === '') ? (
            <RailSection title={t('document.rail')}>
              <p className="faint small">{t('voucher.railEmpty')}</p>
            </RailSection>
          ) : null}
        </>
      }
    >
      <div
        ref={paper}
        role="presentation"
        className={editing ? 'voucher-paper is-editing' : 'voucher-paper'}
        onKeyDown={(event) => {
          if (!editing) return
          onAccountKey(event)
          onEnter(event, lines.append)
        }}
      >
        <VoucherSheet
          title={t('voucher.title')}
          number={answer?.number ?? t('voucher.new')}
          date={longDate(text(header['date']), english)}
          attachments={t('voucher.papers', { count: text(header['attachmentsCount']) || '0' })}
          stamp={editing ? undefined : <StateStamp answer={answer} />}
          lines={lines.lines}
          current={current}
          onCurrent={setCurrent}
          plain={look === 'plain'}
          leastLines={least}
          {...(editing ? { renderCell, onAmount: lines.setAmount, onBalance: lines.balance } : {})}
          signatures={[
            { label: t('voucher.supervisor'), name: '' },
            { label: t('voucher.reviewer'), name: answer?.postedBy ?? '' },
            { label: t('voucher.maker'), name: answer?.createdBy ?? session.user.name },
          ]}
        />
        {editing ? (
          <Button look="text" icon="plus" onClick={lines.append}>
            {t('voucher.addLine')}
          </Button>
        ) : null}
      </div>
      <SheetOverlays sheet={sheet} />
    </DocumentLayout>
  )
}
