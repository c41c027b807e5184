import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../context.ts'
export const transferRoutes = (_app: FastifyInstance, _context: ServerContext): void => {}
