import { build } from 'vite'

/**
 * Builds the page as it is shipped, once before all journeys; what the test runner calls its own surroundings would make it one for
 * developers.
 */
export const setup = async (): Promise<void> => {
  const was = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({ logLevel: 'error' })
  } finally {
    process.env['NODE_ENV'] = was
  }
}
