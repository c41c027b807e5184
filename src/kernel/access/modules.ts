import type { Catalogue } from '../definition/domain.ts'
import type { Caller } from './caller.ts'
import { isOff } from './off-rights.ts'

/**
 * What belongs to the modules (功能模块) that a company has off: names of types, as rights begin with them, and whole rights of
 * reports and processes. Nothing of it is shown or done; what was written stays, and is there again when the module is on.
 */
export const namesOff = (catalogue: Catalogue, off: readonly string[]): readonly string[] =>
  catalogue.domains
    .filter((domain) => domain.always !== true && off.includes(domain.name))
    .flatMap((domain) => [
      ...(domain.entities ?? []).flatMap((one) => [one.name, ...Object.keys(one.facets ?? {})]),
      ...(domain.documents ?? []).map((one) => one.name),
      ...(domain.reports ?? []).map((one) => `report.${one.name}`),
      ...(domain.processes ?? []).map((one) => `process.${one.name}`),
    ])

/** A caller as far as the modules of their company reach. */
export const withinModules = (catalogue: Catalogue, caller: Caller): Caller => {
  if (caller.modulesOff.length === 0) return caller
  const off = new Set(namesOff(catalogue, caller.modulesOff))
  return { ...caller, may: (right) => !isOff(off, right) && caller.may(right) }
}
