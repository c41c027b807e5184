import { audit } from '../audit/audit.ts'
import { isUnused } from '../documents/shared-records.ts'
import { notify, withdrawNotices } from '../notices/notify.ts'
import type { Work } from '../posting/work.ts'
import { approvalFlow } from './flow.ts'
import { stepColumns } from './steps.ts'
import type { Step } from './steps.ts'

interface OverdueStep extends Step {
  readonly documentType: string
  readonly documentNumber: string
}

const tell = (
  work: Work,
  step: OverdueStep,
  to: Parameters<typeof notify>[1]['to'],
  key: string,
  zh: string,
  en: string,
) =>
  notify(work, {
    to,
    key,
    subject: { type: step.documentType, id: step.documentId },
    text: { zh: `${zh}：${step.documentNumber}`, en: `${en}: ${step.documentNumber}` },
  })

/** Asks whoever comes after the time is over, and tells who submitted it; where there is no one, reminds. */
const escalate = async (work: Work, step: OverdueStep): Promise<void> => {
  const key = `approval/${step.id}`
  const { escalateRole: role, escalateUser: user } = step
  const isHanded = role !== null || user !== null
  const [named] =
    role === null
      ? await work.tx.rows<{ name: string }>(`select name from access."user" where username = $1`, [user ?? ''])
      : await work.tx.rows<{ name: string }>(`select label as name from role where company_id = $1 and name = $2`, [
          work.company,
          role,
        ])
  const approver = named?.name ?? step.approver
  work.tx.send(`update approval_step set escalated_at = $3 where company_id = $1 and id = $2`, [
    work.company,
    step.id,
    work.clock.now(),
  ])
  if (isHanded) {
    work.tx.send(
      `update approval_step set role = $3, user_name = $4, approver = $5, added_by = $6 where company_id = $1 and id = $2`,
      [work.company, step.id, role, user, approver, `${step.approver}（超时）`],
    )
  }
  const to = isHanded ? { role, user } : { role: step.role, user: step.user }
  if (isHanded) withdrawNotices(work, key)
  if (to.role !== null)
    tell(work, step, { role: to.role }, `${key}/late`, '审批已超时，请处理', 'Overdue, please decide')
  if (to.user !== null)
    tell(work, step, { username: to.user }, `${key}/late`, '审批已超时，请处理', 'Overdue, please decide')
  tell(
    work,
    step,
    { user: step.submittedById },
    `${key}/late-told`,
    isHanded ? `${step.approver}超时未审批，已转${approver}` : `${step.approver}超时未审批，已催办`,
    isHanded ? `Not decided in time; ${approver} is asked now` : 'Not decided in time; reminded',
  )
  audit(work, {
    action: 'escalate',
    type: step.documentType,
    record: step.documentId,
    label: step.documentNumber,
    after: { from: step.approver, to: approver },
  })
}

/** 超时升级: what was not decided in its time. Looked for again and again; each is done once. Answers how many there were. */
export const escalateOverdue = async (work: Work): Promise<number> => {
  if (isUnused(work, approvalFlow.name)) return 0
  const overdue = await work.tx.rows<OverdueStep>(
    `select ${stepColumns}, s.document_type as "documentType", s.document_number as "documentNumber" from approval_step s
     where s.company_id = $1 and s.is_current and s.state = 'waiting' and s.due_at <= $2 and s.escalated_at is null
     order by s.due_at limit 200 for update skip locked`,
    [work.company, work.clock.now()],
  )
  for (const step of overdue) await escalate(work, step)
  return overdue.length
}
