import type { PublicPage, PublicStep, PublicTable } from '../../../kernel/definition/public-link.ts'
import { element } from './element.ts'
import { questionForm } from './question-form.ts'
import type { Given } from './question-form.ts'
import { showCell } from './show-cell.ts'
import { say } from './words.ts'

const stepsOf = (steps: readonly PublicStep[]): HTMLElement =>
  element(
    'ol',
    'steps panel',
    ...steps.map((step) => {
      const made = element(
        'li',
        `step is-${step.state}`,
        element('span', 'step-label', step.label),
        element('span', 'step-at', step.at ?? ''),
        step.detail === undefined ? null : element('span', 'step-detail', step.detail),
      )
      if (step.state === 'now') made.setAttribute('aria-current', 'step')
      return made
    }),
  )

const isFigure = (kind: string): boolean => kind !== 'text' && kind !== 'date'

const tableOf = ({ label, columns, rows, totals }: PublicTable): HTMLElement => {
  const cell = (tag: 'td' | 'th', text: string, kind: string) => element(tag, isFigure(kind) ? 'figure' : '', text)
  const head = element('tr', '', ...columns.map((column) => cell('th', column.label, column.kind)))
  const body = rows.map((row) =>
    element('tr', '', ...columns.map(({ name, kind }) => cell('td', showCell(row[name], kind), kind))),
  )
  const foot =
    totals === undefined
      ? null
      : element(
          'tfoot',
          '',
          element('tr', '', ...columns.map(({ name, kind }) => cell('td', showCell(totals[name], kind), kind))),
        )
  const table = element('table', '', element('thead', '', head), element('tbody', '', ...body), foot)
  const scroll = element('div', 'scroll', table)
  scroll.tabIndex = 0
  scroll.setAttribute('role', 'region')
  scroll.setAttribute('aria-label', label)
  return element('section', 'panel', element('h2', '', label), scroll)
}

const filesOf = (files: NonNullable<PublicPage['files']>, take: (name: string) => Promise<void>): HTMLElement =>
  element(
    'section',
    'panel files',
    ...files.map(({ name, label }) => {
      const button = element('button', 'secondary', label)
      button.setAttribute('type', 'button')
      button.addEventListener('click', () => void take(name))
      return button
    }),
  )

/** Everything a link shows, and the forms it takes answers with. */
export const linkView = (
  page: PublicPage,
  send: (answer: string, given: Given) => Promise<void>,
  take: (name: string) => Promise<void>,
): Node[] =>
  [
    element('header', 'top', element('p', 'company', page.company), element('h1', '', page.title)),
    page.facts.length === 0
      ? ''
      : element(
          'dl',
          'facts panel',
          ...page.facts.map(({ label, value }) =>
            element('div', 'fact', element('dt', '', label), element('dd', '', value)),
          ),
        ),
    page.steps === undefined ? '' : stepsOf(page.steps),
    page.files === undefined || page.files.length === 0 ? '' : filesOf(page.files, take),
    ...(page.tables ?? []).map(tableOf),
    ...(page.questions ?? []).map((question) => questionForm(question, (given) => send(question.answer, given))),
    (page.answered ?? []).length === 0
      ? ''
      : element(
          'section',
          'panel',
          element('h2', '', say('answered')),
          element('ul', 'answered', ...(page.answered ?? []).map((text) => element('li', '', text))),
        ),
  ].filter((node) => typeof node !== 'string')
