import type { FastifyInstance } from 'fastify'
import { countersign, delegateStep, returnToStep } from '../../approvals/hand-over.ts'
import { fieldProblem, invalid } from '../../definition/problem.ts'
import type { AnyDocument } from '../../definition/record.ts'
import { findDocument } from '../../documents/documents.ts'
import type { JsonObject } from '../../documents/draft.ts'
import { bodyOf, pathPart } from '../body.ts'
import { addressOf, documentIn, routeRight } from '../company-address.ts'
import { change, expectedVersion } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { recordAnswer } from '../record-answers.ts'

const wordsIn = (input: JsonObject, name: string): string | null => {
  const words = input[name]
  if (words === undefined || words === null || words === '') return null
  if (typeof words === 'string' && words.length <= 500 && words.isWellFormed() && !words.includes('\u0000'))
    return words
  throw invalid('说明有误', 'The note is not valid', [fieldProblem(name, '应为 500 字以内的文字', 'must be text')])
}

/** What an approver may do beside deciding: hand it on (转办), ask one more (加签), ask again from a step on (退回). */
export const handOverRoutes = (app: FastifyInstance, context: ServerContext, definition: AnyDocument, path: string) => {
  const config = { right: routeRight(addressOf(definition), 'approve', 'read') }
  const doings = {
    delegate: delegateStep,
    countersign,
    return: returnToStep,
  } as const
  for (const name of ['delegate', 'countersign', 'return'] as const) {
    app.post(`${path}/:id/approval/${name}`, { config }, async (request, reply) => {
      const body = bodyOf(request)
      const version = expectedVersion(request)
      return change(context, request, reply, async (work) => {
        const type = documentIn(work, request, definition)
        const record = await findDocument(work, type, pathPart(request, 'id'), { lock: true, version })
        await doings[name](work, type, record, {
          user: body['user'],
          when: body['when'],
          step: body['step'],
          note: wordsIn(body, 'note'),
          reason: wordsIn(body, 'reason'),
        })
        return recordAnswer(work, { definition: type, name: type.name }, record)
      })
    })
  }
}
