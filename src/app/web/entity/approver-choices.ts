import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import type { Choice, Field } from '../../../ui/field/field.ts'
import type { RecordType } from '../catalogue/catalogue.ts'

type Approvers = {
  readonly roles: readonly { readonly name: string; readonly label: string }[]
  readonly people: readonly { readonly username: string; readonly name: string }[]
}

/** Roles and people are no records of the catalogue: of an approval rule's form they are offered by their names. */
export function useApproverChoices(type: RecordType, fields: readonly Field[]): readonly Field[] {
  const { data } = useQuery({
    queryKey: ['approvers'],
    queryFn: ({ signal }) => requestJson<Approvers>('approvals/facts', { signal }),
    enabled: type.name === 'approvalRule',
  })
  return useMemo(() => {
    if (data === undefined || type.name !== 'approvalRule') return fields
    const choices: Readonly<Record<string, readonly Choice[]>> = {
      approverRole: data.roles.map(({ name, label }) => ({ value: name, label })),
      approverUser: data.people.map(({ username, name }) => ({ value: username, label: name })),
    }
    return fields.map((field) => {
      const offered = choices[field.key]
      return offered === undefined ? field : { ...field, kind: 'choice' as const, choices: offered }
    })
  }, [data, type, fields])
}
