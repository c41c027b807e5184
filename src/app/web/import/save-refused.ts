import { t } from '../../../ui/language.ts'
import type { ImportOutcome } from './import-data.ts'

/** Text that a spreadsheet would take for a formula begins with an apostrophe instead. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Saves what was left out, with its row, column and reason, for whoever mends it. */
export function saveRefused(label: string, outcome: ImportOutcome): void {
  const head = [t('import.row'), t('import.column'), t('import.value'), t('import.problem')]
  const lines = outcome.errors.map((error) => [String(error.row), error.column ?? '', error.value, error.message])
  // The mark by which Excel knows UTF-8.
  const text = `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = `${t('import.refusedFile', { label })}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
