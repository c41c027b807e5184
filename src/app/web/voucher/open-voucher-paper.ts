import type { Catalogue } from '../catalogue/catalogue.ts'

const keptUnder = 'suanpan.paper.voucher-paper'

/** The 凭证纸 that this device printed on last. */
const keptPaper = (): string => localStorage.getItem(keptUnder) ?? '240x140'

const open = (query: Readonly<Record<string, string>>): void => {
  const told = new URLSearchParams({ ...query, paper: keptPaper(), format: 'pdf' })
  globalThis.open(`/api/reports/voucher-paper?${told.toString()}`, '_blank')
}

/** Opens vouchers as paper in a tab of its own; another paper than before is kept. */
export function openVoucherPaper(vouchers: readonly string[], paper = keptPaper()): void {
  localStorage.setItem(keptUnder, paper)
  open({ vouchers: vouchers.join(',') })
}

/** Opens the vouchers of some days as paper. */
export function openVoucherMonth(range: { readonly from: string; readonly to: string; readonly state: string }): void {
  const { state, ...days } = range
  open(state === '' ? days : { ...days, state })
}

/** The papers to choose from, the kept one first. */
export function voucherPaperChoices(
  catalogue: Catalogue,
): readonly { readonly paper: string; readonly label: string }[] {
  const kept = keptPaper()
  const options = catalogue.reports.get('voucher-paper')?.parameters['paper']?.options ?? {}
  return Object.entries(options)
    .toSorted(([one], [other]) => Number(other === kept) - Number(one === kept))
    .map(([paper, label]) => ({ paper, label }))
}
