import { isUuid } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { defineEntity } from '../definition/define.ts'
import { choice, integer, json, moment, text } from '../definition/field.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { Names } from '../expression/check.ts'
import { typeOfExpression } from '../expression/check.ts'
import { parseExpression } from '../expression/parse.ts'
import { ExpressionError } from '../expression/tokens.ts'

/** Who is asked: a role, a person, or the head of the department that the document or its writer belongs to. */
export interface Approver {
  readonly id: string
  readonly kind: 'role' | 'user' | 'head'
  /** The name of the role or the user name; empty for the head. */
  readonly value: string
}

/** A node that waits for approvals: of all who are asked, or of any one of them. */
export interface ApproveNode {
  readonly id: string
  readonly kind: 'approve'
  readonly name: string
  readonly approvers: readonly Approver[]
  readonly mode: 'all' | 'any'
  /** Passed over unless this holds of the document. */
  readonly when: string
  readonly fourEyes: boolean
  /** How long they have; null for as long as they like. */
  readonly hours: number | null
  /** Who is asked instead when the time is over; null to remind only. */
  readonly escalateTo: Approver | null
}

/** A fork: the first way whose condition holds is gone; one without a condition always holds. */
export interface BranchNode {
  readonly id: string
  readonly kind: 'branch'
  readonly name: string
  readonly ways: readonly {
    readonly id: string
    readonly name: string
    readonly when: string
    readonly nodes: readonly FlowNode[]
  }[]
}

export type FlowNode = ApproveNode | BranchNode

export const flowStates = { draft: '草稿', live: '启用', retired: '停用' } as const

/**
 * 审批流程: the way a type of document goes until it may post, as it was drawn. Versions follow one another; one of a type is
 * live, and what was submitted under an earlier one goes on by that.
 */
export const approvalFlow = defineEntity({
  name: 'approvalFlow',
  label: '审批流程',
  internal: true,
  fields: {
    documentType: text({ label: '单据类型', required: true, indexed: true, maxLength: 60 }),
    number: integer({ label: '版本号', english: 'Version number', computed: true }),
    state: choice({ label: '流程状态', english: 'State', options: flowStates, initial: 'draft', computed: true }),
    nodes: json({ label: '节点', english: 'Nodes' }),
    releasedAt: moment({ label: '启用时间', english: 'Released at', computed: true }),
    releasedBy: text({ label: '启用人', english: 'Released by', computed: true }),
  },
})

type JsonObject = Readonly<Record<string, Json>>

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textIn = (value: JsonObject, name: string): string => {
  const found = value[name]
  return typeof found === 'string' ? found.trim().slice(0, 2000) : ''
}

/** At most so many nodes, and so many forks in one another: what a person can still read. */
const mostNodes = 60
const deepest = 6

interface Reading {
  readonly names: Names
  readonly problems: FieldProblem[]
  readonly ids: Set<string>
}

const refuse = (reading: Reading, path: string, zh: string, en: string) =>
  void reading.problems.push(fieldProblem(path, zh, en))

const idIn = (value: JsonObject, path: string, reading: Reading): string => {
  const id = textIn(value, 'id')
  if (!isUuid(id) || reading.ids.has(id))
    refuse(reading, `${path}.id`, '节点编号重复或有误', 'is no id, or not its own')
  reading.ids.add(id)
  return id
}

const conditionIn = (value: JsonObject, path: string, reading: Reading): string => {
  const when = textIn(value, 'when')
  if (when === '') return ''
  try {
    const type = typeOfExpression(parseExpression(when), reading.names)
    if (type !== 'boolean' && type !== 'any')
      refuse(
        reading,
        `${path}.when`,
        '条件应能判断是或否，如 价税合计 > 10000',
        'must say yes or no, as amount > 10000',
      )
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    refuse(reading, `${path}.when`, `条件第 ${error.at + 1} 个字：${error.zh}`, `at ${error.at + 1}: ${error.en}`)
  }
  return when
}

const approverIn = (value: Json | undefined, path: string, reading: Reading): Approver | undefined => {
  if (!isObject(value)) return undefined
  const kind = textIn(value, 'kind')
  const who = textIn(value, 'value')
  if (kind !== 'role' && kind !== 'user' && kind !== 'head') {
    refuse(reading, `${path}.kind`, '应为角色、用户或部门负责人', 'must be role, user or head')
    return undefined
  }
  if (kind !== 'head' && who === '') refuse(reading, `${path}.value`, '请选择审批人', 'choose who approves')
  return { id: idIn(value, path, reading), kind, value: kind === 'head' ? '' : who }
}

const hoursIn = (value: JsonObject, path: string, reading: Reading): number | null => {
  const { hours } = value
  if (hours === undefined || hours === null || hours === '') return null
  const found = Number(hours)
  if (Number.isInteger(found) && found >= 1 && found <= 8760) return found
  refuse(reading, `${path}.hours`, '时限应为 1 至 8760 小时', 'must be 1 to 8760 hours')
  return null
}

const approveNodeIn = (value: JsonObject, path: string, reading: Reading): ApproveNode => {
  const given = Array.isArray(value['approvers']) ? (value['approvers'] as readonly Json[]) : []
  const approvers = given.flatMap((one, index) => approverIn(one, `${path}.approvers.${index}`, reading) ?? [])
  if (approvers.length === 0) refuse(reading, `${path}.approvers`, '请至少指定一个审批人', 'needs someone who approves')
  return {
    id: idIn(value, path, reading),
    kind: 'approve',
    name: textIn(value, 'name') || '审批',
    approvers,
    mode: value['mode'] === 'any' ? 'any' : 'all',
    when: conditionIn(value, path, reading),
    fourEyes: value['fourEyes'] !== false,
    hours: hoursIn(value, path, reading),
    escalateTo: approverIn(value['escalateTo'], `${path}.escalateTo`, reading) ?? null,
  }
}

const branchIn = (value: JsonObject, path: string, reading: Reading, depth: number): BranchNode => {
  const given = Array.isArray(value['ways']) ? (value['ways'] as readonly Json[]).filter(isObject) : []
  if (given.length < 2) refuse(reading, `${path}.ways`, '分支至少要有两条路', 'needs two ways at least')
  if (depth >= deepest) refuse(reading, path, '分支嵌套过深', 'is nested too deep')
  return {
    id: idIn(value, path, reading),
    kind: 'branch',
    name: textIn(value, 'name') || '条件分支',
    ways: given.map((way, index) => ({
      id: idIn(way, `${path}.ways.${index}`, reading),
      name: textIn(way, 'name') || `分支${index + 1}`,
      when: conditionIn(way, `${path}.ways.${index}`, reading),
      nodes: depth >= deepest ? [] : nodesIn(way['nodes'], `${path}.ways.${index}.nodes`, reading, depth + 1),
    })),
  }
}

const nodesIn = (value: Json | undefined, path: string, reading: Reading, depth: number): FlowNode[] => {
  const given = Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : []
  if (given.length > mostNodes) refuse(reading, path, `节点不能超过 ${mostNodes} 个`, `at most ${mostNodes} nodes`)
  return given
    .slice(0, mostNodes)
    .map((node, index) =>
      node['kind'] === 'branch'
        ? branchIn(node, `${path}.${index}`, reading, depth)
        : approveNodeIn(node, `${path}.${index}`, reading),
    )
}

/** Reads the nodes of a flow, and says of each what is wrong with it. Conditions are judged by the names they may use. */
export const readFlow = (
  nodes: Json | undefined,
  names: Names,
): { readonly nodes: readonly FlowNode[]; readonly problems: readonly FieldProblem[] } => {
  const reading: Reading = { names, problems: [], ids: new Set() }
  return { nodes: nodesIn(nodes, 'nodes', reading, 0), problems: reading.problems }
}

/** The approvals a document meets on its way: the first way of each fork whose condition holds, nodes whose own does. */
export const pathThrough = (
  nodes: readonly FlowNode[],
  holds: (condition: string) => boolean,
): { readonly node: ApproveNode; readonly because: readonly string[] }[] => {
  const isOpen = (when: string) => when === '' || holds(when)
  return nodes.flatMap((node) => {
    if (node.kind === 'approve')
      return isOpen(node.when) ? [{ node, because: node.when === '' ? [] : [node.when] }] : []
    const way = node.ways.find((one) => isOpen(one.when))
    if (way === undefined) return []
    return pathThrough(way.nodes, holds).map(({ node: found, because }) => ({
      node: found,
      because: way.when === '' ? because : [way.when, ...because],
    }))
  })
}
