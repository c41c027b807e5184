import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { textOf } from '../../../base/text.ts'
import { isJsonObject } from '../../documents/draft.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { isSeen } from '../../documents/record-json.ts'
import { faultOf, introduction, messageOf, resultOf, rpcFault } from '../../mcp/protocol.ts'
import type { Message } from '../../mcp/protocol.ts'
import { mayDraft, tools } from '../../mcp/tools.ts'
import type { ToolContext, ToolRequest } from '../../mcp/tools.ts'
import { answer, callerOf } from '../context.ts'
import type { ServerContext } from '../context.ts'

const path = '/api/mcp'

/** What the interface answers to the same caller: their session or key goes along, so their rights hold. */
const askInterface = async (app: FastifyInstance, request: FastifyRequest, asked: ToolRequest) => {
  const { authorization, cookie, host } = request.headers
  const reply = await app.inject({
    method: asked.method,
    url: asked.url,
    remoteAddress: request.ip,
    headers: {
      ...(authorization === undefined ? {} : { authorization }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(host === undefined ? {} : { host }),
      'accept-language': request.headers['accept-language'] ?? 'zh',
    },
    ...(asked.body === undefined ? {} : { payload: asked.body }),
  })
  return { ok: reply.statusCode < 300, content: reply.json<Json>() }
}

const toolResult = (content: Json, isError: boolean): JsonObject => ({
  content: [{ type: 'text', text: JSON.stringify(content) }],
  // A structured answer is an object; lists stand in one.
  structuredContent: isJsonObject(content) ? content : { rows: content },
  ...(isError ? { isError: true } : {}),
})

const shownTools = (context: ToolContext): JsonObject => ({
  tools: tools
    .filter((tool) => tool.readOnly || mayDraft(context))
    .map(({ name, title, description, inputSchema, readOnly }) => ({
      name,
      title,
      description,
      inputSchema,
      annotations: { title, readOnlyHint: readOnly, destructiveHint: false, openWorldHint: false },
    })),
})

const callTool = async (
  app: FastifyInstance,
  request: FastifyRequest,
  context: ToolContext,
  { id = 0, params }: Message,
): Promise<JsonObject> => {
  const name = textOf(params['name'])
  const tool = tools.find((one) => one.name === name)
  if (tool === undefined) return faultOf(id, rpcFault.params, `there is no tool ${name}`)
  const given = params['arguments']
  const asked = tool.answer(given !== undefined && isJsonObject(given) ? given : {}, context)
  if ('content' in asked) return resultOf(id, toolResult(asked.content, false))
  const { ok, content } = await askInterface(app, request, asked)
  return resultOf(id, toolResult(content, !ok))
}

/**
 * The door for assistants: the Model Context Protocol over Streamable HTTP, without sessions or streams of its own. Whoever
 * asks is who their key or session says, and every question goes through the interface.
 */
export const mcpRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const config = { right: 'session' }
  app.post(path, { config }, async (request, reply) => {
    const message = messageOf(request.body as Json | undefined)
    if (message === undefined)
      return reply.code(400).send(faultOf(null, rpcFault.invalid, 'not a message of JSON-RPC 2.0'))
    const { id, method, params } = message
    // What is only told needs no answer.
    if (id === undefined) return reply.code(202).send()
    const asked = (): Promise<ToolContext> =>
      answer(context, request, async (work) => ({
        catalogue: work.installed.catalogue,
        may: callerOf(request).may,
        sees: (field) => isSeen(field, work),
      }))
    switch (method) {
      case 'initialize':
        return resultOf(id, introduction(params, context.version))
      case 'ping':
        return resultOf(id, {})
      case 'tools/list':
        return resultOf(id, shownTools(await asked()))
      case 'tools/call':
        return callTool(app, request, await asked(), message)
      default:
        return faultOf(id, rpcFault.method, `${method} is not spoken here`)
    }
  })
  // Nothing is sent unasked, and there is no session to end.
  for (const method of ['GET', 'DELETE'] as const)
    app.route({
      method,
      url: path,
      config,
      handler: async (_request, reply) => reply.code(405).header('allow', 'POST').send(),
    })
}
