export function ChecksPage(): React.JSX.Element {
  return <div className="page-problem" />
}
