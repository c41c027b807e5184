import type { PeopleScope } from './row-scope.ts'

/** A role as it comes with a new company; the company may change it and add its own. */
export interface ReadyRole {
  readonly name: string
  readonly label: string
  readonly rights: readonly string[]
  /** Whose records it shows; everyone's unless told. */
  readonly people?: PeopleScope
}

/** 管理员: the one role that every installation has, whatever is installed; it may do everything and cannot be changed. */
export const administratorRole: ReadyRole = { name: 'administrator', label: '管理员', rights: ['*'] }
