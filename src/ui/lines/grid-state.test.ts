import { describe, expect, it } from 'vitest'
import {
  clampGridState,
  cursorAt,
  pressKey,
  selectedBlock,
  type GridShape,
  type GridState,
  type KeyPress,
} from './grid-state.ts'

// Columns: item (typed), spec (read-only), quantity, price.
const shape: GridShape = { rows: 3, editable: [true, false, true, true], pageRows: 10, growable: true }

function press(
  state: GridState,
  key: string,
  more: Partial<KeyPress> = {},
  within: GridShape = shape,
): { at: string; does: string } {
  const step = pressKey(state, { key, ...more }, within)
  if (step === null) return { at: 'left', does: '' }
  return {
    at: `${step.state.row},${step.state.column}${step.state.editing ? ' editing' : ''}`,
    does: step.commands.map((command) => command.type).join(' '),
  }
}

const editing = (row: number, column: number): GridState => ({ ...cursorAt(row, column), editing: true })

describe('Enter', () => {
  it('goes right past read-only cells, then down', () => {
    expect(press(cursorAt(0, 0), 'Enter').at).toBe('0,2')
    expect(press(cursorAt(0, 3), 'Enter').at).toBe('1,0')
  })

  it('makes a line after the last cell of the last line', () => {
    expect(press(cursorAt(2, 3), 'Enter')).toEqual({ at: '3,0', does: 'insertRow' })
    expect(press(cursorAt(2, 3), 'Enter', {}, { ...shape, growable: false })).toEqual({ at: '2,3', does: '' })
  })

  it('takes in what was typed first', () => {
    expect(press(editing(0, 2), 'Enter')).toEqual({ at: '0,3', does: 'commit' })
    expect(press(editing(2, 3), 'Enter')).toEqual({ at: '3,0', does: 'commit insertRow' })
    expect(press(editing(1, 2), 'Enter', { shift: true })).toEqual({ at: '0,2', does: 'commit' })
  })

  it('with Ctrl inserts a line here', () => {
    expect(press(cursorAt(1, 2), 'Enter', { ctrl: true })).toEqual({ at: '1,0', does: 'insertRow' })
    expect(press(editing(1, 2), 'Enter', { ctrl: true })).toEqual({ at: '1,0', does: 'commit insertRow' })
  })
})

describe('Tab', () => {
  it('goes on and back, and leaves before the first cell', () => {
    expect(press(cursorAt(0, 2), 'Tab').at).toBe('0,3')
    expect(press(cursorAt(1, 0), 'Tab', { shift: true }).at).toBe('0,3')
    expect(press(cursorAt(0, 0), 'Tab', { shift: true }).does).toBe('leave')
  })
})

describe('moving', () => {
  it('stays on the grid', () => {
    expect(press(cursorAt(0, 0), 'ArrowUp').at).toBe('0,0')
    expect(press(cursorAt(2, 3), 'ArrowRight').at).toBe('2,3')
    expect(press(cursorAt(0, 1), 'PageDown').at).toBe('2,1')
    expect(press(cursorAt(0, 0), 'End', { ctrl: true }).at).toBe('2,3')
    expect(press(cursorAt(2, 1), 'ArrowUp', { ctrl: true }).at).toBe('0,1')
  })

  it('with Shift selects a block', () => {
    const step = pressKey(cursorAt(1, 2), { key: 'ArrowUp', shift: true }, shape)
    expect(step && selectedBlock(step.state)).toEqual({ top: 0, bottom: 1, left: 2, right: 2 })
  })

  it('leaves the arrows sideways to the caret while typing', () => {
    expect(press(editing(0, 2), 'ArrowLeft').at).toBe('left')
    expect(press(editing(0, 2), 'ArrowDown')).toEqual({ at: '1,2', does: 'commit' })
  })
})

describe('editing', () => {
  it('begins with F2 where the cell can be typed into', () => {
    expect(press(cursorAt(0, 2), 'F2')).toEqual({ at: '0,2 editing', does: 'edit' })
    expect(press(cursorAt(0, 1), 'F2')).toEqual({ at: '0,1', does: '' })
  })

  it('ends with Esc without a change', () => {
    expect(press(editing(0, 2), 'Escape')).toEqual({ at: '0,2', does: 'cancel' })
  })

  it('leaves letters to the editor', () => {
    expect(press(cursorAt(0, 2), 'a').at).toBe('left')
    expect(press(editing(0, 2), '5').at).toBe('left')
  })
})

describe('blocks and lines', () => {
  it('fills, clears and removes', () => {
    const block: GridState = { ...cursorAt(0, 2), anchorRow: 2 }
    expect(press(block, 'd', { ctrl: true }).does).toBe('fillDown')
    expect(press(block, 'Delete').does).toBe('clear')
    expect(press(block, 'Delete', { ctrl: true }).does).toBe('removeRows')
    expect(press(block, 'Delete', { ctrl: true }, { ...shape, growable: false }).at).toBe('left')
  })

  it('keeps the cursor on what is left', () => {
    expect(clampGridState(cursorAt(5, 3), 2, 4)).toEqual(cursorAt(1, 3))
    const same = cursorAt(0, 0)
    expect(clampGridState(same, 2, 4)).toBe(same)
  })
})
