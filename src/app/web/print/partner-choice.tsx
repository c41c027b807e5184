import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'

type Partner = { readonly id: string; readonly code: string; readonly name: string }

type Props = {
  chosen: string | null
  chosenName: string | null
  disabled: boolean
  onChoose: (partner: Partner | null) => void
}

/** The customer or supplier whose papers a template is for. */
export function PartnerChoice({ chosen, chosenName, disabled, onChoose }: Props): React.JSX.Element {
  const [typed, setTyped] = useState('')
  const found = useQuery({
    queryKey: ['print-partners', typed],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly Partner[] }>('party', { query: { q: typed, limit: 6 }, signal }),
    enabled: typed.trim() !== '',
  })
  if (chosen !== null && chosen !== '')
    return (
      <p className="pdesign-partner">
        <span>{t('print.forRecord')}</span>
        <strong>{chosenName ?? chosen}</strong>
        <Button look="text" disabled={disabled} onClick={() => onChoose(null)}>
          {t('print.forAll')}
        </Button>
      </p>
    )
  return (
    <div className="pdesign-property is-wide">
      <label htmlFor="print-partner">{t('print.forRecord')}</label>
      <span className="input-box">
        <input
          id="print-partner"
          value={typed}
          disabled={disabled}
          placeholder={t('print.forRecordExample')}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      {(found.data?.rows ?? []).map((partner) => (
        <Button
          key={partner.id}
          look="text"
          onClick={() => {
            setTyped('')
            onChoose(partner)
          }}
        >
          {partner.code} {partner.name}
        </Button>
      ))}
    </div>
  )
}
