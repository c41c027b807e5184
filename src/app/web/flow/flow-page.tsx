export function FlowPage(): React.JSX.Element {
  return <div className="page-problem" />
}
