/**
 * The strongly connected components of a directed graph (Tarjan 1972), without recursion: each component lists its
 * nodes, and a component comes after all those that its nodes point to. Nodes keep their order where the graph
 * leaves it open.
 */
export function connectedComponents(
  nodes: readonly string[],
  successorsOf: (node: string) => readonly string[],
): string[][] {
  const search: Search = { indexes: new Map(), lows: new Map(), waiting: [], isWaiting: new Set(), components: [] }
  for (const node of nodes) {
    if (!search.indexes.has(node)) explore(node, successorsOf, search)
  }
  return search.components
}

interface Search {
  readonly indexes: Map<string, number>
  readonly lows: Map<string, number>
  readonly waiting: string[]
  readonly isWaiting: Set<string>
  readonly components: string[][]
}

interface Frame {
  readonly node: string
  readonly successors: readonly string[]
  next: number
}

function explore(start: string, successorsOf: (node: string) => readonly string[], search: Search): void {
  const frames: Frame[] = [enter(start, successorsOf, search)]
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const successor = frame.successors[frame.next]
    frame.next += 1
    if (successor === undefined) {
      frames.pop()
      leave(frame.node, frames.at(-1)?.node, search)
    } else if (!search.indexes.has(successor)) {
      frames.push(enter(successor, successorsOf, search))
    } else if (search.isWaiting.has(successor)) {
      lower(frame.node, search.indexes.get(successor), search)
    }
  }
}

function enter(node: string, successorsOf: (node: string) => readonly string[], search: Search): Frame {
  const index = search.indexes.size
  search.indexes.set(node, index)
  search.lows.set(node, index)
  search.waiting.push(node)
  search.isWaiting.add(node)
  return { node, successors: successorsOf(node), next: 0 }
}

function leave(node: string, parent: string | undefined, search: Search): void {
  const low = search.lows.get(node)
  if (parent !== undefined) lower(parent, low, search)
  if (low !== search.indexes.get(node)) return
  const component = search.waiting.splice(search.waiting.lastIndexOf(node))
  for (const member of component) search.isWaiting.delete(member)
  search.components.push(component)
}

function lower(node: string, low: number | undefined, search: Search): void {
  search.lows.set(node, Math.min(search.lows.get(node) ?? Infinity, low ?? Infinity))
}
