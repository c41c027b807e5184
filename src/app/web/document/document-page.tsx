/** A document of a type, by id; a new one where there is none. */
export function DocumentPage({ type, id }: { type: string; id?: string }): React.JSX.Element {
  return (
    <div className="page-problem">
      {type} {id}
    </div>
  )
}
