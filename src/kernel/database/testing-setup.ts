import { afterAll } from 'vitest'
import { dropTestDatabases } from './testing.ts'

// Test files of a process share what they import (loading the product takes longer than most tests), so what has to happen for
// each of them stands in such a file, which is run for each: hooks of a shared module would be the first file's alone.
afterAll(dropTestDatabases)
