import type { Actor } from '../posting/work.ts'

/** Who does what nobody asked for: what follows a commit, and what runs by a schedule. */
export const systemActor: Actor = { id: 'system', name: '系统', may: () => true }
