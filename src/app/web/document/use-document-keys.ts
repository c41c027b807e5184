import { useEffect } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'

export type DocumentKeys = {
  readonly save?: () => void
  readonly post?: () => void
  readonly up?: () => void
  readonly down?: () => void
  readonly vouchers?: () => void
}

function stepFor(event: KeyboardEvent, keys: DocumentKeys): (() => void) | undefined {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') return keys.save
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined
  if (event.key === 'F9') return keys.post
  if (event.key === 'F6') return keys.vouchers
  if (event.key === 'F7') return keys.up
  return event.key === 'F8' ? keys.down : undefined
}

/** The field that wants to be filled first: a required one that is empty, then the lines, then the first there is. */
function firstField(): HTMLElement | undefined {
  const sheet = [...document.querySelectorAll<HTMLElement>('.document')].find((one) => one.offsetParent !== null)
  const fields = [...(sheet?.querySelectorAll<HTMLInputElement>('.field-grid input:not([readonly])') ?? [])]
  const wanted = fields.find((field) => field.getAttribute('aria-required') === 'true' && field.value === '')
  return wanted ?? sheet?.querySelector<HTMLElement>('.lines-editor input') ?? fields[0]
}

/**
 * Tab from where nothing has the focus goes into the form and not through the menus; a scanner is heard meanwhile, because no
 * field has it before.
 */
function stepIn(event: KeyboardEvent): boolean {
  if (event.key !== 'Tab' || event.shiftKey || document.activeElement !== document.body) return false
  const field = firstField()
  field?.focus()
  return field !== undefined
}

/**
 * Enter in the header goes on to the next field that is still empty, and behind the last into the lines. What Enter chose in a
 * list is taken over first.
 */
function goOn(event: KeyboardEvent): void {
  const { target } = event
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey) return
  const grid = target instanceof HTMLInputElement ? target.closest('.document .field-grid-header') : null
  if (!(target instanceof HTMLInputElement) || grid === null) return
  setTimeout(() => {
    if (document.activeElement !== target) return
    const fields = [...grid.querySelectorAll<HTMLInputElement>('input:not([readonly], [type="checkbox"])')]
    const next = fields.slice(fields.indexOf(target) + 1).find((field) => field.value === '')
    const lines = grid.closest('.document')?.querySelector<HTMLElement>('.lines-editor input')
    ;(next ?? lines)?.focus()
  }, 0)
}

/** Tab 进入单据, Enter 下一栏, Ctrl-S 保存, F9 审核, F6 联查凭证, F7 上查, F8 下查; of the page in front alone, and not while a dialog is open. */
export function useDocumentKeys(active: boolean, keys: DocumentKeys): void {
  const latest = useLatest(keys)
  useEffect(() => {
    if (!active) return undefined
    const onKey = (event: KeyboardEvent): void => {
      goOn(event)
      if (event.defaultPrevented) return
      const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's'
      // The browser's own saving of the page is never what is meant here.
      if (isSave) event.preventDefault()
      if (document.querySelector('dialog[open]') !== null) return
      if (stepIn(event)) return event.preventDefault()
      const step = stepFor(event, latest.current)
      if (step === undefined) return
      event.preventDefault()
      step()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [active, latest])
}
