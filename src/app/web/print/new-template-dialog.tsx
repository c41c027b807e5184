import { useState } from 'react'
import type { TemplateKind } from '../../../kernel/print/template/layout.ts'
import type { Layout } from '../../../kernel/print/template/layout.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import type { PrintNames, StoredTemplate } from './use-templates.ts'

export type NewTemplate = { readonly name: string; readonly kind: TemplateKind; readonly layout: Layout }

type Props = {
  label: string
  names: PrintNames
  templates: readonly StoredTemplate[]
  onMake: (made: NewTemplate) => void
  onClose: () => void
}

/** A new template begins as a copy: of one the product ships for a paper, or of one of the company's. */
export function NewTemplateDialog({ label, names, templates, onMake, onClose }: Props): React.JSX.Element {
  const bases = [
    ...names.layouts.map((one) => ({
      key: one.paper,
      label: currentLanguage() === 'en' ? one.english : one.label,
      kind: one.kind,
      layout: one.layout,
    })),
    ...templates.flatMap((one) =>
      one.layout === null
        ? []
        : [{ key: one.id, label: t('print.copyOf', { name: one.name }), kind: one.kind, layout: one.layout }],
    ),
  ]
  const [base, setBase] = useState(bases[0]?.key ?? '')
  const [name, setName] = useState('')
  const chosen = bases.find((one) => one.key === base)
  const fallback = `${label} ${chosen?.label ?? ''}`.slice(0, 100)
  const make = (event: React.FormEvent): void => {
    event.preventDefault()
    if (chosen === undefined) return
    onMake({ name: name.trim() === '' ? fallback : name.trim(), kind: chosen.kind, layout: chosen.layout })
  }
  return (
    <Dialog
      open
      title={t('print.new')}
      onClose={onClose}
      actions={
        <Button look="primary" type="submit" onClick={make}>
          {t('print.make')}
        </Button>
      }
    >
      <form className="pdesign-new" onSubmit={make}>
        <label className="pdesign-property is-wide">
          <span>{t('print.base')}</span>
          <span className="input-box">
            <select value={base} onChange={(event) => setBase(event.target.value)}>
              {bases.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.label}
                </option>
              ))}
            </select>
          </span>
        </label>
        <label className="pdesign-property is-wide">
          <span>{t('print.name')}</span>
          <span className="input-box">
            <input value={name} placeholder={fallback} onChange={(event) => setName(event.target.value)} />
          </span>
        </label>
      </form>
    </Dialog>
  )
}
