export function AreaPage(): React.JSX.Element {
  return <div className="page-problem" />
}
