import type { Json } from '../../base/json.ts'
import { kebab } from '../definition/define.ts'
import type { Work } from '../posting/work.ts'
import { isNamed, stepColumns } from './steps.ts'
import type { Step } from './steps.ts'

/** Whose approvals are asked for: those that wait for me, those that I submitted, or all. */
export type InboxScope = 'mine' | 'requested' | 'all'

interface InboxRow extends Step {
  readonly documentType: string
  readonly documentNumber: string
  readonly isNext: boolean
}

const mine = (work: Work, row: InboxRow): boolean =>
  row.state === 'waiting' &&
  row.isNext &&
  isNamed(work.actor, row) &&
  !(row.fourEyes && row.submittedById === work.actor.id)

const isShown = (work: Work, row: InboxRow, scope: InboxScope): boolean => {
  if (scope === 'mine') return mine(work, row)
  if (scope === 'requested') return row.submittedById === work.actor.id
  return row.state === 'waiting' && row.isNext && work.actor.may(`${row.documentType}.read`)
}

const summaryOf = (work: Work, row: InboxRow): Json => {
  const type = work.installed.catalogue.documents.get(row.documentType)
  return {
    id: row.id,
    type: row.documentType,
    address: kebab(row.documentType),
    label: type?.label ?? row.documentType,
    document: row.documentId,
    number: row.documentNumber,
    step: row.step,
    approver: row.approver,
    state: row.state,
    reasons: row.reasons.map(({ zh, en }) => ({ zh, en })),
    submittedBy: row.submittedBy,
    submittedAt: row.submittedAt.toISOString(),
    decidedBy: row.decidedBy,
    note: row.note,
    isMine: mine(work, row),
  }
}

/** 待我审批: what waits for a person, the longest waiting first; or what they asked for and was not yet given. */
export const approvalInbox = async (work: Work, scope: InboxScope): Promise<readonly Json[]> => {
  const rows = await work.tx.rows<InboxRow>(
    `select ${stepColumns}, s.document_type as "documentType", s.document_number as "documentNumber",
       not exists (select 1 from approval_step e where e.company_id = $1 and e.document_id = s.document_id and e.is_current
         and e.state = 'waiting' and e.step < s.step) as "isNext"
     from approval_step s where s.company_id = $1 and s.is_current and s.state = any($2::text[])
     order by s.submitted_at, s.document_number, s.step limit 1000`,
    [work.company, scope === 'requested' ? ['waiting', 'rejected'] : ['waiting']],
  )
  return rows.filter((row) => isShown(work, row, scope)).map((row) => summaryOf(work, row))
}
