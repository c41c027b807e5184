import { rowText } from '../catalogue/row-text.ts'
import { useRecord } from '../../../ui/api/hooks.ts'
import type { Json } from '../../../base/json.ts'
import { useQueryClient } from '@tanstack/react-query'
import type { JsonRow, References } from '../../../ui/derive/values.ts'
import { useCatalogue, type Catalogue, type RecordType } from '../catalogue/catalogue.ts'
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

/** The role under which a record is best shown: a party that only buys is a customer. */
function shownType(catalogue: Catalogue, type: RecordType, record: JsonRow): RecordType {
  if (type.flag !== undefined) return type
  const roles = [...catalogue.types.values()].filter((one) => one.definition === type.name && one.flag !== undefined)
  const played = roles.filter((one) => record[one.flag ?? ''] === true)
  return played.length === 1 ? (played[0] ?? type) : type
}

type ExistingEntityProps = { type: RecordType; id: string; inside: boolean }

function ExistingEntity({ type, id, inside }: ExistingEntityProps): React.JSX.Element {
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const record = useRecord<JsonRow>(type.address, id)
  if (record.data === undefined)
    return record.isPending ? (
      <PageLoading />
    ) : (
      <PageProblem error={record.error} onRetry={() => void record.refetch()} />
    )
  const shown = shownType(catalogue, type, record.data)
  return (
    <EntityForm
      key={rowText(record.data, 'version')}
      type={shown}
      record={record.data}
      start={draftOf(shown, record.data, referencesOf(record.data))}
      inside={inside}
      onReload={() => void client.invalidateQueries({ queryKey: ['record', type.address, id] })}
    />
  )
}

/** A record of master data at its address, or a new one. `inside` another page it neither names the tab nor is left. */
export function EntityPage({
  type,
  id,
  inside = false,
}: {
  type: RecordType
  id?: string
  inside?: boolean
}): React.JSX.Element {
  return id === undefined ? <NewEntity type={type} /> : <ExistingEntity type={type} id={id} inside={inside} />
}
