import { lazy } from 'react'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import { mayCreate } from '../list/may-create.ts'
import { useSession } from '../session/session.ts'
import { NotCreated, UnknownPage } from './frame-states.tsx'
import { usePage } from './page.ts'
import type { PageParameters } from './page-parameters.ts'

const DocumentPage = lazy(() =>
  import('../document/document-page.tsx').then((module) => ({ default: module.DocumentPage })),
)
const EntityPage = lazy(() => import('../entity/entity-page.tsx').then((module) => ({ default: module.EntityPage })))

function AnyRecord({ type: address, id }: { type: string; id?: string }): React.JSX.Element {
  const type = typeNamed(useCatalogue(), address)
  const { path } = usePage()
  const session = useSession()
  if (type === undefined) return <UnknownPage path={path} />
  if (id === undefined && !mayCreate(type, session))
    return <NotCreated label={definitionLabel(type)} list={`/list/${type.address}`} />
  return type.sort === 'document' ? <DocumentPage type={type.address} id={id} /> : <EntityPage type={type} id={id} />
}

/** A record by its type and id, number or code: what is drawn follows from whether it is a document or master data. */
export function RecordPage({ type, id }: PageParameters): React.JSX.Element {
  return <AnyRecord type={type} id={id} />
}

/** A record that does not exist yet. */
export function NewRecordPage({ type }: PageParameters): React.JSX.Element {
  return <AnyRecord type={type} />
}
