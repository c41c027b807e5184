/** A map of documents: lanes one under another, in each a row of main documents and rows of side documents below it. */
export type FlowLane = { readonly key: string; readonly label: string }

export type FlowNode = {
  readonly key: string
  readonly lane: string
  readonly column: number
  /** A side document: how far it stands under the main one of its column, from 1. */
  readonly side?: number
}

export type FlowWire = { readonly from: string; readonly to: string }

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export type WirePath = {
  readonly key: string
  readonly path: string
  readonly arrow: string | null
  readonly dashed: boolean
}

export const flowSizes = {
  left: 92,
  pitch: 140,
  width: 122,
  height: 48,
  sideHeight: 32,
  laneHeight: 154,
  top: 26,
  sideTop: 98,
  sidePitch: 40,
} as const

/** Where the lanes lie: each as high as its tallest stack of side documents asks. */
export type LaneBands = ReadonlyMap<string, { readonly top: number; readonly height: number }>

export function laneBands(nodes: readonly FlowNode[], lanes: readonly FlowLane[]): LaneBands {
  const bands = new Map<string, { top: number; height: number }>()
  let top = 0
  for (const { key } of lanes) {
    const deepest = Math.max(1, ...nodes.map((node) => (node.lane === key ? (node.side ?? 0) : 0)))
    const height = flowSizes.laneHeight + (deepest - 1) * flowSizes.sidePitch
    bands.set(key, { top, height })
    top += height
  }
  return bands
}

export function boxOf(node: FlowNode, bands: LaneBands): Box {
  const inLane = node.side === undefined ? flowSizes.top : flowSizes.sideTop + (node.side - 1) * flowSizes.sidePitch
  return {
    left: flowSizes.left + node.column * flowSizes.pitch,
    top: (bands.get(node.lane)?.top ?? 0) + inLane,
    width: flowSizes.width,
    height: node.side === undefined ? flowSizes.height : flowSizes.sideHeight,
  }
}

function arrowRight(x: number, y: number): string {
  return `M${x} ${y}l-6-3.5v7z`
}

function arrowLeft(x: number, y: number): string {
  return `M${x} ${y}l6-3.5v7z`
}

function arrowDown(x: number, y: number): string {
  return `M${x} ${y}l-3.5-6h7z`
}

function straight(a: Box, b: Box): { path: string; arrow: string } {
  const y = a.top + a.height / 2
  return { path: `M${a.left + a.width} ${y}H${b.left - 5}`, arrow: arrowRight(b.left - 1, y) }
}

/** Past other documents of the lane: through the channel over them. */
function overArch(a: Box, b: Box): { path: string; arrow: string } {
  const channel = a.top - 13
  const middle = b.left + b.width / 2
  return {
    path: `M${a.left + a.width / 2} ${a.top}V${channel}H${middle}V${b.top - 5}`,
    arrow: arrowDown(middle, b.top - 1),
  }
}

/** To another lane: out at the right, down or up the gap between columns, and in from the right or from above. */
function across(a: Box, b: Box, freeAtRight: boolean): { path: string; arrow: string } {
  const gutter = a.left + a.width + 9
  const start = `M${a.left + a.width} ${a.top + a.height / 2}H${gutter}`
  const targetRight = b.left + b.width
  if (freeAtRight && targetRight < gutter) {
    const y = b.top + b.height / 2
    return { path: `${start}V${y}H${targetRight + 5}`, arrow: arrowLeft(targetRight + 1, y) }
  }
  const middle = b.left + b.width / 2
  return { path: `${start}V${b.top - 13}H${middle}V${b.top - 5}`, arrow: arrowDown(middle, b.top - 1) }
}

/** The line of each wire. Wires whose ends are not on the map are left out. */
export function wirePaths(
  nodes: readonly FlowNode[],
  lanes: readonly FlowLane[],
  wires: readonly FlowWire[],
): readonly WirePath[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const bands = laneBands(nodes, lanes)
  return wires.flatMap((wire): readonly WirePath[] => {
    const from = byKey.get(wire.from)
    const to = byKey.get(wire.to)
    if (from === undefined || to === undefined) return []
    const key = `${wire.from}>${wire.to}`
    const a = boxOf(from, bands)
    const b = boxOf(to, bands)
    if (from.lane === to.lane && from.column === to.column) {
      const x = a.left + a.width / 2
      const [upper, lower] = a.top < b.top ? [a, b] : [b, a]
      return [{ key, path: `M${x} ${upper.top + upper.height}V${lower.top}`, arrow: null, dashed: true }]
    }
    const row = nodes.filter((node) => node.lane === to.lane && Boolean(node.side) === Boolean(to.side))
    const between = row.some(
      (node) => node.column > Math.min(from.column, to.column) && node.column < Math.max(from.column, to.column),
    )
    if (from.lane === to.lane && !from.side && !to.side)
      return [{ key, ...(between || to.column < from.column ? overArch(a, b) : straight(a, b)), dashed: false }]
    const freeAtRight = !row.some((node) => node.column > to.column && node.column <= from.column)
    return [{ key, ...across(a, b, freeAtRight), dashed: Boolean(from.side || to.side) }]
  })
}

/** Where an arrow key leads: along a wire if one goes that way, else to the nearest document in that direction. */
export function neighbourNode(
  nodes: readonly FlowNode[],
  lanes: readonly FlowLane[],
  wires: readonly FlowWire[],
  key: string,
  direction: 'left' | 'right' | 'up' | 'down',
): string | null {
  const from = nodes.find((node) => node.key === key)
  if (from === undefined) return null
  const bands = laneBands(nodes, lanes)
  const here = boxOf(from, bands)
  const offset = (node: FlowNode): { ahead: number; aside: number } => {
    const box = boxOf(node, bands)
    const dx = box.left - here.left
    const dy = box.top - here.top
    if (direction === 'left' || direction === 'right')
      return { ahead: direction === 'right' ? dx : -dx, aside: Math.abs(dy) }
    return { ahead: direction === 'down' ? dy : -dy, aside: Math.abs(dx) }
  }
  const ahead = nodes.filter((node) => node.key !== key && offset(node).ahead > 0)
  const wired = new Set(wires.flatMap((wire) => (wire.from === key ? [wire.to] : wire.to === key ? [wire.from] : [])))
  const rank = (node: FlowNode): number =>
    offset(node).ahead + offset(node).aside * 3 - (wired.has(node.key) ? 1000 : 0)
  return ahead.sort((a, b) => rank(a) - rank(b))[0]?.key ?? null
}
