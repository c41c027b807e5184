import type { Json } from '../../base/json.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { tableOf } from '../documents/storage.ts'
import type { EntityCheck, Work } from '../posting/work.ts'
import { approvalFlow, readFlow } from './flow.ts'
import type { FlowNode } from './flow.ts'
import { flowNames } from './flow-values.ts'

const approversIn = (nodes: readonly FlowNode[]): { kind: string; value: string }[] =>
  nodes.flatMap((node) =>
    node.kind === 'approve'
      ? [...node.approvers, ...(node.escalateTo === null ? [] : [node.escalateTo])]
      : node.ways.flatMap((way) => approversIn(way.nodes)),
  )

/** Roles and people that a flow names and nobody is. */
const unknownApprovers = async (work: Work, nodes: readonly FlowNode[]): Promise<FieldProblem[]> => {
  const named = approversIn(nodes)
  const [roles, people] = await Promise.all([
    work.tx.rows<{ name: string }>('select name from role where company_id = $1', [work.company]),
    work.tx.rows<{ name: string }>(
      `select u.username as name from access."user" u join member m on m.user_id = u.id and m.company_id = $1 where not m.disabled`,
      [work.company],
    ),
  ])
  const known = { role: new Set(roles.map((row) => row.name)), user: new Set(people.map((row) => row.name)) }
  return named.flatMap(({ kind, value }) => {
    if (kind === 'role' && !known.role.has(value))
      return [fieldProblem('nodes', `没有角色“${value}”`, `there is no role ${value}`)]
    if (kind === 'user' && !known.user.has(value))
      return [fieldProblem('nodes', `没有用户“${value}”，或已停用`, `there is no user ${value}`)]
    return []
  })
}

/** A flow's nodes can be gone by and name people there are; what is live or was is never changed, but followed by a new version. */
export const checkApprovalFlow: EntityCheck = {
  entity: approvalFlow,
  check: async (record, work) => {
    const definition = work.installed.catalogue.documents.get(String(record['documentType']))
    if (definition === undefined || definition.internal === true)
      return [fieldProblem('documentType', '请选择单据类型', 'choose a type of document')]
    const [stored] = await work.tx.rows<{ state: string }>(
      `select state from ${tableOf(approvalFlow).name} where company_id = $1 and id = $2`,
      [work.company, record['id']],
    )
    if ((stored?.state ?? 'draft') !== 'draft')
      return [fieldProblem('state', '启用过的流程不能修改，请另存为新版本', 'was released; save a new version of it')]
    if (record['state'] !== 'draft')
      return [fieldProblem('state', '请用“启用”使流程生效', 'is put in force by releasing it')]
    const { nodes, problems } = readFlow((record['nodes'] ?? []) as Json, flowNames(work, definition))
    return problems.length > 0 ? problems : unknownApprovers(work, nodes)
  },
}
