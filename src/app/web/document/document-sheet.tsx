import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import type { AnyDocument, Settings } from '../../../kernel/definition/record.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { formFields } from '../../../ui/derive/form-field.ts'
import { definitionLabel, labelOf } from '../../../ui/derive/label.ts'
import { stateCell } from '../../../ui/derive/list-columns.ts'
import type { References } from '../../../ui/derive/values.ts'
import { DocumentBar } from '../../../ui/document/document-bar.tsx'
import { DocumentPage as DocumentLayout } from '../../../ui/document/document-page.tsx'
import { StatusLine } from '../../../ui/document/status-line.tsx'
import { TraceStrip } from '../../../ui/document/trace-strip.tsx'
import { isReference, type FieldValue, type Reference } from '../../../ui/field/field.ts'
import { FieldGrid } from '../../../ui/form/field-grid.tsx'
import { t } from '../../../ui/language.ts'
import { LinesGrid } from '../../../ui/lines/lines-grid.tsx'
import type { Line, LineColumn } from '../../../ui/lines/line.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useNavigate } from '../../../ui/shell/navigation.tsx'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { documentColumns, seldomColumns } from './columns.ts'
import { actionsOf, type Doings } from './document-actions.ts'
import { draftFrom, type DocumentAnswer } from './document-answer.ts'
import { placeDerived } from './document-body.ts'
import { AttachmentsDrawer, DocumentExtras, DocumentHistory, useAttachments } from './document-extras.tsx'
import { ColumnsDialog, QuestionDialog, StaleDialog, VouchersDialog, type Question } from './document-dialogs.tsx'
import { DocumentRail } from './document-rail.tsx'
import { SheetFoot } from './sheet-foot.tsx'
import { headerFieldsOf, type DerivedLine, type Draft, type DraftLine } from './draft-state.ts'
import { firstIssue, mergeIssues } from './issues.ts'
import { useGridLines } from './grid-lines.ts'
import { fetchLastPrices, useLineStock } from './rail-data.ts'
import { railOf } from './rail-of.ts'
import { SettleDialog } from './settle-dialog.tsx'
import { moneyIn, settleTable, withSettled } from './settle-lines.ts'
import { documentSources } from './sources.ts'
import { StateStamp } from './state-stamp.tsx'
import { fetchVouchers, useTrace, type LinkedVoucher } from './trace.ts'
import { traitsOf } from './traits.ts'
import { useAutosave } from './use-autosave.ts'
import { useDocumentKeys } from './use-document-keys.ts'
import { useDocumentSteps } from './use-document-steps.ts'
import { useDraft } from './use-draft.ts'
import { useSeldom } from './use-seldom.ts'
import { rememberPlaces } from './usual-places.ts'
import { printDocument } from './print-document.ts'
import './document.css'

export type DocumentSheetProps = {
  readonly type: RecordType
  readonly definition: AnyDocument
  readonly settings: Settings
  /** Null for a new one. */
  readonly answer: DocumentAnswer | null
  readonly draft: Draft
  readonly references: References | undefined
  readonly from: string
  /** Begins another new one on this page. */
  readonly onAgain: () => void
}

/** A document as it is written, shown and carried on: the same layout in every state. */
export function DocumentSheet(props: DocumentSheetProps): React.JSX.Element {
  const { type, definition, settings, references } = props
  const session = useSession()
  const catalogue = useCatalogue()
  const page = usePage()
  const navigate = useNavigate()
  const traits = useMemo(() => traitsOf(definition), [definition])
  const [answer, setAnswer] = useState(props.answer)
  const [amending, setAmending] = useState(false)
  const may = useMemo(
    () =>
      answer === null
        ? new Set(
            ['update', 'submit', 'post'].filter((verb) =>
              session.may(`${definition.name}.${verb === 'update' ? 'create' : verb}`),
            ),
          )
        : new Set(answer.actions),
    [answer, definition, session],
  )
  const editing = amending || may.has('update')
  const draft = useDraft(definition, settings, { draft: props.draft, references, rules: editing })
  const steps = useDocumentSteps(definition, type.address, answer, draft)
  const { derived } = draft
  const header = editing ? derived.header : draft.draft.header
  const trace = useTrace(catalogue, type.address, answer)

  const takeOver = useCallback(
    (next: DocumentAnswer): void => {
      setAnswer(next)
      setAmending(false)
      draft.accept(draftFrom(definition, next), next.references, { rules: next.actions.includes('update') })
    },
    [definition, draft],
  )
  // What someone else saved is shown at once where nothing of ours would be lost.
  const arrived = props.answer
  useEffect(() => {
    if (arrived === null || answer === null || amending || draft.dirty) return
    if (arrived.version > answer.version || arrived.state !== answer.state) takeOver(arrived)
  }, [arrived, answer, amending, draft.dirty, takeOver])

  const autosave = useAutosave({
    session,
    type: definition.name,
    id: answer?.id ?? (props.from === '' ? 'new' : `new:${props.from}`),
    version: answer?.version ?? null,
    draft: draft.draft,
    dirty: draft.dirty && editing && !amending,
    restore: draft.restore,
  })

  const title = definitionLabel(type)
  usePageTitle(
    answer === null ? `${t('document.newOne')}${title}` : `${title} ${shortNumber(answer.number)}`,
    draft.dirty,
  )

  const [tableName, setTableName] = useState(Object.keys(definition.tables)[0] ?? 'lines')
  const table = definition.tables[tableName]
  const fields = table?.fields ?? {}
  const [cursor, setCursor] = useState<Line | null>(null)
  const [highlight, setHighlight] = useState<Reference | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [settling, setSettling] = useState<{ id: string; name: string } | null>(null)
  const [history, setHistory] = useState(false)
  const [vouchers, setVouchers] = useState<readonly LinkedVoucher[] | null>(null)
  const [choosing, setChoosing] = useState(false)
  const attachments = useAttachments(type.address, answer)

  const warehouse = referenceIn(header, traits.warehouse)
  const party = referenceIn(header, traits.party)
  const showsStock =
    fields['item'] !== undefined && fields['quantity'] !== undefined && traits.warehouse !== null && editing
  const shownLines = draft.draft.tables[tableName] ?? []
  const goods = (editing ? derived.tables['lines'] : draft.draft.tables['lines']) ?? noLines
  const stock = useLineStock(
    useMemo(() => (showsStock || session.seesCost ? itemsOf(goods) : []), [showsStock, session.seesCost, goods]),
    warehouse?.id,
  )
  const lines = useGridLines(shownLines, derived.tables[tableName] ?? [], editing, showsStock ? stock : null)

  // The pickers read where the document stands when a search is made; they themselves stay the same.
  const standing = useRef({
    warehouse,
    party,
    prices: null as null | { party: string; rows: ReturnType<typeof fetchLastPrices> },
  })
  useEffect(() => {
    standing.current = { ...standing.current, warehouse, party }
  }, [warehouse, party])
  const sourceOf = useMemo(
    () =>
      documentSources({
        warehouse: () => standing.current.warehouse?.id,
        warehouseName: () => standing.current.warehouse?.name,
        showsPrices: traits.party !== null,
        lastPrices: () => {
          const of = standing.current.party?.id
          if (of === undefined) return Promise.resolve(new Map())
          if (standing.current.prices?.party !== of)
            standing.current.prices = { party: of, rows: fetchLastPrices(of, traits.side) }
          return standing.current.prices.rows
        },
      }),
    [traits],
  )

  const seldom = useSeldom(definition.name, tableName, fields, shownLines)
  const columns = useMemo(
    () =>
      documentColumns(fields, sourceOf, {
        seesCost: session.seesCost,
        totals: definition.totals ?? [],
        also: seldom.shown,
        stock: showsStock,
      }),
    [fields, sourceOf, session.seesCost, definition.totals, seldom.shown, showsStock],
  )
  const headFields = useMemo(() => {
    const own = headerFieldsOf(definition)
    const { date, remark: _remark, ...others } = own
    const all = formFields({ ...others }, sourceOf, { seesCost: session.seesCost }).filter((field) => !field.readOnly)
    const [dateField] = date === undefined ? [] : formFields({ date }, sourceOf)
    const listed = dateField === undefined ? all : [...all.slice(0, 1), dateField, ...all.slice(1)]
    return listed.map((field) => ({
      ...field,
      kind: field.kind === 'longText' ? ('text' as const) : field.kind,
      span: undefined,
      placeholder: undefined,
    }))
  }, [definition, sourceOf, session.seesCost])

  const issues = useMemo(
    () => mergeIssues(placeDerived(derived), steps.placed, definition, derived, traits, editing ? stock : null),
    [derived, steps.placed, definition, traits, editing, stock],
  )
  const first = editing ? firstIssue(issues, draft.draft, definition, tableName) : null

  const settleIn = useMemo(() => settleTable(definition, traits.side), [definition, traits.side])
  const openSettle = (): void => {
    if (party === null) steps.forget()
    else setSettling(party)
  }

  const finish = (done: DocumentAnswer | null): void => {
    if (done === null) return
    autosave.forget()
    rememberPlaces(localStorage, session, definition, draft.latest.current.derived.header)
    if (answer === null) page.moveTo(`/doc/${type.address}/${done.id}`)
    else takeOver(done)
  }
  const doings: Doings = {
    save: () => void steps.save().then(finish),
    submit: () => void steps.save('submit').then(finish),
    post: () => void steps.save('post').then(finish),
    postAndNew: () =>
      void steps.save('post').then((done) => {
        if (done === null) return
        autosave.forget()
        rememberPlaces(localStorage, session, definition, draft.latest.current.derived.header)
        if (answer === null) props.onAgain()
        else navigate(`/new/${type.address}`)
      }),
    act: (action) => void steps.act(action).then((done) => done && takeOver(done)),
    ask: setQuestion,
    amend: () => {
      setAmending(true)
      if (answer !== null) draft.accept(draftFrom(definition, answer), answer.references, { rules: true })
    },
    confirmAmend: () => void steps.amend().then((done) => done && takeOver(done)),
    leaveAmend: () => {
      steps.forget()
      if (answer !== null) takeOver(answer)
    },
    push: (to) => navigate(`/new/${to}?from=${type.address}/${answer?.id ?? ''}`),
    copy: () => navigate(`/new/${type.address}?from=${type.address}/${answer?.id ?? ''}`),
    create: () => navigate(`/new/${type.address}`),
    print: () => void printDocument(type.address, answer),
    files: () => attachments.open(),
    vouchers: () => {
      if (answer === null) return
      void fetchVouchers(answer).then((found) => {
        const [only, ...others] = found
        if (only !== undefined && others.length === 0) navigate(`/voucher/${only.id}`)
        else setVouchers(found)
      })
    },
    history: () => setHistory(true),
    columns: () => setChoosing(true),
  }
  const answerQuestion = (asked: Question, date: string): void => {
    if (asked === 'delete')
      return void steps.remove().then((gone) => {
        if (gone) page.close()
      })
    void steps.act(asked, asked === 'reverse' ? { date } : {}).then((done) => {
      if (done === null) return
      setQuestion(null)
      if (asked === 'reverse' && done.id !== answer?.id) navigate(`/doc/${type.address}/${done.id}`)
      else takeOver(done)
    })
  }
  useDocumentKeys(page.active, {
    save: may.has('update') && !amending ? doings.save : undefined,
    post: may.has('post') && !amending ? doings.post : undefined,
    up: trace.up.at(-1)?.path === undefined ? undefined : () => navigate(trace.up.at(-1)?.path ?? ''),
    down: trace.down[0]?.path === undefined ? undefined : () => navigate(trace.down[0]?.path ?? ''),
  })

  const rail = railOf({
    definition,
    traits,
    header,
    party,
    lines: goods,
    stock,
    rowOf: draft.cache.row,
    highlight,
    cursor,
    seesCost: session.seesCost,
    answer,
  })
  const onCursor = useCallback((line: Line | null, _column: LineColumn | null) => setCursor(line), [])
  const state = answer === null ? { state: 'draft' as const, label: t('state.draft') } : stateCell(answer as never)
  const tables = Object.entries(definition.tables)

  return (
    <DocumentLayout
      busy={steps.busy !== null}
      bar={
        <DocumentBar
          title={title}
          number={answer?.number}
          state={state ?? undefined}
          note={editing ? autosave.note : undefined}
          tags={
            <>
              {answer !== null && answer.reverses !== null ? <Tag tone="negative">{t('document.reverse')}</Tag> : null}
              {autosave.restored === null ? null : (
                <span className="document-notice" role="status">
                  {autosave.restored}
                  <Button
                    look="text"
                    size="small"
                    onClick={() => {
                      draft.revert()
                      autosave.forget()
                    }}
                  >
                    {t('document.discard')}
                  </Button>
                </span>
              )}
            </>
          }
          actions={actionsOf(
            {
              isNew: answer === null,
              amending,
              may,
              convert: answer?.convert ?? [],
              attachments: attachments.list.length,
              posted: answer !== null && (answer.state === 'posted' || answer.state === 'closed'),
              hasSeldom: seldomColumns(fields).length > 0,
              busy: steps.busy,
            },
            doings,
          )}
        />
      }
      trace={
        <TraceStrip up={trace.up} down={trace.down} note={editing && !amending ? t('document.willPost') : undefined} />
      }
      header={
        <FieldGrid
          fields={headFields}
          values={header}
          shown={8}
          today={session.today}
          readOnly={!editing}
          issues={issues.fields}
          onChange={editing ? draft.setField : undefined}
          onOpen={(field, id) => openReference(field.key, id, definition, navigate)}
          aside={editing && !amending ? undefined : <StateStamp answer={answer} />}
        />
      }
      foot={
        <SheetFoot
          definition={definition}
          traits={traits}
          header={header}
          party={party?.id}
          editing={editing}
          today={session.today}
          onRemark={(value) => draft.setField('remark', value)}
        />
      }
      status={
        <StatusLine
          issue={first?.issue ?? null}
          onIssue={first?.table === undefined ? undefined : () => setTableName(first.table ?? tableName)}
          signatures={
            answer === null
              ? []
              : [
                  { label: t('document.maker'), text: `${answer.createdBy} ${formatMoment(answer.createdAt)}` },
                  ...(answer.postedBy === null
                    ? []
                    : [
                        {
                          label: t('document.poster'),
                          text: `${answer.postedBy} ${formatMoment(answer.postedAt ?? '')}`,
                        },
                      ]),
                ]
          }
          keys={
            editing
              ? [
                  { keys: 'Ctrl S', label: t('document.save') },
                  { keys: 'F9', label: t('document.post') },
                  { keys: 'Ctrl Enter', label: t('document.insert') },
                ]
              : []
          }
          end={
            answer === null || editing ? undefined : (
              <Button look="text" size="small" onClick={() => setHistory(true)}>
                {t('document.history')}
              </Button>
            )
          }
        />
      }
      rail={
        <DocumentRail {...rail}>
          <DocumentExtras attachments={attachments} />
        </DocumentRail>
      }
    >
      {tables.length > 1 || settleIn?.name === tableName ? (
        <div className="document-tables">
          {tables.length > 1 ? (
            <Segmented
              label={title}
              value={tableName}
              onChange={setTableName}
              options={tables.map(([name, one]) => ({
                value: name,
                label: `${labelOf(one, name)} ${countOf(draft.draft, name)}`.trim(),
              }))}
            />
          ) : null}
          {settleIn !== null && editing ? (
            <Button icon="check" onClick={openSettle} disabled={party === null}>
              {t('settle.choose')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <LinesGrid
        key={tableName}
        label={table === undefined ? title : labelOf(table, tableName)}
        columns={columns}
        lines={lines}
        today={session.today}
        readOnly={!editing}
        issues={issues.cells[tableName]}
        scan={fields['item'] !== undefined && fields['quantity'] !== undefined ? scanTarget : undefined}
        onChange={editing ? (changes) => draft.changeTable(tableName, changes) : undefined}
        onCursor={onCursor}
        onHighlight={setHighlight}
      />
      <QuestionDialog
        question={question}
        number={answer?.number ?? ''}
        date={session.today}
        today={session.today}
        busy={steps.busy !== null}
        problem={steps.problem}
        onConfirm={answerQuestion}
        onClose={() => {
          setQuestion(null)
          steps.forget()
        }}
      />
      <StaleDialog
        open={steps.stale}
        number={answer?.number ?? ''}
        onReload={() => {
          steps.dismissStale()
          autosave.forget()
          void steps.reload().then((next) => next && takeOver(next))
        }}
        onKeep={() => {
          steps.dismissStale()
          void steps.save(undefined, { force: true }).then(finish)
        }}
      />
      <VouchersDialog vouchers={vouchers} onClose={() => setVouchers(null)} />
      <ColumnsDialog
        open={choosing}
        columns={seldomColumns(fields).map((name) => ({
          key: name,
          label: fields[name] === undefined ? name : labelOf(fields[name], name),
          shown: seldom.shown.has(name),
        }))}
        onToggle={seldom.toggle}
        onClose={() => setChoosing(false)}
      />
      {settleIn === null ? null : (
        <SettleDialog
          party={settling}
          side={traits.side}
          kinds={settleIn.kinds}
          money={moneyIn(draft.draft)}
          onClose={() => setSettling(null)}
          onSettle={(settled) => {
            draft.change((was) => withSettled(was, settleIn.name, settled, settleIn.kinds))
            setTableName(settleIn.name)
          }}
        />
      )}
      <AttachmentsDrawer attachments={attachments} />
      <DocumentHistory
        open={history}
        onClose={() => setHistory(false)}
        definition={definition}
        address={type.address}
        answer={answer}
        nameOf={draft.cache.nameOf}
      />
    </DocumentLayout>
  )
}

const noLines: readonly DerivedLine[] = []

const itemsOf = (lines: readonly (DerivedLine | DraftLine)[]): readonly string[] =>
  lines.flatMap((line) => {
    const { item } = 'values' in line ? line.values : line.typed
    return isReference(item) ? [item.id] : []
  })

/** Where a reference in the header leads. */
function openReference(name: string, id: string, definition: AnyDocument, navigate: (path: string) => void): void {
  const field = definition.header[name]
  if (field?.target !== undefined) navigate(`/doc/${kebab(field.facet ?? field.target.name)}/${id}`)
}

const scanTarget = { reference: 'item', quantity: 'quantity' } as const

const countOf = (draft: Draft, table: string): string => {
  const count = (draft.tables[table] ?? []).filter((line) => Object.keys(line.typed).length > 0).length
  return count === 0 ? '' : String(count)
}

/** The part of a number that tells documents of a month apart. */
const shortNumber = (number: string): string => number.split('-').at(-1) ?? number

const referenceIn = (header: Readonly<Record<string, FieldValue>>, name: string | null): Reference | null => {
  const value = name === null ? null : (header[name] ?? null)
  return isReference(value) ? value : null
}
