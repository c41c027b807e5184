import type { ReadyRole } from '../../kernel/access/ready-role.ts'
import { everyone } from './shared-rights.ts'

/** 老板 and 人事: who leads, and who looks after the people. */
export const officeRoles: readonly ReadyRole[] = [
  {
    name: 'owner',
    label: '老板',
    rights: [
      'personal.see',
      '*.read',
      'report.*',
      'printTemplate.*',
      'printer.*',
      'ledger.*',
      'cost.see',
      'margin.see',
      'salary.see',
      '*.approve',
      '*.reject',
      'audit.read',
      'books.check',
      'file.create',
    ],
  },
  {
    name: 'personnel',
    label: '人事',
    rights: [
      'personal.see',
      ...everyone,
      'employee.*',
      'department.*',
      'salary.see',
      'expense.read',
      'expense.create',
      'expense.update',
      'expense.submit',
      'assetUsage.read',
      'assetCard.read',
    ],
  },
]
