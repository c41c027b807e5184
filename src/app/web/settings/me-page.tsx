export function MePage(): React.JSX.Element {
  return <div className="page-problem" />
}
