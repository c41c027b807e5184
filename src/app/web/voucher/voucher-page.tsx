/** A voucher by id; a new one where there is none. */
export function VoucherPage({ id }: { id?: string }): React.JSX.Element {
  return <div className="page-problem">{id}</div>
}
