import { typeNamed, useCatalogue } from '../catalogue/catalogue.ts'
import { UnknownPage } from '../frame/frame-states.tsx'
import { usePage } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import { RecordList } from './record-list.tsx'

/** The list of a type at its address. */
export function ListPage({ type: address }: PageParameters): React.JSX.Element {
  const type = typeNamed(useCatalogue(), address)
  const { path } = usePage()
  return type === undefined ? <UnknownPage path={path} /> : <RecordList type={type} />
}
