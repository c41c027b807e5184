/** 凭证纸, in points (1/72 inch): how many forms stand on a sheet, and how many lines a form has. */
export interface VoucherPaper {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly forms: number
  readonly rows: number
}

const mm = 72 / 25.4

/** 240 × 140 (发票版 of the trade), the smaller 210 × 120, A5 laid wide, and A4 with two or three forms to cut apart. */
export const voucherPapers = {
  '240x140': { label: '凭证纸 240×140', width: 240 * mm, height: 140 * mm, forms: 1, rows: 6 },
  '210x120': { label: '凭证纸 210×120', width: 210 * mm, height: 120 * mm, forms: 1, rows: 5 },
  a5: { label: 'A5', width: 210 * mm, height: 148.5 * mm, forms: 1, rows: 7 },
  'a4-2': { label: 'A4 两张', width: 210 * mm, height: 297 * mm, forms: 2, rows: 7 },
  'a4-3': { label: 'A4 三张', width: 210 * mm, height: 297 * mm, forms: 3, rows: 4 },
} as const satisfies Readonly<Record<string, VoucherPaper>>
export type VoucherPaperName = keyof typeof voucherPapers
