import { createEntity } from '../../../kernel/documents/entities.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

const code = 'ZSZF'

/** The party that money waits with while nobody knows whose it is: made the first time. */
export const suspenseHolder = async (work: Work): Promise<string> => {
  const [known] = await work.tx.rows<{ id: string }>(`select id from party where company_id = $1 and code = $2`, [
    work.company,
    code,
  ])
  if (known !== undefined) return known.id
  const made = await createEntity(work, party, {
    code,
    name: '待查款项（暂收暂付）',
    isCustomer: true,
    isSupplier: true,
  })
  return String(made.header['id'])
}
