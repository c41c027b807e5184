/** The role that VAT stands in once it is due. */
export const dueTaxRole = (taxpayer: string | null | undefined) =>
  taxpayer === 'smallScale' ? ('simpleVat' as const) : ('outputVat' as const)
