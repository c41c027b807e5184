import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { taxReturn } from '../documents/tax-return.ts'
import type { TaxForm } from './tax-form.ts'
import { taxpayerOf } from './taxpayer.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A return as XML: each form with its figures by row and column. The names are this product's own; a bureau's program maps them. */
export const returnXml = async (
  work: Work,
  { header, lines }: DocumentRecord<typeof taxReturn>,
  forms: readonly TaxForm[],
): Promise<string> => {
  const taxpayer = await taxpayerOf(work)
  const parts = forms.map((form) => {
    const cells = lines
      .filter((line) => line.form === form.code)
      .map(
        (line) =>
          `<cell row="${escaped(line.formRow)}" column="${escaped(line.formColumn)}" label="${escaped(line.label ?? '')}">${line.amount.toFixed(2)}</cell>`,
      )
    return `<form code="${form.code}" title="${escaped(form.title)}">${cells.join('')}</form>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<taxReturn kind="${header.kind}" period="${header.period}" number="${escaped(header.number)}" correction="${header.isCorrection === true ? 'Y' : 'N'}">
<taxpayer taxNumber="${escaped(taxpayer.taxNumber)}" name="${escaped(taxpayer.name)}"/>
${parts.join('\n')}
</taxReturn>
`
}
