import type { May } from '../../../kernel/access/rights.ts'
import { useCallback, useMemo, useState } from 'react'
import { kebab } from '../../../kernel/definition/define.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { formFields, type SourceOf } from '../../../ui/derive/form-field.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import { HandOverMenu } from '../approvals/hand-over-menu.tsx'
import { ApprovalStrip } from '../../../ui/document/approval-strip.tsx'
import { DocumentPage as DocumentLayout } from '../../../ui/document/document-page.tsx'
import { isReference, type Field, type Reference } from '../../../ui/field/field.ts'
import { FieldGrid } from '../../../ui/form/field-grid.tsx'
import { t } from '../../../ui/language.ts'
import { LinesGrid } from '../../../ui/lines/lines-grid.tsx'
import type { Line } from '../../../ui/lines/line.ts'
import { useNavigate } from '../../../ui/shell/navigation.tsx'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { approvalSteps } from '../approvals/use-approvals.ts'
import { documentColumns, seldomColumns } from './columns.ts'
import { isForeign } from './is-foreign.ts'
import { placeDerived } from './document-body.ts'
import { ColumnsDialog } from './document-dialogs.tsx'
import { DocumentExtras } from './document-extras.tsx'
import { DocumentRail, marginOf } from './document-rail.tsx'
import { headerFieldsOf, type DerivedLine, type Draft, type DraftLine } from './draft-state.ts'
import type { Values } from './draft-values.ts'
import { useGridLines } from './grid-lines.ts'
import { firstIssue, mergeIssues } from './issues.ts'
import { useLineStock, useRow } from './rail-data.ts'
import { earnsMargin, marginLines, railOf } from './rail-of.ts'
import { OrderProgress } from '../purchasing/order-progress.tsx'
import { OrderSupply } from '../purchasing/order-supply.tsx'
import { OrderSteps } from '../share/order-steps.tsx'
import { ShareSection } from '../share/share-section.tsx'
import { TalkLine, TalkSection } from '../talk/talk-panel.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { moneyIn, paidIn, settleTable, withSettled } from './settle-lines.ts'
import { scanTargetOf } from './scan-target.ts'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetBar, SheetOverlays, SheetStatus, SheetTrace } from './sheet-frame.tsx'
import { StateStamp } from './state-stamp.tsx'
import { traitsOf } from './traits.ts'
import { useSeldom } from './use-seldom.ts'
import { useSettled } from './use-settled.ts'
import { useSheet, type DocumentSheetProps } from './use-sheet.ts'
import { useSources } from './use-sources.ts'
import './document.css'

const noLines: readonly DerivedLine[] = []

const referenceIn = (header: Values, name: string | null): Reference | null => {
  const value = name === null ? null : (header[name] ?? null)
  return isReference(value) ? value : null
}

/** The party is told by its code too; warehouses and people by their name alone. */
const plainNames = (header: Values, party: string | null): Values =>
  Object.fromEntries(
    Object.entries(header).map(([name, value]) => [
      name,
      isReference(value) && name !== party ? { id: value.id, name: value.name } : value,
    ]),
  )

const itemsOf = (lines: readonly (DerivedLine | DraftLine)[]): readonly string[] =>
  lines.flatMap((line) => {
    const { item } = 'values' in line ? line.values : line.typed
    return isReference(item) ? [item.id] : []
  })

const countOf = (draft: Draft, table: string): string => {
  const count = (draft.tables[table] ?? []).filter((line) => Object.keys(line.typed).length > 0).length
  return count === 0 ? '' : String(count)
}

/** Fields that are seldom typed come last, where they fold away. */
const lateFields = new Set(['contractPaymentOn', 'priceIncludesTax', 'isRed', 'currency', 'rate'])
/** What a document in a foreign currency says first, beside who and when. */
const inForeign = new Set(['currency', 'rate'])

/** The fields of the compact header: the day second, the remark and the totals in the foot, everything one row high. */
function headerFields(definition: AnyDocument, sourceOf: SourceOf, may: May, foreign: boolean): readonly Field[] {
  const { date, remark: _remark, ...others } = headerFieldsOf(definition)
  const own = formFields(others, sourceOf, { may })
    .filter((field) => !field.readOnly || others[field.key]?.formula !== undefined)
    .toSorted((a, b) => Number(lateFields.has(a.key)) - Number(lateFields.has(b.key)))
  const day = date === undefined ? [] : formFields({ date }, sourceOf)
  const early = foreign ? own.filter((field) => inForeign.has(field.key)) : []
  const rest = own.slice(1).filter((field) => !early.includes(field))
  return [...own.slice(0, 1), ...day, ...early, ...rest].map((field) => ({
    ...field,
    kind: field.kind === 'longText' ? 'text' : field.kind,
    span: others[field.key]?.wide === true ? 3 : undefined,
    placeholder: undefined,
  }))
}

/** A document as it is written, shown and carried on: the same layout in every state. */
export function DocumentSheet(props: DocumentSheetProps): React.JSX.Element {
  const { definition } = props
  const sheet = useSheet(props)
  const { session, draft, header, editing, steps, answer, title } = sheet
  const { derived } = draft
  const navigate = useNavigate()
  const phone = useNarrow(768)
  const traits = useMemo(() => traitsOf(definition), [definition])
  const [tableName, setTableName] = useState(Object.keys(definition.tables)[0] ?? 'lines')
  const [cursor, setCursor] = useState<Line | null>(null)
  const [highlight, setHighlight] = useState<Reference | null>(null)
  const [settling, setSettling] = useState<Reference | null>(null)
  const table = definition.tables[tableName]
  const fields = useMemo(() => table?.fields ?? {}, [table])
  const hasGoods = fields['item'] !== undefined && fields['quantity'] !== undefined
  const scanTarget = useMemo(() => scanTargetOf(fields), [fields])

  const warehouse = referenceIn(header, traits.warehouse)
  const party = referenceIn(header, traits.party)
  const into = referenceIn(header, 'toWarehouse')
  const sourceOf = useSources(traits, { warehouse, party, into, item: referenceIn(cursor?.values ?? {}, 'item') })
  const showsStock = hasGoods && traits.warehouse !== null && editing
  const goods = (editing ? derived.tables['lines'] : draft.draft.tables['lines']) ?? noLines
  const asksStock = showsStock || (session.seesCost && traits.side === 'sale')
  const items = useMemo(() => (asksStock ? itemsOf(goods) : []), [asksStock, goods])
  const stock = useLineStock(items, warehouse?.id)

  const shownLines = draft.draft.tables[tableName] ?? noDrafts
  const lines = useGridLines(shownLines, derived.tables[tableName] ?? noLines, editing, showsStock ? stock : null)
  const seldom = useSeldom(definition.name, tableName, fields, shownLines, draft.world, { warehouse, into })
  const { may, seesCost } = session
  const taxed = header['priceIncludesTax'] === true
  const foreign = isForeign(definition, header, editing ? draft.world : null)
  const columns = useMemo(
    () =>
      documentColumns(fields, sourceOf, {
        may,
        totals: definition.totals ?? [],
        also: seldom.shown,
        stock: showsStock,
        editing,
        taxed,
        foreign,
      }),
    [fields, sourceOf, may, definition.totals, seldom.shown, showsStock, editing, taxed, foreign],
  )
  const headFields = useMemo(
    () => headerFields(definition, sourceOf, may, foreign),
    [definition, sourceOf, may, foreign],
  )
  const headValues = useMemo(() => plainNames(header, traits.party), [header, traits.party])
  const issues = useMemo(
    () => mergeIssues(placeDerived(derived), steps.placed, definition, derived, traits, editing ? stock : null),
    [derived, steps.placed, definition, traits, editing, stock],
  )
  const first = editing ? firstIssue(issues, draft.draft, definition, tableName) : null
  const settleIn = useMemo(() => settleTable(definition, traits.side), [definition, traits.side])
  const partyRow = useRow(traits.side === 'sale' ? 'customer' : 'supplier', party?.id)
  // Beside the document goods are told of: a bin or a warehouse that is picked is none.
  const showHighlighted = useCallback(
    (reference: Reference | null, source: string | undefined) => setHighlight(source === 'item' ? reference : null),
    [],
  )
  const looked = useSettled(highlight ?? cursor, 150)
  const margin = useMemo(
    () => (earnsMargin(traits) && seesCost ? marginOf(marginLines(goods), stock) : undefined),
    [traits, seesCost, goods, stock],
  )
  const rail = railOf({ definition, traits, header, party, partyRow, looked, margin, answer, may })
  const settleParty = settleIn?.side === 'both' ? referenceIn(cursor?.values ?? {}, 'party') : party
  const { changeTable } = draft
  const onChange = useCallback(
    (changes: Parameters<typeof changeTable>[1]) => changeTable(tableName, changes),
    [changeTable, tableName],
  )
  const openReference = (field: Field, id: string): void => {
    const target = definition.header[field.key]
    if (target?.target !== undefined) navigate(`/doc/${kebab(target.facet ?? target.target.name)}/${id}`)
  }

  return (
    <DocumentLayout
      busy={steps.busy !== null}
      bar={<SheetBar sheet={sheet} hasSeldom={seldomColumns(fields).length > 0} />}
      trace={<SheetTrace sheet={sheet} />}
      approval={
        <>
          {answer === null ? null : <TalkLine address={props.type.address} id={answer.id} />}
          <ApprovalStrip steps={approvalSteps(answer)} />
          {answer !== null && answer.actions.includes('approve') && !editing ? (
            <HandOverMenu address={kebab(definition.name)} document={answer.id} number={answer.number} />
          ) : null}
        </>
      }
      header={
        <>
          <OrderProgress type={definition.name} answer={answer} supplier={party?.id} />
          <FieldGrid
            fields={headFields}
            values={headValues}
            shown={props.type.own ? undefined : phone ? 4 : 8}
            today={session.today}
            readOnly={!editing}
            issues={issues.fields}
            onChange={editing ? draft.setField : undefined}
            onOpen={openReference}
            aside={editing ? undefined : <StateStamp answer={answer} />}
          />
        </>
      }
      foot={
        <SheetFoot
          definition={definition}
          traits={traits}
          foreign={foreign}
          header={header}
          party={party?.id}
          editing={editing}
          today={session.today}
          onRemark={(value) => draft.setField('remark', value)}
        />
      }
      status={
        <SheetStatus
          sheet={sheet}
          first={first}
          onIssue={first?.table === undefined ? undefined : () => setTableName(first.table ?? tableName)}
        />
      }
      rail={
        <>
          <OrderSupply type={definition.name} answer={answer} header={header} caused={sheet.trace.down} />
          <DocumentRail {...rail}>
            {answer === null ? null : (
              <OrderSteps type={definition.name} number={answer.number} version={answer.version} />
            )}
            <ShareSection address={props.type.address} definition={definition.name} id={answer?.id} />
            <DocumentExtras attachments={sheet.attachments} />
            {answer === null ? null : <TalkSection address={props.type.address} id={answer.id} />}
          </DocumentRail>
        </>
      }
    >
      <TableBar
        definition={definition}
        draft={draft.draft}
        title={title}
        shown={tableName}
        onShow={setTableName}
        onSettle={settleIn === null || !editing ? undefined : () => setSettling(settleParty)}
        settleable={settleParty !== null}
      />
      <LinesGrid
        key={tableName}
        label={table === undefined ? title : labelOf(table, tableName)}
        columns={columns}
        lines={lines}
        today={session.today}
        readOnly={!editing}
        issues={issues.cells[tableName]}
        scan={hasGoods ? scanTarget : undefined}
        onChange={editing ? onChange : undefined}
        onCursor={setCursor}
        onHighlight={showHighlighted}
      />
      <SheetOverlays sheet={sheet} />
      <ColumnsDialog
        open={sheet.overlay?.kind === 'columns'}
        columns={seldomColumns(fields).map((name) => ({
          key: name,
          label: fields[name] === undefined ? name : labelOf(fields[name], name),
          shown: seldom.shown.has(name),
        }))}
        onToggle={seldom.toggle}
        onClose={sheet.closeOverlay}
      />
      {settleIn === null ? null : (
        <SettleDialog
          party={settling}
          side={settleIn.side}
          kinds={settleIn.kinds}
          money={settleIn.side === 'both' ? null : moneyIn(draft.draft)}
          currency={paidIn(draft.draft, header)}
          onClose={() => setSettling(null)}
          onSettle={(settled) => {
            draft.change((was) =>
              withSettled(
                was,
                settleIn.name,
                settled,
                settleIn.kinds,
                settleIn.side === 'both' ? (settling ?? undefined) : undefined,
              ),
            )
            setTableName(settleIn.name)
          }}
        />
      )}
    </DocumentLayout>
  )
}

const noDrafts: readonly DraftLine[] = []

type TableBarProps = {
  definition: AnyDocument
  draft: Draft
  title: string
  shown: string
  onShow: (table: string) => void
  onSettle?: () => void
  settleable: boolean
}

/** Which of several tables is shown, and what fills one from elsewhere. Documents with one table have no such bar. */
function TableBar(props: TableBarProps): React.JSX.Element | null {
  const { definition, draft, title, shown, onShow, onSettle, settleable } = props
  const tables = Object.entries(definition.tables)
  if (tables.length < 2 && onSettle === undefined) return null
  return (
    <div className="document-tables">
      {tables.length > 1 ? (
        <Segmented
          label={title}
          value={shown}
          onChange={onShow}
          options={tables.map(([name, table]) => ({
            value: name,
            label: `${labelOf(table, name)} ${countOf(draft, name)}`.trim(),
          }))}
        />
      ) : null}
      {onSettle === undefined ? null : (
        <Button icon="check" onClick={onSettle} disabled={!settleable}>
          {t('settle.choose')}
        </Button>
      )}
    </div>
  )
}
