import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { FormSection } from '../../../ui/form/field-grid.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'

type Named = { readonly name: string; readonly label: string; readonly english: string }
type Choice = { readonly kind: string; readonly channel: string }
type Choices = {
  readonly kinds: readonly Named[]
  readonly channels: readonly (Named & { readonly address: { readonly label: string; readonly english: string } })[]
  readonly choices: readonly Choice[]
  readonly addresses: Readonly<Record<string, string>>
}

const muted = 'muted'
const called = (one: { readonly label: string; readonly english: string }): string =>
  currentLanguage() === 'en' ? one.english : one.label
const isSame = (one: Choice, other: Choice): boolean => one.kind === other.kind && one.channel === other.channel

function ChoicesForm({ known }: { known: Choices }): React.JSX.Element {
  const client = useQueryClient()
  const [choices, setChoices] = useState(known.choices)
  const [addresses, setAddresses] = useState(known.addresses)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const has = (choice: Choice): boolean => choices.some((one) => isSame(one, choice))
  const put = (choice: Choice, wanted: boolean): void =>
    setChoices((was) => [...was.filter((one) => !isSame(one, choice)), ...(wanted ? [choice] : [])])
  const save = (event: React.FormEvent): void => {
    event.preventDefault()
    setProblems({})
    requestJson<Choices>('notices/choices', { method: 'PUT', body: { choices, addresses } }).then(
      (saved) => {
        client.setQueryData(['notice-choices'], saved)
        showToast('done', t('messages.saved'))
      },
      (error: unknown) => {
        const errors = error instanceof ApiProblem ? error.errors : []
        setProblems(Object.fromEntries(errors.map((one) => [one.path, one.message])))
        if (errors.length === 0) showToast('error', error instanceof Error ? error.message : String(error))
      },
    )
  }
  return (
    <form className="settings-form" onSubmit={save}>
      <table className="notice-choices">
        <thead>
          <tr>
            <th>{t('messages.kind')}</th>
            <th>{t('messages.product')}</th>
            {known.channels.map((channel) => (
              <th key={channel.name}>{called(channel)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.kinds.map((kind) => (
            <tr key={kind.name}>
              <th scope="row">{called(kind)}</th>
              <td>
                <Checkbox
                  checked={!has({ kind: kind.name, channel: muted })}
                  label={`${called(kind)} ${t('messages.product')}`}
                  onChange={(wanted) => put({ kind: kind.name, channel: muted }, !wanted)}
                />
              </td>
              {known.channels.map((channel) => (
                <td key={channel.name}>
                  <Checkbox
                    checked={has({ kind: kind.name, channel: channel.name })}
                    label={`${called(kind)} ${called(channel)}`}
                    onChange={(wanted) => put({ kind: kind.name, channel: channel.name }, wanted)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {known.channels.map((channel) => (
        <label key={channel.name}>
          <span>{`${called(channel)} · ${called(channel.address)}`}</span>
          <span className="input-box">
            <input
              value={addresses[channel.name] ?? ''}
              onChange={(event) => setAddresses((was) => ({ ...was, [channel.name]: event.target.value }))}
            />
          </span>
          {problems[`addresses.${channel.name}`] === undefined ? null : (
            <small className="is-negative">{problems[`addresses.${channel.name}`]}</small>
          )}
        </label>
      ))}
      {known.channels.length === 0 ? <p className="muted">{t('messages.noChannel')}</p> : null}
      <Button type="submit">{t('save')}</Button>
    </form>
  )
}

/** 通知方式: what one is told of, and where. */
export function NoticeChoices(): React.JSX.Element | null {
  const found = useQuery({
    queryKey: ['notice-choices'],
    queryFn: ({ signal }) => requestJson<Choices>('notices/choices', { signal }),
  })
  return found.data === undefined ? null : (
    <FormSection title={t('messages.choices')}>
      <ChoicesForm known={found.data} />
    </FormSection>
  )
}
