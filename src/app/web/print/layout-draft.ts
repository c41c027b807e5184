import type { Layout, LayoutElement, TableColumn } from '../../../kernel/print/template/layout.ts'
import type { PrintName } from '../../../kernel/print/template/print-data.ts'

/** A layout being changed, with what it was before each step and after those taken back. */
export type Draft = {
  readonly layout: Layout
  readonly past: readonly Layout[]
  readonly future: readonly Layout[]
  /** Steps of one movement (a drag, keys held down) count as one while they carry the same mark. */
  readonly mark: string | null
}

const mostSteps = 200

export function draftOf(layout: Layout): Draft {
  return { layout, past: [], future: [], mark: null }
}

export function step(draft: Draft, layout: Layout, mark: string | null = null): Draft {
  if (layout === draft.layout) return draft
  const goesOn = mark !== null && mark === draft.mark
  return { layout, past: goesOn ? draft.past : [...draft.past, draft.layout].slice(-mostSteps), future: [], mark }
}

export function undo(draft: Draft): Draft {
  const before = draft.past.at(-1)
  if (before === undefined) return draft
  return { layout: before, past: draft.past.slice(0, -1), future: [draft.layout, ...draft.future], mark: null }
}

export function redo(draft: Draft): Draft {
  const [after, ...future] = draft.future
  if (after === undefined) return draft
  return { layout: after, past: [...draft.past, draft.layout], future, mark: null }
}

function withElements(layout: Layout, elements: readonly LayoutElement[]): Layout {
  return { ...layout, elements }
}

const rounded = (millimetres: number): number => Math.round(millimetres * 100) / 100

export function addElement(layout: Layout, element: LayoutElement): Layout {
  return withElements(layout, [...layout.elements, element])
}

export function removeElements(layout: Layout, ids: ReadonlySet<string>): Layout {
  return withElements(
    layout,
    layout.elements.filter((one) => !ids.has(one.id)),
  )
}

export function replaceElement(layout: Layout, element: LayoutElement): Layout {
  return withElements(
    layout,
    layout.elements.map((one) => (one.id === element.id ? element : one)),
  )
}

export function moveElements(layout: Layout, ids: ReadonlySet<string>, by: { x: number; y: number }): Layout {
  return withElements(
    layout,
    layout.elements.map((one) =>
      ids.has(one.id) ? { ...one, x: rounded(one.x + by.x), y: rounded(one.y + by.y) } : one,
    ),
  )
}

const least = 1

/** A line is as thick as it is; everything else keeps a size that can be seen. */
export function resizeElement(layout: Layout, id: string, by: { width: number; height: number }): Layout {
  return withElements(
    layout,
    layout.elements.map((one) => {
      if (one.id !== id) return one
      const smallest = one.kind === 'line' ? 0 : least
      return {
        ...one,
        width: rounded(Math.max(smallest, one.width + by.width)),
        height: rounded(Math.max(smallest, one.height + by.height)),
      }
    }),
  )
}

/** Copies stand a little below and beside what they were made of. */
export function duplicateElements(
  layout: Layout,
  ids: ReadonlySet<string>,
): { layout: Layout; ids: ReadonlySet<string> } {
  const copies = layout.elements
    .filter((one) => ids.has(one.id))
    .map((one) => ({ ...one, id: crypto.randomUUID(), x: rounded(one.x + 3), y: rounded(one.y + 3) }))
  return {
    layout: withElements(layout, [...layout.elements, ...copies]),
    ids: new Set(copies.map((one) => one.id)),
  }
}

type Edges = { readonly x: readonly number[]; readonly y: readonly number[] }

const edgesOf = ({ x, y, width, height }: LayoutElement): Edges => ({
  x: [x, x + width / 2, x + width],
  y: [y, y + height / 2, y + height],
})

/** How near an edge takes hold, in millimetres. */
const reach = 1

export type Snapped = {
  readonly by: { readonly x: number; readonly y: number }
  /** Lines to show: where edges met. */
  readonly guides: { readonly x: number | null; readonly y: number | null }
}

const nearest = (own: readonly number[], others: readonly number[]): { by: number; at: number } | null => {
  let found: { by: number; at: number } | null = null
  for (const edge of own) {
    for (const other of others) {
      const by = other - edge
      if (Math.abs(by) <= reach && (found === null || Math.abs(by) < Math.abs(found.by) - 0.000_1))
        found = { by, at: other }
    }
  }
  return found
}

/** Where a dragged element comes to rest: at the edges and middles of others and of the paper, else on whole millimetres. */
export function snap(layout: Layout, moving: LayoutElement, by: { x: number; y: number }): Snapped {
  const { width, height } = layout.paper
  const others = layout.elements.filter((one) => one.id !== moving.id).map(edgesOf)
  const moved = edgesOf({ ...moving, x: moving.x + by.x, y: moving.y + by.y })
  const x = nearest(moved.x, [0, width / 2, width, ...others.flatMap((edges) => edges.x)])
  const y = nearest(moved.y, [0, ...(height === 0 ? [] : [height / 2, height]), ...others.flatMap((edges) => edges.y)])
  return {
    by: {
      x: x === null ? Math.round(moving.x + by.x) - moving.x : by.x + x.by,
      y: y === null ? Math.round(moving.y + by.y) - moving.y : by.y + y.by,
    },
    guides: { x: x?.at ?? null, y: y?.at ?? null },
  }
}

const base = (x: number, y: number, width: number, height: number) =>
  ({ id: crypto.randomUUID(), x: rounded(x), y: rounded(y), width, height, when: '', pages: 'every' }) as const

const style = { size: 10, align: 'left', bold: false } as const

const isFigure = (name: PrintName): boolean =>
  ['integer', 'decimal', 'quantity', 'price', 'money', 'percent'].includes(name.kind)

/** A field that was dragged onto the paper. */
export function newField(name: PrintName, x: number, y: number): LayoutElement {
  return { ...base(x, y, 60, 5), ...style, kind: 'field', path: name.path, label: `${name.label}：`, format: 'plain' }
}

export function newColumn(name: PrintName): TableColumn {
  return {
    path: name.path,
    label: name.label,
    width: 25,
    align: isFigure(name) ? 'right' : 'left',
    format: 'plain',
    total: name.kind === 'money' || name.kind === 'quantity',
  }
}

export type NewKind = 'text' | 'table' | 'barcode' | 'qr' | 'image' | 'line' | 'upright' | 'box' | 'page'

/** A new element of a kind; a table takes the lines that it is given and their first columns. */
export function newElement(
  kind: NewKind,
  at: { readonly x: number; readonly y: number },
  words: { readonly text: string; readonly page: string; readonly code: string },
  table?: { readonly name: string; readonly columns: readonly PrintName[] },
): LayoutElement | null {
  const { x, y } = at
  switch (kind) {
    case 'text':
      return { ...base(x, y, 40, 5), ...style, kind: 'text', text: words.text }
    case 'page':
      return { ...base(x, y, 40, 5), ...style, kind: 'text', text: words.page }
    case 'table':
      return table === undefined || table.columns.length === 0
        ? null
        : {
            ...base(x, y, 150, 60),
            kind: 'table',
            table: table.name,
            columns: table.columns.slice(0, 6).map(newColumn),
            size: 9,
            headHeight: 6,
            rowHeight: 6,
            rows: 8,
            fill: true,
            grow: false,
            pageTotals: true,
            totals: true,
            ruled: true,
          }
    case 'barcode':
      return { ...base(x, y, 45, 14), kind: 'barcode', symbol: 'code128', text: words.code, readable: true }
    case 'qr':
      return { ...base(x, y, 20, 20), kind: 'barcode', symbol: 'qr', text: words.code, readable: false }
    case 'image':
      return { ...base(x, y, 30, 20), kind: 'image', source: '' }
    case 'line':
      return { ...base(x, y, 60, 0), kind: 'line', thickness: 0.2 }
    case 'upright':
      return { ...base(x, y, 0, 30), kind: 'line', thickness: 0.2 }
    default:
      return { ...base(x, y, 60, 20), kind: 'box', thickness: 0.2 }
  }
}
