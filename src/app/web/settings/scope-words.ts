import type { SensitiveGroup } from '../../../kernel/definition/field.ts'
import { t, type Word } from '../../../ui/language.ts'

export type PeopleScope = 'all' | 'department' | 'own'

export const peopleWords: Readonly<Record<PeopleScope, Word>> = {
  all: 'scope.all',
  department: 'scope.department',
  own: 'scope.own',
}

export const groupWords: Readonly<Record<SensitiveGroup, Word>> = {
  cost: 'roles.seesCost',
  margin: 'roles.seesMargin',
  salary: 'roles.seesSalary',
}

export function peopleChoices(): { value: PeopleScope; label: string }[] {
  return (['all', 'department', 'own'] as const).map((value) => ({ value, label: t(peopleWords[value]) }))
}
