/** What is filed with the tax bureau. */
export const returnKinds = {
  vat: '增值税及附加税费',
  incomeTax: '企业所得税预缴',
  stampDuty: '印花税',
  statements: '财务报表',
} as const
export type ReturnKind = keyof typeof returnKinds

/** Taxes that returns ask to be paid. */
export const dueTaxes = {
  vat: '增值税',
  cityTax: '城市维护建设税',
  education: '教育费附加',
  localEducation: '地方教育附加',
  stampDuty: '印花税',
  incomeTax: '企业所得税',
} as const
export type DueTax = keyof typeof dueTaxes
