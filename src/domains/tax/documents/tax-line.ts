import type { AccountRoleName } from '../../../ledgers/account-roles.ts'

/** What the end of a month or a quarter enters for taxes. */
export const taxKinds = {
  vatUnpaid: '转出未交增值税',
  vatOverpaid: '转出多交增值税',
  vatRelief: '增值税减免',
  vatAddition: '增值税加计抵减',
  cityTax: '城市维护建设税',
  education: '教育费附加',
  localEducation: '地方教育附加',
  stampDuty: '印花税',
  incomeTax: '企业所得税',
} as const
export type TaxKind = keyof typeof taxKinds

/** Debit and credit of each kind. */
export const taxRoles: Readonly<Record<TaxKind, readonly [debit: AccountRoleName, credit: AccountRoleName]>> = {
  vatUnpaid: ['vatMovedUnpaid', 'unpaidVat'],
  vatOverpaid: ['unpaidVat', 'vatMovedOverpaid'],
  vatRelief: ['simpleVat', 'vatRelief'],
  vatAddition: ['unpaidVat', 'vatRelief'],
  cityTax: ['cityTax', 'cityTaxPayable'],
  education: ['educationSurcharge', 'educationPayable'],
  localEducation: ['educationSurcharge', 'localEducationPayable'],
  stampDuty: ['stampDuty', 'stampDutyPayable'],
  incomeTax: ['incomeTax', 'incomeTaxPayable'],
}
