import { Button, Tag } from '../../../ui/control/button.tsx'
import { stateCell } from '../../../ui/derive/list-columns.ts'
import { DocumentBar } from '../../../ui/document/document-bar.tsx'
import { StatusLine } from '../../../ui/document/status-line.tsx'
import { TraceStrip } from '../../../ui/document/trace-strip.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { documentReports } from './document-reports.ts'
import { useNavigate, type Navigate } from '../../../ui/shell/navigation.tsx'
import type { DocumentAction } from '../../../ui/document/document-bar.tsx'
import type { DocumentAnswer } from './document-answer.ts'
import { actionsOf } from './document-actions.ts'
import { QuestionDialog, StaleDialog, VouchersDialog } from './document-dialogs.tsx'
import { AttachmentsDrawer, DocumentHistory } from './document-extras.tsx'
import type { FirstIssue } from './issues.ts'
import { PrintDialog } from '../print/print-dialog.tsx'
import type { Sheet } from './use-sheet.ts'

/** The bar of a document: what it is, how it stands, what can be done. */
export function SheetBar({
  sheet,
  hasSeldom,
  children,
}: {
  sheet: Sheet
  hasSeldom: boolean
  children?: React.ReactNode
}): React.JSX.Element {
  const catalogue = useCatalogue()
  const { answer, autosave, may, amending, steps, doings, editing } = sheet
  const status = answer?.derived.status ?? null
  const navigate = useNavigate()
  return (
    <DocumentBar
      title={sheet.title}
      number={answer?.number}
      state={stateCell({ state: answer?.state ?? 'draft', derived: { status } }) ?? undefined}
      note={editing ? autosave.note : undefined}
      tags={
        <>
          {answer?.['overBudget'] === true ? <Tag tone="negative">{t('order.overBudget')}</Tag> : null}
          {answer !== null && answer.reverses !== null ? <Tag tone="negative">{t('document.reverse')}</Tag> : null}
          {autosave.restored === null ? null : (
            <span className="document-notice" role="status">
              {autosave.restored}
              <Button look="text" size="small" onClick={sheet.discard}>
                {t('document.discard')}
              </Button>
            </span>
          )}
        </>
      }
      actions={[
        ...deskActions(sheet.props.definition.name, answer, navigate),
        ...actionsOf(
          {
            address: sheet.props.type.address,
            isNew: answer === null,
            amending,
            may,
            convert: answer?.convert ?? [],
            attachments: sheet.attachments.list.length,
            posted: answer !== null && (answer.state === 'posted' || answer.state === 'closed'),
            hasSeldom,
            reports: documentReports(catalogue, sheet.session, sheet.props.definition.name, answer),
            busy: steps.busy,
          },
          doings,
        ),
      ]}
    >
      {children}
    </DocumentBar>
  )
}

/** The desk where what is on the page is decided on: requests ordered, quotations compared. */
function deskActions(type: string, answer: DocumentAnswer | null, navigate: Navigate): DocumentAction[] {
  if (answer === null) return []
  const to = (key: string, label: string, path: string): DocumentAction[] => [
    { key, label, place: 'main', onSelect: () => navigate(path) },
  ]
  if (type === 'stockCount' && answer.state === 'draft' && typeof answer['stage'] === 'string')
    return to('count', t('count.go'), `/count/${encodeURIComponent(answer.number)}`)
  if (answer.state !== 'posted') return []
  if (type === 'purchaseRequest') return to('desk', t('desk.makeOrders'), `/order-desk/requests?requests=${answer.id}`)
  if (type === 'requestForQuotation')
    return to('compare', t('compare.open'), `/comparison/${encodeURIComponent(answer.number)}`)
  return []
}

export function SheetTrace({ sheet }: { sheet: Sheet }): React.JSX.Element {
  const { trace, editing, amending, props } = sheet
  const note = t(props.type.posts ? 'document.willPost' : 'document.willTakeEffect')
  return <TraceStrip up={trace.up} down={trace.down} note={editing && !amending ? note : undefined} />
}

function signaturesOf({ answer, prints }: Sheet): { label: string; text: string }[] {
  if (answer === null) return []
  const made = { label: t('document.maker'), text: `${answer.createdBy} ${formatMoment(answer.createdAt)}` }
  const printed = prints === 0 ? [] : [{ label: t('document.print'), text: t('document.times', { count: prints }) }]
  if (answer.postedBy === null) return [made, ...printed]
  const posted = { label: t('document.poster'), text: `${answer.postedBy} ${formatMoment(answer.postedAt ?? '')}` }
  return [made, posted, ...printed]
}

const editKeys = () => [
  { keys: 'Ctrl S', label: t('document.save') },
  { keys: 'F9', label: t('document.post') },
  { keys: 'Ctrl Enter', label: t('document.insert') },
]

export type SheetStatusProps = {
  sheet: Sheet
  first: FirstIssue | null
  onIssue?: () => void
  keys?: readonly { keys: string; label: string }[]
}

/** The last line: what is wrong, who made and posted it, which keys help. */
export function SheetStatus({ sheet, first, onIssue, keys }: SheetStatusProps): React.JSX.Element {
  const { answer, editing, doings } = sheet
  return (
    <StatusLine
      issue={first?.issue ?? null}
      onIssue={onIssue}
      signatures={signaturesOf(sheet)}
      keys={editing ? (keys ?? editKeys()) : []}
      end={
        answer === null || editing ? undefined : (
          <Button look="text" size="small" onClick={doings.history}>
            {t('document.history')}
          </Button>
        )
      }
    />
  )
}

/** The dialogs and drawers that every document has. */
export function SheetOverlays({ sheet }: { sheet: Sheet }): React.JSX.Element {
  const { answer, overlay, steps, session, props } = sheet
  const number = answer?.number ?? ''
  return (
    <>
      <QuestionDialog
        question={overlay?.kind === 'question' ? overlay.question : null}
        number={number}
        date={session.today}
        today={session.today}
        busy={steps.busy !== null}
        problem={steps.problem}
        onConfirm={sheet.answerQuestion}
        onClose={sheet.closeOverlay}
      />
      <StaleDialog open={steps.stale} number={number} onReload={sheet.reload} onKeep={sheet.overwrite} />
      <VouchersDialog vouchers={overlay?.kind === 'vouchers' ? overlay.vouchers : null} onClose={sheet.closeOverlay} />
      <AttachmentsDrawer attachments={sheet.attachments} />
      {overlay?.kind === 'print' && answer !== null ? (
        <PrintDialog
          type={props.type.definition}
          address={props.type.address}
          ids={[answer.id]}
          standard
          onPrinted={sheet.wasPrinted}
          onClose={sheet.closeOverlay}
        />
      ) : null}
      <DocumentHistory
        open={overlay?.kind === 'history'}
        onClose={sheet.closeOverlay}
        definition={props.definition}
        address={props.type.address}
        answer={answer}
        nameOf={sheet.draft.cache.nameOf}
      />
    </>
  )
}
