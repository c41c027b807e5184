import { useRecord } from '../../../ui/api/hooks.ts'
import type { Json } from '../../../base/json.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { JsonRow, References } from '../../../ui/derive/values.ts'
import { useCatalogue, type RecordType } from '../catalogue/catalogue.ts'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePage } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { EntityForm } from './entity-form.tsx'
import { copyOf, draftOf, emptyDraft } from './entity-draft.ts'

function isReferences(value: Json | undefined): value is References {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The record itself apart from what the answer adds to it. */
function referencesOf(record: JsonRow): References {
  const { references } = record
  return isReferences(references) ? references : {}
}

function NewEntity({ type }: { type: RecordType }): React.JSX.Element {
  const session = useSession()
  const { search } = usePage()
  const from = search.get('from')
  const source = useRecord<JsonRow>(type.address, from)
  if (from !== null && source.isPending) return <PageLoading />
  const draft =
    source.data === undefined
      ? emptyDraft(type, session.today)
      : copyOf(draftOf(type, source.data, referencesOf(source.data)))
  return <EntityForm type={type} record={null} start={draft} onReload={() => undefined} />
}

function ExistingEntity({ type, id }: { type: RecordType; id: string }): React.JSX.Element {
  const client = useQueryClient()
  const record = useRecord<JsonRow>(type.address, id)
  if (record.data === undefined)
    return record.isPending ? (
      <PageLoading />
    ) : (
      <PageProblem error={record.error} onRetry={() => void record.refetch()} />
    )
  return (
    <EntityForm
      key={String(record.data['version'])}
      type={type}
      record={record.data}
      start={draftOf(type, record.data, referencesOf(record.data))}
      onReload={() => void client.invalidateQueries({ queryKey: ['record', type.address, id] })}
    />
  )
}

/** The roles a record plays decide under which of its addresses it is best shown: a party that only buys is a customer. */
function useShownType(type: RecordType): RecordType {
  const catalogue = useCatalogue()
  const roles = [...catalogue.types.values()].filter((one) => one.definition === type.name && one.flag !== undefined)
  return roles.length === 1 ? (roles[0] ?? type) : type
}

/** A record of master data at its address, or a new one. */
export function EntityPage({ type, id }: { type: RecordType; id?: string }): React.JSX.Element {
  const shown = useShownType(type)
  return id === undefined ? <NewEntity type={shown} /> : <ExistingEntity type={shown} id={id} />
}
