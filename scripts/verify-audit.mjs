#!/usr/bin/env node
// Verifies an exported trail (操作日志) without the product and without a database:
//   node scripts/verify-audit.mjs FILE [--head HASH] [--public-key BASE64]
// Finds a row that was changed, left out, put in, or moved. `--head` is a hash that was noted down earlier (from the page or an earlier
// export): the chain must still go through it. `--public-key` is the key that the export must be signed by.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const [file, ...options] = process.argv.slice(2)
const option = (name) => {
  const index = options.indexOf(name)
  return index < 0 ? undefined : options[index + 1]
}
if (file === undefined) {
  console.error('node scripts/verify-audit.mjs FILE [--head HASH] [--public-key BASE64]')
  process.exit(2)
}

const broken = (reason) => {
  console.error(`BROKEN ${reason}`)
  process.exit(1)
}

const hashOf = (row, previous) => {
  const { position, id, at, actor, action, type, record, label, before, after } = row
  const content = [String(position), id, at, actor, action, type, record, label, before, after, previous]
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

const read = (text, number) => {
  try {
    return JSON.parse(text)
  } catch {
    return broken(`line ${number} is not what was written: it cannot be read`)
  }
}

const checkSignature = ({ signature, publicKey, ...end }) => {
  const wanted = option('--public-key')
  if (wanted !== undefined && wanted !== publicKey) broken('the export is signed by another key')
  const key = createPublicKey({ key: Buffer.from(publicKey ?? '', 'base64'), format: 'der', type: 'spki' })
  if (!verify(null, Buffer.from(JSON.stringify(end)), key, Buffer.from(signature ?? '', 'base64')))
    broken('the signature of the end does not fit')
}

const wantedHead = option('--head')
let head
let end
let position = 0
let previous = '0'.repeat(64)
let sawHead = wantedHead === undefined
let number = 0
for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
  number += 1
  if (text === '') continue
  const row = read(text, number)
  if (number === 1) {
    if (row.format !== 'suanpan-audit' || row.version !== 1) broken('the file is no exported trail')
    head = row
    continue
  }
  if (end !== undefined) broken(`line ${number} stands behind the end`)
  if (row.end === true) {
    end = row
    continue
  }
  position += 1
  if (row.position !== position)
    broken(`position ${position} is missing or out of order: line ${number} says ${row.position}`)
  if (row.previous !== previous) broken(`position ${position} does not follow the one before`)
  if (hashOf(row, previous) !== row.hash)
    broken(`position ${position} (${row.at} ${row.actor} ${row.action} ${row.label}) was changed`)
  previous = row.hash
  if (row.hash === wantedHead) sawHead = true
}
if (head === undefined) broken('the file is empty')
if (end === undefined) broken('the end is missing: rows may have been cut off')
if (end.position !== position || end.hash !== previous || end.company !== head.company)
  broken(`the end says ${end.position} rows, there are ${position}`)
if (!sawHead) broken(`the chain does not go through ${wantedHead}`)
checkSignature(end)
console.log(`whole: ${position} rows of ${head.company}, head ${previous}`)
console.log(`signed by ${end.publicKey}`)
