/**
 * What a key does to the grid, as a pure function. The component asks `pressKey`, takes over the new state and carries
 * out the commands; it never decides itself, so that every rule of the keyboard can be tested without a browser.
 */

export type GridState = {
  readonly row: number
  readonly column: number
  /** The other corner of the selected block. */
  readonly anchorRow: number
  readonly anchorColumn: number
  readonly editing: boolean
}

export type GridShape = {
  readonly rows: number
  /** Per column: can it be typed into? */
  readonly editable: readonly boolean[]
  /** Per column: does Enter stop there? Those that can be typed into, unless told. */
  readonly stops?: readonly boolean[]
  /** Rows one Page key moves. */
  readonly pageRows: number
  /** Whether lines can be added and removed. */
  readonly growable: boolean
}

export type KeyPress = {
  readonly key: string
  readonly ctrl?: boolean
  readonly shift?: boolean
  readonly alt?: boolean
}

export type GridCommand =
  /** Take the typed text into the cell before moving. */
  | { readonly type: 'commit' }
  | { readonly type: 'cancel' }
  /** Start editing with the present value. */
  | { readonly type: 'edit' }
  | { readonly type: 'insertRow'; readonly at: number }
  | { readonly type: 'removeRows'; readonly from: number; readonly to: number }
  | { readonly type: 'clear' }
  | { readonly type: 'fillDown' }
  | { readonly type: 'toggle' }
  /** Let the focus leave the grid. */
  | { readonly type: 'leave' }

export type GridStep = { readonly state: GridState; readonly commands: readonly GridCommand[] }

export const initialGridState: GridState = { row: 0, column: 0, anchorRow: 0, anchorColumn: 0, editing: false }

/** The selected block, corners in order. */
export function selectedBlock(state: GridState): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(state.row, state.anchorRow),
    bottom: Math.max(state.row, state.anchorRow),
    left: Math.min(state.column, state.anchorColumn),
    right: Math.max(state.column, state.anchorColumn),
  }
}

/** The cursor on a cell, with nothing else selected. */
export function cursorAt(row: number, column: number): GridState {
  return { row, column, anchorRow: row, anchorColumn: column, editing: false }
}

/** Keeps the cursor on the grid after lines went away. */
export function clampGridState(state: GridState, rows: number, columns: number): GridState {
  const row = Math.max(0, Math.min(state.row, rows - 1))
  const column = Math.max(0, Math.min(state.column, columns - 1))
  const anchorRow = Math.max(0, Math.min(state.anchorRow, rows - 1))
  const anchorColumn = Math.max(0, Math.min(state.anchorColumn, columns - 1))
  const same =
    row === state.row && column === state.column && anchorRow === state.anchorRow && anchorColumn === state.anchorColumn
  return same ? state : { ...state, row, column, anchorRow, anchorColumn }
}

const stopsOf = (shape: GridShape): readonly boolean[] =>
  shape.stops?.includes(true) === true ? shape.stops : shape.editable

function firstEditable(shape: GridShape): number {
  return Math.max(0, stopsOf(shape).indexOf(true))
}

/** Enter and Tab: the next cell that can be typed into, then the first one of the next row; a new row after the last. */
function advance(state: GridState, shape: GridShape, before: readonly GridCommand[]): GridStep {
  const next = stopsOf(shape).findIndex((stop, column) => stop && column > state.column)
  if (next >= 0) return { state: cursorAt(state.row, next), commands: before }
  const column = firstEditable(shape)
  if (state.row + 1 < shape.rows) return { state: cursorAt(state.row + 1, column), commands: before }
  if (!shape.growable) return { state: { ...state, editing: false }, commands: before }
  return { state: cursorAt(shape.rows, column), commands: [...before, { type: 'insertRow', at: shape.rows }] }
}

function retreat(state: GridState, shape: GridShape, before: readonly GridCommand[]): GridStep {
  const previous = stopsOf(shape).findLastIndex((stop, column) => stop && column < state.column)
  if (previous >= 0) return { state: cursorAt(state.row, previous), commands: before }
  if (state.row === 0) return { state: cursorAt(0, state.column), commands: [...before, { type: 'leave' }] }
  const last = stopsOf(shape).lastIndexOf(true)
  return { state: cursorAt(state.row - 1, last < 0 ? state.column : last), commands: before }
}

function move(state: GridState, shape: GridShape, rows: number, columns: number, extend: boolean): GridState {
  const row = Math.max(0, Math.min(state.row + rows, shape.rows - 1))
  const column = Math.max(0, Math.min(state.column + columns, shape.editable.length - 1))
  return extend ? { ...state, row, column, editing: false } : cursorAt(row, column)
}

const arrows: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function pressEditing(state: GridState, press: KeyPress, shape: GridShape): GridStep | null {
  const commit: readonly GridCommand[] = [{ type: 'commit' }]
  switch (press.key) {
    case 'Escape':
      return { state: { ...state, editing: false }, commands: [{ type: 'cancel' }] }
    case 'Enter':
      if (press.ctrl && shape.growable)
        return {
          state: cursorAt(state.row, firstEditable(shape)),
          commands: [...commit, { type: 'insertRow', at: state.row }],
        }
      return press.shift
        ? { state: cursorAt(Math.max(0, state.row - 1), state.column), commands: commit }
        : advance(state, shape, commit)
    case 'Tab':
      return press.shift ? retreat(state, shape, commit) : advance(state, shape, commit)
    case 'ArrowUp':
    case 'ArrowDown':
      return {
        state: move({ ...state, editing: false }, shape, press.key === 'ArrowUp' ? -1 : 1, 0, false),
        commands: commit,
      }
    default:
      return null
  }
}

function pressWithCtrl(state: GridState, press: KeyPress, shape: GridShape): GridStep | null {
  const block = selectedBlock(state)
  const extend = press.shift === true
  const far = Number.MAX_SAFE_INTEGER
  switch (press.key) {
    case 'Enter':
      return shape.growable
        ? { state: cursorAt(state.row, firstEditable(shape)), commands: [{ type: 'insertRow', at: state.row }] }
        : null
    case 'd':
    case 'D':
      return { state, commands: [{ type: 'fillDown' }] }
    case 'Delete':
    case 'Backspace':
    case '-':
      return shape.growable
        ? {
            state: cursorAt(block.top, state.column),
            commands: [{ type: 'removeRows', from: block.top, to: block.bottom }],
          }
        : null
    case 'a':
    case 'A':
      return {
        state: {
          row: 0,
          column: 0,
          anchorRow: Math.max(0, shape.rows - 1),
          anchorColumn: shape.editable.length - 1,
          editing: false,
        },
        commands: [],
      }
    case 'Home':
      return { state: move(state, shape, -far, -far, extend), commands: [] }
    case 'End':
      return { state: move(state, shape, far, far, extend), commands: [] }
    default: {
      const arrow = arrows[press.key]
      return arrow ? { state: move(state, shape, arrow[0] * far, arrow[1] * far, extend), commands: [] } : null
    }
  }
}

/** The step a key makes, or null where the grid leaves the key to the editor or the page. */
export function pressKey(state: GridState, press: KeyPress, shape: GridShape): GridStep | null {
  if (press.alt) return null
  if (state.editing) return pressEditing(state, press, shape)
  if (press.ctrl) return pressWithCtrl(state, press, shape)
  const arrow = arrows[press.key]
  const extend = press.shift === true
  if (arrow) return { state: move(state, shape, arrow[0], arrow[1], extend), commands: [] }
  const editable = shape.editable[state.column] === true
  switch (press.key) {
    case 'Enter':
      return press.shift ? { state: move(state, shape, -1, 0, false), commands: [] } : advance(state, shape, [])
    case 'Tab':
      return press.shift ? retreat(state, shape, []) : advance(state, shape, [])
    case 'F2':
      return editable ? { state: { ...state, editing: true }, commands: [{ type: 'edit' }] } : { state, commands: [] }
    case ' ':
      return editable ? { state, commands: [{ type: 'toggle' }] } : null
    case 'Delete':
    case 'Backspace':
      return { state, commands: [{ type: 'clear' }] }
    case 'Home':
      return { state: move(state, shape, 0, -Number.MAX_SAFE_INTEGER, extend), commands: [] }
    case 'End':
      return { state: move(state, shape, 0, Number.MAX_SAFE_INTEGER, extend), commands: [] }
    case 'PageUp':
      return { state: move(state, shape, -shape.pageRows, 0, extend), commands: [] }
    case 'PageDown':
      return { state: move(state, shape, shape.pageRows, 0, extend), commands: [] }
    case 'Escape':
      return { state: cursorAt(state.row, state.column), commands: [] }
    default:
      return null
  }
}
