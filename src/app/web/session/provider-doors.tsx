import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'

const refusals = [
  'notInvited',
  'noRole',
  'disabled',
  'nameTaken',
  'unknownName',
  'unreachable',
  'untrusted',
  'expired',
  'refused',
] as const

/** Why someone who came back from an identity provider was not let in, in words; the address carries only which of these it is. */
export function refusalInAddress(): string | null {
  const given = new URLSearchParams(globalThis.location.search).get('refused')
  const known = refusals.find((one) => one === given)
  return known === undefined ? null : t(`signIn.refused.${known}`)
}

/** Where one is going: what was asked for before the door came in between. */
function destination(): string {
  const { pathname, search } = globalThis.location
  return pathname === '/sign-in' ? (new URLSearchParams(search).get('to') ?? '/') : pathname + search
}

/** The identity providers that people may come by. */
export function ProviderDoors(): React.JSX.Element | null {
  const { data } = useQuery({
    queryKey: ['sign-in-providers'],
    queryFn: ({ signal }) =>
      requestJson<{ rows: readonly { readonly id: string; readonly name: string }[] }>('sign-in/providers', { signal }),
  })
  if (data === undefined) return null
  return (
    <>
      {data.rows.map(({ id, name }) => (
        <Button
          key={id}
          size="large"
          icon="building"
          onClick={() =>
            globalThis.location.assign(`/api/sign-in/provider/${id}?to=${encodeURIComponent(destination())}`)
          }
        >
          {t('signIn.byProvider', { name })}
        </Button>
      ))}
    </>
  )
}
