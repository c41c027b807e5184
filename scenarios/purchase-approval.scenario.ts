import { expect, test } from 'vitest'
import { textOf } from '../src/base/text.ts'
import { purchaseBudget, purchaseRequest } from '../src/domains/purchasing/index.ts'
import { approvalRule } from '../src/kernel/approvals/approval-rule.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument, findDocument } from '../src/kernel/documents/documents.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { DocumentAction } from '../src/kernel/documents/lifecycle.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { department, employee } from '../src/ledgers/dimensions/people.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { openAccess, openTrade } from './kit/trade.ts'

await openAccess()

/** A person of the company, who does things by their roles. */
const personOf = (books: Books, id: string, ...roles: readonly string[]) => {
  const actor = { id, name: id, username: id, roles, may: (right: string) => right !== 'approval.override' }
  return {
    write: (input: JsonObject) => books.inWork((work) => createDocument({ ...work, actor }, purchaseRequest, input)),
    act: (record: LoadedRecord, action: DocumentAction, input: JsonObject = {}) =>
      books.inWork(async (work) => {
        const own = { ...work, actor }
        return actOn(
          own,
          purchaseRequest,
          await findDocument(own, purchaseRequest, textOf(record.header['id']), { lock: true }),
          action,
          input,
        )
      }),
  }
}

/** A department with 1,000 a month, whose head approves every request, and the owner those beyond the budget. */
const openDepartment = async () => {
  const { books } = await openTrade()
  await books.entity(department, { code: 'D1', name: '生产部' })
  await books.entity(employee, { code: 'E1', name: '申请人', department: 'D1' })
  await books.rows(
    `insert into role (company_id, name, label, rights) values ($1, 'head', '部门主管', '[]'), ($1, 'owner', '老板', '[]') on conflict do nothing returning name`,
  )
  const rule = (name: string, step: string, approverRole: string, conditions: JsonObject[]) =>
    books.entity(approvalRule, {
      name,
      documentType: purchaseRequest.name,
      step,
      approverRole,
      fourEyes: true,
      conditions,
    })
  await rule('采购申请', '1', 'head', [])
  await rule('超预算', '2', 'owner', [{ fact: 'overBudget', operator: 'eq', threshold: '是' }])
  await books.post(purchaseBudget, {
    department: 'D1',
    year: 2026,
    date: '2026-01-01',
    lines: [{ month: 1, amount: '1000' }],
  })
  return {
    books,
    worker: personOf(books, 'worker'),
    head: personOf(books, 'head', 'head'),
    owner: personOf(books, 'owner', 'owner'),
  }
}

const asking = (quantity: string) => ({
  requester: 'E1',
  date: '2026-01-05',
  lines: [{ item: 'A', quantity, price: '10' }],
})

test('[PUR-01] who asks enters goods, quantity and budget; the approver rejects with a reason, then approves; both are seen', async () => {
  const { books, worker, head } = await openDepartment()
  const asked = await worker.act(await worker.write(asking('50')), 'submit')
  expect(asked.header['state']).toBe('submitted')
  await expect(worker.act(asked, 'post')).rejects.toThrow(/approval/)
  const rejected = await head.act(asked, 'reject', { reason: '先用库存' })
  expect(rejected.header['state']).toBe('draft')
  const steps = await books.rows<{ state: string; note: string | null; decided_by: string }>(
    `select state, note, decided_by from approval_step where company_id = $1 and document_id = $2`,
    asked.header['id'],
  )
  expect(steps).toEqual([{ state: 'rejected', note: '先用库存', decided_by: 'head' }])
  const again = await worker.act(rejected, 'submit')
  const approved = await head.act(again, 'approve')
  expect(approved.header['state']).toBe('posted')
})

test('[PUR-02] a request beyond the budget is flagged and goes on to a higher approver', async () => {
  const { worker, head, owner } = await openDepartment()
  const within = await worker.write(asking('60'))
  expect(within.header['overBudget']).toBe(false)
  expect((await head.act(await worker.act(within, 'submit'), 'approve')).header['state']).toBe('posted')

  const beyond = await worker.write(asking('41'))
  expect([beyond.header['overBudget'], textOf(beyond.header['budgetUsed']), textOf(beyond.header['overBy'])]).toEqual([
    true,
    '600',
    '10',
  ])
  const submitted = await worker.act(beyond, 'submit')
  const halfway = await head.act(submitted, 'approve')
  expect(halfway.header['state']).toBe('submitted')
  await expect(head.act(halfway, 'approve')).rejects.toThrow(/owner|老板/)
  expect((await owner.act(halfway, 'approve')).header['state']).toBe('posted')
})
