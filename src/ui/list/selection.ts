/** Which rows are selected: some, by id, or the whole result except some. */
export type Selection = { readonly all: boolean; readonly ids: ReadonlySet<string> }

export const nothingSelected: Selection = { all: false, ids: new Set() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.ids.has(id) !== selection.all
}

/** How many are selected of a result of `total` rows. */
export function selectedCount(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size
}

export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ...selection, ids }
}

/** Selects, or with `on` false leaves out, the rows from one to another as listed. */
export function selectRange(
  selection: Selection,
  ids: readonly string[],
  from: string,
  to: string,
  on: boolean,
): Selection {
  const a = ids.indexOf(from)
  const b = ids.indexOf(to)
  if (a < 0 || b < 0) return toggle(selection, to)
  const next = new Set(selection.ids)
  for (const id of ids.slice(Math.min(a, b), Math.max(a, b) + 1)) {
    if (on !== selection.all) next.add(id)
    else next.delete(id)
  }
  return { ...selection, ids: next }
}

/** What the box in the head does: all loaded rows, or none. */
export function toggleLoaded(selection: Selection, ids: readonly string[]): Selection {
  return ids.every((id) => isSelected(selection, id)) ? nothingSelected : { all: false, ids: new Set(ids) }
}
