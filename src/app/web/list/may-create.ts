import type { RecordType } from '../catalogue/catalogue.ts'
import type { Session } from '../session/session.ts'

/** Whether someone may make records of a type, by its own right or that of the entity whose role it is. */
export function mayCreate(type: RecordType, session: Session): boolean {
  return session.may(`${type.name}.create`) || session.may(`${type.definition}.create`)
}
