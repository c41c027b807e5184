// Lists every promised feature with the tests that prove it: those whose title carries its id, as [SAL-09].
// Usage: npm run features [-- <id or group>]
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = process.argv[2]
const { groups, features } = readFeatures()
const proofs = findProofs()

for (const { id } of features) if (!proofs.has(id)) proofs.set(id, [])
const known = new Set(features.map(({ id }) => id))
for (const [group, name] of groups) {
  if (wanted !== undefined && !wanted.startsWith(group)) continue
  const members = features.filter((feature) => feature.group === group)
  console.log(`\n${group} ${name}`)
  for (const { id, title, chinese } of members) {
    if (wanted !== undefined && wanted !== group && wanted !== id) continue
    const tests = proofs.get(id)
    console.log(`  ${tests.length > 0 ? '✓' : '·'} ${id} ${title} ${chinese}`)
    for (const test of tests) console.log(`      ${test}`)
  }
}
console.log('')
for (const [group, name] of groups) {
  const members = features.filter((feature) => feature.group === group)
  console.log(`${group.padEnd(4)} ${proved(members)}/${members.length} ${name}`)
}
console.log(`\n${proved(features)}/${features.length} features proved`)
const strangers = [...proofs.keys()].filter((id) => !known.has(id))
if (strangers.length > 0) {
  console.error(`tests name features that are not in docs/features.txt: ${strangers.join(', ')}`)
  process.exitCode = 1
}

function proved(members) {
  return members.filter(({ id }) => proofs.get(id).length > 0).length
}

function readFeatures() {
  const groups = []
  const features = []
  for (const line of readFileSync(join(root, 'docs', 'features.txt'), 'utf8').split('\n')) {
    const heading = /^## (\w+) (.*)$/.exec(line)
    if (heading) groups.push([heading[1], heading[2]])
    const feature = /^(([A-Z]+)-\d+) \| (.*) \| (.*)$/.exec(line)
    if (feature) features.push({ id: feature[1], group: feature[2], title: feature[3], chinese: feature[4] })
  }
  return { groups, features }
}

function findProofs() {
  const found = new Map()
  for (const folder of ['src', 'scenarios', 'browser', 'faults'].filter((name) => existsSync(join(root, name)))) {
    const files = readdirSync(join(root, folder), { recursive: true }).filter((file) =>
      /\.(test|scenario|journey|property)\.tsx?$/.test(file),
    )
    for (const file of files.toSorted((a, b) => a.localeCompare(b))) {
      const text = readFileSync(join(root, folder, file), 'utf8')
      // A title is the quoted text after test(, it( or describe(, however the call is dressed up; `skip` and `todo` prove nothing.
      for (const [, call, , title] of text.matchAll(
        /\b((?:test|it|describe)(?:\.\w+(?:\([^()]*\))?)*)\(\s*(['"`])((?:(?!\2).)*)\2/g,
      )) {
        if (/\.(skip|todo)\b/.test(call)) continue
        for (const [, id] of title.matchAll(/\[([A-Z]{2,3}-\d+)\]/g)) {
          found.set(id, [...(found.get(id) ?? []), `${title}  (${folder}/${file})`])
        }
      }
    }
  }
  return found
}
