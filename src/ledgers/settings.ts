import type { Complete } from '../kernel/definition/field.ts'
import type { Settings } from '../kernel/definition/record.ts'
import type { company } from './dimensions/company.ts'

/** The settings of a company that decide postings, typed as the company's own fields. */
export type CompanySettings = Complete<(typeof company)['fields']>

/** Reads the settings: they were written by the company's definition, which is what gives them these types. */
export const settingsOf = (settings: Settings): CompanySettings => settings as CompanySettings
