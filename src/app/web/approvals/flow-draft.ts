import type { ApproveNode, BranchNode, FlowNode } from '../../../kernel/approvals/flow.ts'

/** A place in a flow: before which node of which row. The row is `root`, or the way of a fork. */
export type Place = { readonly list: string; readonly at: number }

type Nodes = readonly FlowNode[]
type Way = BranchNode['ways'][number]

const id = (): string => crypto.randomUUID()

export function newApproval(name: string): ApproveNode {
  return {
    id: id(),
    kind: 'approve',
    name,
    approvers: [{ id: id(), kind: 'head', value: '' }],
    mode: 'all',
    when: '',
    fourEyes: true,
    hours: null,
    escalateTo: null,
  }
}

export function newBranch(name: string, first: string, other: string): BranchNode {
  const way = (label: string): Way => ({ id: id(), name: label, when: '', nodes: [] })
  return { id: id(), kind: 'branch', name, ways: [way(first), way(other)] }
}

export function newWay(name: string): Way {
  return { id: id(), name, when: '', nodes: [] }
}

/** Puts each row of nodes through a change: the root, and the ways of every fork. */
function mapLists(nodes: Nodes, change: (nodes: Nodes, list: string) => Nodes, list = 'root'): Nodes {
  return change(
    nodes.map((node) =>
      node.kind === 'branch'
        ? { ...node, ways: node.ways.map((way) => ({ ...way, nodes: mapLists(way.nodes, change, way.id) })) }
        : node,
    ),
    list,
  )
}

export function insertNode(nodes: Nodes, place: Place, node: FlowNode): Nodes {
  return mapLists(nodes, (row, list) => (list === place.list ? row.toSpliced(place.at, 0, node) : row))
}

export function removeNode(nodes: Nodes, node: string): Nodes {
  return mapLists(nodes, (row) => row.filter((one) => one.id !== node))
}

export function replaceNode(nodes: Nodes, changed: FlowNode): Nodes {
  return mapLists(nodes, (row) => row.map((one) => (one.id === changed.id ? changed : one)))
}

export function findNode(nodes: Nodes, node: string): FlowNode | undefined {
  for (const one of nodes) {
    if (one.id === node) return one
    const inside =
      one.kind === 'branch' ? one.ways.map((way) => findNode(way.nodes, node)).find((found) => found) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

export function placeOf(nodes: Nodes, node: string, list = 'root'): Place | undefined {
  const at = nodes.findIndex((one) => one.id === node)
  if (at >= 0) return { list, at }
  return nodes
    .flatMap((one) => (one.kind === 'branch' ? one.ways : []))
    .map((way) => placeOf(way.nodes, node, way.id))
    .find((place) => place !== undefined)
}

/** Moves a node to a place of the flow as it is; a fork does not go into one of its own ways. */
export function moveNode(nodes: Nodes, node: string, to: Place): Nodes {
  const moved = findNode(nodes, node)
  const from = placeOf(nodes, node)
  if (moved === undefined || from === undefined) return nodes
  const isInside = moved.kind === 'branch' && listsIn(moved).includes(to.list)
  if (isInside) return nodes
  const at = from.list === to.list && from.at < to.at ? to.at - 1 : to.at
  return insertNode(removeNode(nodes, node), { list: to.list, at }, moved)
}

function listsIn(node: FlowNode): readonly string[] {
  return node.kind === 'branch' ? node.ways.flatMap((way) => [way.id, ...way.nodes.flatMap(listsIn)]) : []
}

/** Moves a node one up or down in its row. */
export function shiftNode(nodes: Nodes, node: string, by: -1 | 1): Nodes {
  const from = placeOf(nodes, node)
  if (from === undefined || from.at + by < 0) return nodes
  return moveNode(nodes, node, { list: from.list, at: by === 1 ? from.at + 2 : from.at - 1 })
}
