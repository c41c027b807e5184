import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { HandOverMenu } from './hand-over-menu.tsx'
import { approvalScopes, useApprovals, wordsOf, type ApprovalScope, type WaitingApproval } from './use-approvals.ts'
import '../../../ui/list/list-page.css'
import './approvals-page.css'

/** Approving and rejecting from the list; what else shows the documents is asked again. */
function useDecisions() {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const decide = async (row: WaitingApproval, action: 'approve' | 'reject', body: object): Promise<boolean> => {
    setBusy(row.id)
    try {
      await api.act(row.address, row.document, action, body)
      showToast('done', t('document.done', { number: row.number, action: t(`document.${action}`) }))
      return true
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
      return false
    } finally {
      setBusy(null)
      await client.invalidateQueries()
    }
  }
  return { busy, decide }
}

type RowProps = { row: WaitingApproval; busy: boolean; onApprove: () => void; onReject: () => void }

function ApprovalRow({ row, busy, onApprove, onReject }: RowProps): React.JSX.Element {
  const type = useCatalogue().types.get(row.address)
  return (
    <li className="approval-row">
      <div className="approval-what">
        <span className="muted">{type === undefined ? row.label : definitionLabel(type)}</span>
        <Go to={`/doc/${row.address}/${row.document}`}>{row.number}</Go>
        <Tag tone={row.state === 'rejected' ? 'negative' : 'warning'}>
          {row.state === 'rejected'
            ? t('approval.state.rejected')
            : t('approval.waitingFor', { approver: row.approver })}
        </Tag>
      </div>
      <p className="approval-why">{wordsOf(row.reasons)}</p>
      {row.state === 'rejected' ? (
        <p className="is-negative">{t('approval.rejectedBy', { name: row.decidedBy ?? '', note: row.note ?? '' })}</p>
      ) : null}
      <p className="faint small">
        {t('approval.by')} {row.submittedBy} {formatMoment(row.submittedAt)}
      </p>
      {row.isMine ? (
        <div className="approval-steps">
          <Button onClick={onReject} disabled={busy}>
            {t('document.reject')}
          </Button>
          <Button look="primary" busy={busy} onClick={onApprove}>
            {t('document.approve')}
          </Button>
          <HandOverMenu address={row.address} document={row.document} number={row.number} />
        </div>
      ) : null}
    </li>
  )
}

/** 待我审批: what waits for this person, one tap each; and what became of what they submitted. */
export function ApprovalsPage(): React.JSX.Element {
  usePageTitle(t('approval.title'))
  const session = useSession()
  const { search, setSearch } = usePage()
  const wanted = search.get('scope')
  const scope: ApprovalScope = wanted === 'requested' || wanted === 'all' ? wanted : 'mine'
  const approvals = useApprovals(scope)
  const { busy, decide } = useDecisions()
  const [rejecting, setRejecting] = useState<WaitingApproval | null>(null)
  const [reason, setReason] = useState<FieldValue>(null)
  const rows = approvals.data ?? []
  const close = (): void => {
    setRejecting(null)
    setReason(null)
  }
  const confirm = async (): Promise<void> => {
    if (rejecting === null) return
    if (typeof reason !== 'string' || reason === '') return showToast('error', t('approval.reasonNeeded'))
    if (await decide(rejecting, 'reject', { reason })) close()
  }
  return (
    <div className="page-scroll">
      <BusyBar busy={approvals.isFetching} />
      <header className="page-head">
        <h1>{t('approval.title')}</h1>
        <Segmented
          label={t('approval.title')}
          value={scope}
          onChange={(next) => setSearch(new URLSearchParams(next === 'mine' ? {} : { scope: next }))}
          options={approvalScopes.map((value) => ({ value, label: t(`approval.${value}`) }))}
        />
      </header>
      <p className="approval-about muted">{t('approval.about')}</p>
      {approvals.error ? <PageProblem error={approvals.error} onRetry={() => void approvals.refetch()} /> : null}
      {approvals.data !== undefined && rows.length === 0 ? (
        <p className="approval-about faint">{t(scope === 'requested' ? 'approval.noneRequested' : 'approval.none')}</p>
      ) : null}
      <ul className="approval-list">
        {rows.map((row) => (
          <ApprovalRow
            key={row.id}
            row={row}
            busy={busy === row.id}
            onApprove={() => void decide(row, 'approve', {})}
            onReject={() => setRejecting(row)}
          />
        ))}
      </ul>
      <Confirm
        open={rejecting !== null}
        title={`${t('document.reject')} ${rejecting?.number ?? ''}`}
        confirmLabel={t('document.reject')}
        busy={busy !== null}
        onClose={close}
        onConfirm={() => void confirm()}
        text={
          <FormField
            field={{ key: 'reason', label: t('document.reason'), kind: 'text', required: true }}
            value={reason}
            today={session.today}
            onChange={setReason}
          />
        }
      />
    </div>
  )
}
