export function HomePage(): React.JSX.Element {
  return <div className="page-problem" />
}
