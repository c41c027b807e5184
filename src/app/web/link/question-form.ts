import type { PublicColumn, PublicField, PublicQuestion } from '../../../kernel/definition/public-link.ts'
import { element } from './element.ts'
import { showCell } from './show-cell.ts'

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a form holds, as it is sent. */
export type Given = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

const choiceOf = (field: PublicField): HTMLSelectElement => {
  const select = element('select', '')
  for (const [value, label] of Object.entries(field.options ?? {})) {
    const option = element('option', '', label)
    option.value = value
    select.append(option)
  }
  return select
}

const inputOf = (field: PublicField): Input => {
  if (field.kind === 'choice') return choiceOf(field)
  const input = element('input', '')
  input.type = field.kind === 'date' ? 'date' : 'text'
  if (field.kind === 'quantity') input.inputMode = 'decimal'
  return input
}

const fieldOf = (field: PublicField, path: string, value: string | null | undefined, held: Map<string, Input>) => {
  const input = inputOf(field)
  input.name = path
  input.value = value ?? field.value ?? input.value
  input.required = field.required === true
  held.set(path, input)
  return element('label', 'field', element('span', 'field-label', field.label), input)
}

const cellsOf = (columns: readonly PublicColumn[], row: Readonly<Record<string, string | null>>): HTMLElement =>
  element(
    'dl',
    'cells',
    ...columns.map(({ name, label, kind }, index) =>
      element(
        'div',
        index === 0 ? 'cell cell-first' : 'cell',
        element('dt', '', label),
        element('dd', '', showCell(row[name], kind)),
      ),
    ),
  )

/** A form for one question; `send` is told what it holds, and answers when it went. */
export const questionForm = (question: PublicQuestion, send: (given: Given) => Promise<void>): HTMLElement => {
  const held = new Map<string, Input>()
  const rows = question.rows ?? []
  const rowFields = question.rowFields ?? []
  const lines = rows.map((row, index) =>
    element(
      'li',
      'line',
      cellsOf(question.columns ?? [], row),
      element(
        'div',
        'fields',
        ...rowFields.map((field) => fieldOf(field, `lines.${index}.${field.name}`, row[field.name], held)),
      ),
    ),
  )
  const button = element('button', 'primary', question.verb)
  button.type = 'submit'
  const complaint = element('p', 'complaint')
  complaint.setAttribute('role', 'alert')
  const form = element(
    'form',
    'panel',
    element('h2', '', question.label),
    lines.length === 0 ? null : element('ul', 'lines', ...lines),
    element('div', 'fields', ...question.fields.map((field) => fieldOf(field, field.name, undefined, held))),
    complaint,
    button,
  )
  const given = (): Given => {
    const head = question.fields.map(({ name }) => [name, held.get(name)?.value ?? ''] as const)
    const own = rows.map((row, index) => ({
      id: row.id,
      ...Object.fromEntries(rowFields.map(({ name }) => [name, held.get(`lines.${index}.${name}`)?.value ?? ''])),
    }))
    return { ...Object.fromEntries(head), ...(rows.length === 0 ? {} : { lines: own }) }
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    complaint.textContent = ''
    for (const input of held.values()) input.removeAttribute('aria-invalid')
    send(given()).catch((error: unknown) => {
      button.disabled = false
      const refusal = error instanceof Refusal ? error : new Refusal(String(error), [])
      complaint.textContent = refusal.message
      for (const path of refusal.paths) held.get(path)?.setAttribute('aria-invalid', 'true')
      held.get(refusal.paths[0] ?? '')?.focus()
    })
  })
  return form
}

/** What the server would not take, and the fields at fault. */
export class Refusal extends Error {
  readonly paths: readonly string[]

  constructor(message: string, paths: readonly string[]) {
    super(message)
    this.paths = paths
  }
}
