import { id, json, operation, parameter } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

const tag = '登录'
const done = { 204: { description: 'Done' } }
const object = (description: string) => json({ type: 'object' }, description)
const byId = { parameters: [id] }
const open = { security: [] }
const provider = { parameters: [parameter('id', 'path', 'The identity provider')] }
const sentOn = { 302: { description: 'Sent on' } }

/** How people sign in, and what a company asks of it. */
export const signInPaths: Schema = {
  '/api/session/password': { post: operation('修改密码 Change one’s password', tag, done) },
  '/api/session/second-factor/remove': { post: operation('关闭两步验证 Turn it off', tag, done) },
  '/api/session/others': { delete: operation('退出其他设备 Sign out elsewhere', tag, { 200: object('How many') }) },
  '/api/session/others/{id}': { delete: operation('退出一个设备 End one session', tag, done, byId) },
  '/api/session/passkeys/options': {
    post: operation('添加通行密钥：开始 Begin a passkey', tag, { 200: object('What the browser is asked for') }),
  },
  '/api/session/passkeys': { post: operation('添加通行密钥 Add it', tag, { 201: object('The passkey') }) },
  '/api/session/passkeys/{id}': { patch: operation('改名 Rename a passkey', tag, done, byId) },
  '/api/session/passkeys/{id}/remove': { post: operation('删除通行密钥 Remove a passkey', tag, done, byId) },
  '/api/session/identities': {
    get: operation('关联的单点登录 Links to identity providers', tag, { 200: object('Links') }),
  },
  '/api/session/identities/{id}': {
    post: operation('关联 Link', tag, { 200: object('Where the browser has to go') }, provider),
  },
  '/api/session/identities/{id}/remove': { post: operation('取消关联 Unlink', tag, done, provider) },
  '/api/sign-in/passkey/options': {
    post: operation(
      '通行密钥登录：开始 Ask for a passkey',
      tag,
      { 200: object('What the browser is asked for') },
      open,
    ),
  },
  '/api/sign-in/passkey': {
    post: operation('通行密钥登录 Sign in by passkey', tag, { 201: object('Who one is; the cookie is set') }, open),
  },
  '/api/sign-in/providers': { get: operation('单点登录 Who may be come by', tag, { 200: object('Providers') }, open) },
  '/api/sign-in/provider/{id}': {
    get: operation('去身份提供方 To the provider', tag, sentOn, { ...provider, ...open }),
  },
  '/api/sign-in/provider/{id}/callback': {
    get: operation('从身份提供方回来 And back', tag, sentOn, { ...provider, ...open }),
  },
  '/api/sign-in-policy': {
    get: operation('登录规则 Rules of signing in', tag, { 200: object('The rules') }),
    put: operation('修改登录规则 Change them', tag, { 200: object('The rules') }),
  },
  '/api/identity-providers': {
    get: operation('身份提供方 Identity providers', tag, { 200: object('Providers, without secrets') }),
    post: operation('新增身份提供方 Add one', tag, { 201: object('The provider') }),
  },
  '/api/identity-providers/{id}': {
    patch: operation('修改身份提供方 Change one', tag, { 200: object('The provider') }, provider),
    delete: operation('删除身份提供方 Remove one', tag, done, provider),
  },
  '/api/identity-providers/{id}/try': {
    post: operation('测试身份提供方 Try one', tag, { 200: object('What it answers where') }, provider),
  },
  '/api/users/{id}': {
    get: operation('一个用户 A user', '系统', { 200: object('The user') }, byId),
    patch: operation('修改用户 Change a user', '系统', { 200: object('The user') }, byId),
    delete: operation('移出用户 Take a user out of the company', '系统', done, byId),
  },
  '/api/users/{id}/second-factor': {
    delete: operation('重置两步验证 Reset a second factor', '系统', done, byId),
  },
  '/api/keys/{id}': { delete: operation('吊销密钥 Revoke a key', '系统', done, byId) },
  '/api/mcp': {
    post: operation('助手接口 Model Context Protocol (JSON-RPC 2.0)', '接口', { 200: object('The answer') }),
    get: operation('不支持 Nothing is sent unasked', '接口', { 405: { description: 'Only POST' } }),
    delete: operation('不支持 There is no session', '接口', { 405: { description: 'Only POST' } }),
  },
  '/api/inbound/{token}': {
    post: operation(
      '接收 Leave records here (JSON, CSV or XML)',
      '接口',
      { 200: object('What became of each record') },
      { parameters: [parameter('token', 'path', 'The end of the interface’s address')], ...open },
    ),
  },
  '/api/interfaces': {
    get: operation('接口 Interfaces', '接口', { 200: object('Interfaces') }),
    post: operation('新增接口 Make one; its address is answered this once', '接口', { 201: object('Made') }),
  },
  '/api/interfaces/try': {
    post: operation('试算接口 Try a mapping on a sample', '接口', { 200: object('The records it makes') }),
  },
  '/api/interfaces/{id}': {
    patch: operation('修改接口 Change an interface', '接口', done, byId),
    delete: operation('删除接口 Delete an interface', '接口', done, byId),
  },
  '/api/interfaces/{id}/messages': {
    get: operation('接收记录 What came in', '接口', { 200: object('Records') }, byId),
  },
  '/api/interfaces/{id}/replay': {
    post: operation('重新处理 Take failed records once more', '接口', { 200: object('What became of each') }, byId),
  },
  '/api/roles': { get: operation('角色 Roles', '系统', { 200: object('Roles') }) },
  '/api/roles/{name}': {
    put: operation(
      '修改角色 Change a role, or make one',
      '系统',
      { 200: object('The role') },
      { parameters: [parameter('name', 'path', 'Its name')] },
    ),
  },
}
