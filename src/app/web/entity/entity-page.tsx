import type { RecordType } from '../catalogue/catalogue.ts'

export function EntityPage({ type, id }: { type: RecordType; id?: string }): React.JSX.Element {
  return (
    <div className="page-problem">
      {type.label} {id}
    </div>
  )
}
