// Everything about the source that can be judged without running it: format, lint, types, floors, dead code.
// Usage: npm run check
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')

/** Each check is a command; where it has a `judge`, that finds the faults in what the command says. */
const checks = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  {
    name: 'floors',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    judge: judgeFloors,
  },
  { name: 'dead code', command: ['knip', '--no-progress', '--no-config-hints'] },
]

const started = Date.now()
const results = await Promise.all(checks.map(run))
for (const result of results.filter((each) => !each.ok)) {
  console.log(`\n── ${result.name} ──\n${result.output.trim()}`)
}
console.log('')
for (const { name, ok, took } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${took} s)`)
const failed = results.filter((each) => !each.ok).length
console.log(`\n${results.length - failed} checks passed, ${failed} failed, ${seconds(started)} s`)
process.exitCode = failed === 0 ? 0 : 1

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}

async function run({ name, command, judge }) {
  const since = Date.now()
  const [program, ...args] = command
  const child = spawn(join(bin, program), args, { cwd: root, shell: process.platform === 'win32' })
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (complained += chunk))
  const code = await new Promise((ended) => {
    child.on('error', (error) => {
      complained += error.message
      ended(1)
    })
    child.on('close', ended)
  })
  const faults = judge?.(said)
  const ok = code === 0 && faults === undefined
  return { name, ok, output: `${faults ?? (judge ? '' : said)}\n${complained}`, took: seconds(since) }
}

/**
 * Lists what breaks the rules. A dependency checker that cannot read TypeScript finds no fault with nothing, so it must
 * also have read every source file.
 */
function judgeFloors(output) {
  let cruise
  try {
    cruise = JSON.parse(output)
  } catch {
    return output
  }
  const faults = cruise.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
  const read = cruise.modules.filter(({ source }) => /^src\/.*\.tsx?$/.test(source)).length
  const there = countSources(join(root, 'src'))
  if (read < there) faults.push(`only ${read} of the ${there} source files were read`)
  return faults.length === 0 ? undefined : faults.join('\n')
}

function countSources(folder) {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { recursive: true }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .length
}
