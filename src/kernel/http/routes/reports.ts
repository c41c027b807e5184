import type { FastifyInstance } from 'fastify'
import type { ServerContext } from '../context.ts'
export const reportRoutes = (_app: FastifyInstance, _context: ServerContext): void => {}
