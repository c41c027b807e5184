import { afterEach } from 'vitest'
import { closeStories } from './trade.ts'

afterEach(closeStories)
