export function ReportPage(): React.JSX.Element {
  return <div className="page-problem" />
}
