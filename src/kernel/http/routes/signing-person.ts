import type { FastifyRequest } from 'fastify'
import { audit } from '../../audit/audit.ts'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { bodyOf } from '../body.ts'
import { actingOf, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

/** What concerns the door is changed by a person with a session, not by a machine's key. */
export const personOf = (request: FastifyRequest) => {
  const caller = callerOf(request)
  if (caller.token === undefined)
    throw new Problem('forbidden', { zh: '密钥不能修改登录方式', en: 'A key cannot change how one signs in' })
  return { ...caller, token: caller.token }
}

/** Whoever changes the door shows the password again: a session left open is not enough. */
export const confirmPassword = async (context: ServerContext, request: FastifyRequest): Promise<void> => {
  const { password } = bodyOf(request)
  const auth = await context.accounts.auth.$context
  const account = await auth.internalAdapter.findCredentialAccount(personOf(request).userId)
  const matches =
    typeof password === 'string' &&
    (await auth.password.verify({ hash: account?.password ?? '', password }).catch(() => false))
  if (account === null || account === undefined || account.password === null || account.password === undefined)
    throw new Problem('invalid', { zh: '您没有本系统的密码', en: 'You have no password here' }, [
      fieldProblem(
        'password',
        '您由单点登录进入，没有本系统的密码；需要时请管理员设一个',
        'you came by single sign-on and have no password here; ask an administrator for one',
      ),
    ])
  if (!matches)
    throw new Problem('invalid', { zh: '密码不正确', en: 'The password is wrong' }, [
      fieldProblem('password', '密码不正确', 'is wrong'),
    ])
}

/** Writes into the trail how someone signs in now. */
export const noted = (context: ServerContext, request: FastifyRequest, action: string, label: string): Promise<void> =>
  inWork(context, actingOf(request), async (work) => audit(work, { action, type: 'user', record: work.company, label }))
