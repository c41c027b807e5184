import type { May } from '../../../kernel/access/rights.ts'
import { maySee } from '../../../kernel/definition/field.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { DocumentFoot, type DocumentSum } from '../../../ui/document/document-foot.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { isReference, type FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import type { Values } from './draft-values.ts'
import { creditOf, useOpenItems } from './rail-data.ts'
import type { Traits } from './traits.ts'
import { useSession } from '../session/session.ts'

export type SheetFootProps = {
  definition: AnyDocument
  traits: Traits
  /** Whether it is written in a foreign currency. */
  foreign: boolean
  header: Values
  party: string | undefined
  editing: boolean
  today: string
  onRemark: (value: FieldValue) => void
}

/** What the document comes to, most telling first. */
const mainTotals = ['totalGross', 'totalAmount', 'totalDebit', 'totalOwed', 'total'] as const

const textIn = (header: Values, name: string): string => {
  const value = header[name]
  return typeof value === 'string' && value !== '' ? value : '0'
}

/** The field that the document comes to, if it comes to an amount and who looks may see it. */
export const dueField = (definition: AnyDocument, may: May): string | undefined => {
  const name = mainTotals.find((one) => definition.header[one] !== undefined)
  const field = name === undefined ? undefined : definition.header[name]
  return field !== undefined && maySee(field, may) ? name : undefined
}

/** The sums that stand around it; what may not be seen is left out, not told as nothing, and the sum in currency of a document without one. */
export const sumFields = (definition: AnyDocument, may: May, foreign = false): readonly string[] => {
  const isIdle = (name: string) => name === 'totalCurrency' && !foreign
  const main = dueField(definition, may)
  return Object.entries(definition.header).flatMap(([name, field]) =>
    field.computed === true &&
    field.hidden !== true &&
    field.kind === 'money' &&
    name !== main &&
    !isIdle(name) &&
    maySee(field, may)
      ? [name]
      : [],
  )
}

/** A document in a foreign currency comes to an amount in it; what that is in the books stands beside. */
const dueIn = (main: string | undefined, foreign: boolean): string | undefined =>
  main === 'totalGross' && foreign ? 'totalCurrency' : main

const owing = new Set(['salesDelivery', 'salesOrder', 'salesInvoice', 'quotation'])
const owed = new Set(['purchaseReceipt', 'purchaseOrder', 'purchaseInvoice'])

function dueLabel(definition: AnyDocument, name: string): string {
  if (name === 'totalGross' && owing.has(definition.name)) return t('document.totalGross')
  if (name === 'totalGross' && owed.has(definition.name)) return t('document.totalDue')
  const field = definition.header[name]
  return field === undefined ? name : labelOf(field, name)
}

/** The foot of a document: in words, what is due, the sums around it, the remark. */
export function SheetFoot(props: SheetFootProps): React.JSX.Element {
  const { definition, traits, foreign, header, party, editing, today, onRemark } = props
  const { data } = useOpenItems(party, traits.side)
  const { may } = useSession()
  const main = dueField(definition, may)
  const said = header['currency']
  const code = isReference(said) ? said.code : said
  const due = dueIn(main, foreign)
  const others = sumFields(definition, may, foreign).filter((name) => name !== due)
  const sums: DocumentSum[] = [...(due === main || main === undefined ? [] : [main]), ...others].flatMap((name) => {
    const field = definition.header[name]
    return field === undefined ? [] : [{ key: name, label: labelOf(field, name), amount: textIn(header, name) }]
  })
  const balance: DocumentSum[] =
    data === undefined || data.length === 0
      ? []
      : [{ key: 'owed', label: t('document.owed'), amount: creditOf(data).owed }]
  return (
    <DocumentFoot
      due={
        due === undefined
          ? undefined
          : {
              label: dueLabel(definition, due),
              amount: textIn(header, due),
              ...(typeof code === 'string' && code !== '' && due !== 'totalGross' ? { currency: code } : {}),
            }
      }
      sums={[...sums.slice(0, 2), ...(sums.length > 2 ? sums.slice(2, 3) : balance)]}
    >
      <FormField
        field={{ key: 'remark', label: t('document.remark'), kind: 'text', maxLength: 4000 }}
        value={header['remark']}
        today={today}
        readOnly={!editing}
        onChange={editing ? onRemark : undefined}
      />
    </DocumentFoot>
  )
}
