import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { beginSession } from '../session/begin-session.ts'
import { fetchSession, useSession } from '../session/session.ts'
import { LabelledInput } from '../settings/labelled-input.tsx'
import type { IndustryChoice, StartAnswer } from './use-start.ts'

type CardsProps = { industries: readonly IndustryChoice[]; value: string; onChoose: (name: string) => void }

function IndustryCards({ industries, value, onChoose }: CardsProps): React.JSX.Element {
  return (
    <div className="start-industries" role="radiogroup" aria-label={t('start.industry')}>
      {industries.map((one) => (
        <label key={one.name} className={one.name === value ? 'start-industry is-chosen' : 'start-industry'}>
          <input
            type="radio"
            className="sr-only"
            name="industry"
            checked={one.name === value}
            onChange={() => onChoose(one.name)}
          />
          <b>{currentLanguage() === 'en' ? one.english : one.label}</b>
          <small className="muted">{one.about}</small>
        </label>
      ))}
    </div>
  )
}

type SelectProps = {
  label: string
  value: string
  options: readonly (readonly [value: string, label: string])[]
  onChange: (value: string) => void
}

function Select({ label, value, options, onChange }: SelectProps): React.JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <span className="input-box">
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </span>
    </label>
  )
}

type IndustryStepProps = { start: StartAnswer; chosen: boolean; onChosen: () => void }

/** The trade, with what decides the books: it fills accounts, areas, roles, numbers, categories, units and fields. */
export function IndustryStep({ start, chosen, onChosen }: IndustryStepProps): React.JSX.Element {
  const client = useQueryClient()
  const session = useSession()
  const [open, setOpen] = useState(!chosen)
  const [industry, setIndustry] = useState(start.industries[0]?.name ?? '')
  const [companyName, setName] = useState(session.company?.name ?? '')
  const [taxpayer, setTaxpayer] = useState(start.industries[0]?.taxpayer ?? 'general')
  const [standard, setStandard] = useState('smallBusiness')
  const [samples, setSamples] = useState(false)
  const [busy, setBusy] = useState(false)
  if (!open) {
    return (
      <p className="start-doors">
        <Button size="small" onClick={() => setOpen(true)}>
          {t('start.chooseAgain')}
        </Button>
      </p>
    )
  }
  const choose = (name: string): void => {
    setIndustry(name)
    setTaxpayer(start.industries.find((one) => one.name === name)?.taxpayer ?? 'general')
  }
  const take = async (): Promise<void> => {
    setBusy(true)
    try {
      const body = {
        industry,
        companyName: companyName.trim(),
        samples,
        ...(start.begun ? {} : { taxpayer, standard }),
      }
      await requestJson('calls/choose-industry', { method: 'POST', body })
      // Areas and fields are others now: everything that was read is read again.
      beginSession(client, await fetchSession())
      setOpen(false)
      onChosen()
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="start-form">
      <IndustryCards industries={start.industries} value={industry} onChoose={choose} />
      <div className="start-fields">
        <LabelledInput label={t('start.companyName')} value={companyName} onChange={setName} />
        {start.begun ? null : (
          <>
            <Select
              label={t('start.taxpayer')}
              value={taxpayer}
              options={[
                ['general', t('start.general')],
                ['smallScale', t('start.smallScale')],
              ]}
              onChange={setTaxpayer}
            />
            <Select
              label={t('start.standard')}
              value={standard}
              options={[
                ['smallBusiness', t('start.smallBusiness')],
                ['enterprise', t('start.enterprise')],
              ]}
              onChange={setStandard}
            />
          </>
        )}
      </div>
      <p className="start-doors">
        <Button look="primary" busy={busy} onClick={() => void take()}>
          {t('start.take')}
        </Button>
        {start.empty ? (
          <Checkbox labelShown label={t('start.samples')} checked={samples} onChange={setSamples} />
        ) : null}
      </p>
    </div>
  )
}
