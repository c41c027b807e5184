import { newId } from '../../base/id.ts'
import type { Transaction } from '../database/transaction.ts'

/** What opens a session: a password (with or without a code), a passkey, an identity provider; one that is `trusted` asks more itself. */
export type SignInWay = 'password' | 'code' | 'passkey' | 'provider' | 'trusted'

/** A sign-in as its person sees it. */
export interface SignInView {
  readonly at: Date
  readonly device: string
  readonly address: string
  readonly way: SignInWay
}

/** A device that was not seen for so long is new again. */
const rememberedDays = 180

/** Writes a sign-in down; answers whether it is the first on such a device by someone who was seen on another. */
export const recordSignIn = async (
  tx: Transaction,
  given: { readonly user: string; readonly way: SignInWay; readonly device: string; readonly address: string },
): Promise<boolean> => {
  const rows = await tx.rows<{ known: boolean; any: boolean }>(
    `select bool_or(device = $2) as known, count(*) > 0 as any from sign_in_record
     where user_id = $1 and at > now() - make_interval(days => $3)`,
    [given.user, given.device, rememberedDays],
  )
  await tx.query(
    `insert into sign_in_record (id, user_id, at, address, device, way) values ($1, $2, now(), $3, $4, $5)`,
    [newId<'signInRecord'>(), given.user, given.address, given.device, given.way],
  )
  return rows[0]?.any === true && !rows[0].known
}

/** The latest sign-ins of someone. */
export const listSignIns = (tx: Transaction, user: string): Promise<SignInView[]> =>
  tx.rows<SignInView>(
    `select at, device, address, way from sign_in_record where user_id = $1 order by at desc, id desc limit 20`,
    [user],
  )
