import { id, json, operation, parameter } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

/** What is answered whatever is installed: sessions, people, search, jobs, notices, events. */
export const systemPaths: Schema = {
  '/api/health': { get: operation('状态 Health', '系统', { 200: json({ type: 'object' }, 'Alive') }) },
  '/api/session': {
    post: operation(
      '登录 Sign in',
      '系统',
      { 201: json({ type: 'object' }, 'Signed in; the cookie is set') },
      {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { username: { type: 'string' }, password: { type: 'string' } },
                required: ['username', 'password'],
              },
            },
          },
        },
      },
    ),
    get: operation('我是谁 Who am I', '系统', { 200: json({ type: 'object' }, 'User, company, rights') }),
    delete: operation('退出 Sign out', '系统', { 204: { description: 'Signed out' } }),
  },
  '/api/session/company': {
    post: operation('切换公司 Act in another company', '系统', { 200: json({ type: 'object' }, 'Who one is now') }),
  },
  '/api/users': {
    get: operation('用户 Users', '系统', { 200: json({ type: 'object' }, 'Users') }),
    post: operation('新增用户 Add a user', '系统', { 201: json({ type: 'object' }, 'Added') }),
  },
  '/api/users/{id}/scope': {
    put: operation(
      '数据范围 What a user is shown',
      '系统',
      { 200: json({ type: 'object' }, 'The user') },
      {
        parameters: [parameter('id', 'path', 'The user')],
      },
    ),
  },
  '/api/session/preview': {
    post: operation('以其身份查看 See as someone does', '系统', { 200: json({ type: 'object' }, 'Who one is now') }),
    delete: operation('结束查看 End it', '系统', { 200: json({ type: 'object' }, 'Who one is now') }),
  },
  '/api/session/security': {
    get: operation('登录安全 Second factor and open sessions', '系统', { 200: json({ type: 'object' }, 'Both') }),
  },
  '/api/session/second-factor': {
    post: operation('开启两步验证 Begin a second factor', '系统', { 200: json({ type: 'object' }, 'Its secret') }),
  },
  '/api/session/second-factor/confirm': {
    post: operation('确认两步验证 Confirm it', '系统', { 200: json({ type: 'object' }, 'Recovery codes, once') }),
  },
  '/api/delegations': {
    get: operation('代理 Who stands in', '系统', { 200: json({ type: 'object' }, 'Delegations') }),
    post: operation('委托代理 Let someone stand in', '系统', { 201: json({ type: 'object' }, 'Made') }),
  },
  '/api/approvals/simulate': {
    post: operation('试运行审批流程 Try a flow on a document', '系统', { 200: json({ type: 'object' }, 'Its way') }),
  },
  '/api/keys': {
    get: operation('密钥 Keys', '系统', { 200: json({ type: 'object' }, 'Keys') }),
    post: operation('生成密钥 Make a key, shown once', '系统', { 201: json({ type: 'object' }, 'Made') }),
  },
  '/api/approvals/waiting': {
    get: operation(
      '待我审批 What waits for approval',
      '系统',
      { 200: json({ type: 'object' }, 'Approvals') },
      { parameters: [parameter('scope', 'query', 'mine, requested or all')] },
    ),
  },
  '/api/approvals/facts': {
    get: operation('审批可用的事实 What approval rules may ask', '系统', {
      200: json({ type: 'object' }, 'Facts by document type'),
    }),
  },
  '/api/search': {
    get: operation(
      '搜索 Search',
      '系统',
      { 200: json({ type: 'object' }, 'Groups of records') },
      { parameters: [parameter('q', 'query', 'Text'), parameter('type', 'query', 'Types, separated by commas')] },
    ),
  },
  '/api/catalogue': {
    get: operation('定义 What is defined', '系统', { 200: json({ type: 'object' }, 'Definitions') }),
  },
  '/api/checks': {
    get: operation('账务体检 Invariants', '系统', {
      200: json({ type: 'array', items: { type: 'object' } }, 'Each with its outcome'),
    }),
  },
  '/api/files': {
    post: operation('上传文件 Upload (multipart)', '系统', { 201: json({ type: 'object' }, 'The file') }),
  },
  '/api/imports/{type}': {
    get: operation(
      '导入记录 Imports so far',
      '系统',
      { 200: json({ type: 'object' }, 'Imports') },
      { parameters: [parameter('type', 'path', 'The type')] },
    ),
    post: operation(
      '导入 Import xlsx or csv (multipart)',
      '系统',
      { 200: json({ type: 'object' }, 'Counts and errors') },
      { parameters: [parameter('type', 'path', 'The type'), parameter('dry_run', 'query', '1 to try only')] },
    ),
  },
  '/api/jobs/{id}': {
    get: operation('任务 A job', '系统', { 200: json({ type: 'object' }, 'Its progress') }, { parameters: [id] }),
  },
  '/api/views': {
    get: operation(
      '列表视图 Kept queries of a list: own and shared ones',
      '系统',
      { 200: json({ type: 'object' }, 'Views') },
      { parameters: [parameter('type', 'query', 'The list, as in its address')] },
    ),
    post: operation('保存视图 Keep a query', '系统', { 201: json({ type: 'object' }, 'The view') }),
  },
  '/api/views/{id}': {
    patch: operation(
      '修改视图 Change one’s own',
      '系统',
      { 200: json({ type: 'object' }, 'The view') },
      { parameters: [id] },
    ),
    delete: operation('删除视图 Delete one’s own', '系统', { 204: { description: 'Deleted' } }, { parameters: [id] }),
  },
  '/api/schedules': {
    get: operation('定时任务 What runs by itself, and its last run', '系统', {
      200: json({ type: 'object' }, 'Processes with their time and last run'),
    }),
  },
  '/api/notices': {
    get: operation(
      '通知 Own notices, newest first',
      '系统',
      { 200: json({ type: 'object' }, 'Notices, and how many are unread') },
      {
        parameters: [
          parameter('unread', 'query', '1 for those not read yet'),
          parameter('cursor', 'query', 'next of the page before'),
          parameter('limit', 'query', '1 to 200', { type: 'integer', default: 50 }),
        ],
      },
    ),
  },
  '/api/webhooks': {
    get: operation('事件推送 Webhooks', '系统', { 200: json({ type: 'object' }, 'Webhooks, without secrets') }),
    post: operation(
      '新增推送 Make a webhook; its secret is answered this once',
      '系统',
      { 201: json({ type: 'object' }, 'The webhook, with its secret') },
      {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  name: { type: 'string' },
                  url: { type: 'string', format: 'uri' },
                  events: { type: 'array', items: { type: 'string' } },
                  enabled: { type: 'boolean' },
                },
                required: ['name', 'url', 'events'],
              },
            },
          },
        },
      },
    ),
  },
  '/api/webhooks/{id}': {
    patch: operation(
      '修改推送 Change a webhook, or give it a new secret',
      '系统',
      { 200: json({ type: 'object' }, 'The webhook') },
      { parameters: [id] },
    ),
    delete: operation('删除推送 Delete', '系统', { 204: { description: 'Deleted' } }, { parameters: [id] }),
  },
  '/api/webhooks/{id}/deliveries': {
    get: operation(
      '推送记录 What it was told, and what became of it',
      '系统',
      { 200: json({ type: 'object' }, 'Messages') },
      { parameters: [id, parameter('state', 'query', 'waiting, sending, sent or failed')] },
    ),
  },
  '/api/webhooks/{id}/replay': {
    post: operation(
      '再推送 Tell one message (`delivery`), or all since a moment (`since`), once more',
      '系统',
      { 202: json({ type: 'object' }, 'How many') },
      { parameters: [id] },
    ),
  },
  '/api/notices/channels': {
    get: operation('消息通道 Channels beside the product', '系统', {
      200: json({ type: 'object' }, 'Channels, without secrets'),
    }),
  },
  '/api/notices/channels/{name}': {
    put: operation(
      '设置消息通道 Set a channel up',
      '系统',
      { 200: json({ type: 'object' }, 'Channels') },
      { parameters: [parameter('name', 'path', 'mail, sms, wecom, dingtalk or feishu')] },
    ),
  },
  '/api/notices/channels/{name}/try': {
    post: operation(
      '测试消息通道 Send a message to try it',
      '系统',
      { 202: json({ type: 'object' }, 'Queued') },
      { parameters: [parameter('name', 'path', 'The channel')] },
    ),
  },
  '/api/notices/deliveries': {
    get: operation(
      '发送记录 What went out, and what became of it',
      '系统',
      { 200: json({ type: 'object' }, 'Messages') },
      { parameters: [parameter('state', 'query', 'waiting, sending, sent or failed')] },
    ),
  },
  '/api/notices/deliveries/{id}/retry': {
    post: operation('重发 Send again', '系统', { 202: json({ type: 'object' }, 'Queued') }, { parameters: [id] }),
  },
  '/api/notices/choices': {
    get: operation('通知方式 How one is told of what', '系统', {
      200: json({ type: 'object' }, 'Kinds, channels, choices'),
    }),
    put: operation('修改通知方式 Choose', '系统', { 200: json({ type: 'object' }, 'Kinds, channels, choices') }),
  },
  '/api/notices/read': {
    post: operation('全部已读 Read all', '系统', { 200: json({ type: 'object' }, 'How many are unread') }),
  },
  '/api/notices/{id}/read': {
    post: operation(
      '已读 Read one',
      '系统',
      { 200: json({ type: 'object' }, 'How many are unread') },
      { parameters: [id] },
    ),
  },
  '/api/backups': {
    get: operation('备份 Backups: settings, runs, room', '系统', { 200: json({ type: 'object' }, 'All of it') }),
    post: operation('立即备份 Take a backup now', '系统', { 202: json({ type: 'object' }, 'Queued') }),
  },
  '/api/backups/settings': {
    put: operation('备份设置 How backups are taken', '系统', { 200: json({ type: 'object' }, 'As it is now') }),
  },
  '/api/backups/drill': {
    post: operation('恢复演练 Bring the newest one back, beside', '系统', { 202: json({ type: 'object' }, 'Queued') }),
  },
  '/api/audit': {
    get: operation(
      '操作日志 The trail, newest first',
      '系统',
      { 200: json({ type: 'object' }, 'Rows with what changed') },
      {
        parameters: [
          parameter('actor', 'query', 'Who'),
          parameter('action', 'query', 'What was done'),
          parameter('type', 'query', 'To what'),
          parameter('field', 'query', 'A field that was changed'),
          parameter('text', 'query', 'Part of the number or name'),
          parameter('from', 'query', 'First day'),
          parameter('to', 'query', 'Last day'),
          parameter('before', 'query', 'Id of the row to go on behind'),
        ],
      },
    ),
  },
  '/api/audit/choices': {
    get: operation('日志筛选项 Who and what there is', '系统', { 200: json({ type: 'object' }, 'Values') }),
  },
  '/api/audit/chain': {
    get: operation('校验哈希链 Verify the chain', '系统', { 200: json({ type: 'object' }, 'Whether it is whole') }),
  },
  '/api/audit/export': {
    get: operation('导出日志 The trail as JSON lines, signed', '系统', {
      200: { description: 'JSON lines', content: { 'text/plain': {} } },
    }),
  },
  '/api/diagnostics': {
    get: operation('诊断包 Diagnostics without secrets', '系统', {
      200: { description: 'A zip', content: { 'application/zip': {} } },
    }),
  },
  '/api/events': {
    get: operation('事件 Events (SSE)', '系统', {
      200: { description: 'A stream of changed, job and notice events', content: { 'text/event-stream': {} } },
    }),
  },
}
