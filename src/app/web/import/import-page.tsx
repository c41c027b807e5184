export function ImportPage(): React.JSX.Element {
  return <div className="page-problem" />
}
