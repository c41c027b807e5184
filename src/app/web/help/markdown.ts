/** A run of text with one look. */
export type Run =
  | { readonly sort: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly sort: 'link'; readonly text: string; readonly to: string }

export type Block =
  | { readonly sort: 'heading'; readonly rank: number; readonly runs: readonly Run[]; readonly anchor: string }
  | { readonly sort: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly sort: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | {
      readonly sort: 'table'
      readonly head: readonly (readonly Run[])[]
      readonly rows: readonly (readonly (readonly Run[])[])[]
    }
  | { readonly sort: 'code'; readonly text: string }

const runPattern = /\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`|\[(?<words>[^\]]+)\]\((?<to>[^)\s]+)\)/gu

/** Reads bold words, code and links within a line. */
export function runsOf(line: string): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  for (const found of line.matchAll(runPattern)) {
    if (found.index > at) runs.push({ sort: 'text', text: line.slice(at, found.index) })
    const { strong, code, words, to } = found.groups ?? {}
    if (strong !== undefined) runs.push({ sort: 'strong', text: strong })
    else if (code !== undefined) runs.push({ sort: 'code', text: code })
    else runs.push({ sort: 'link', text: words ?? '', to: to ?? '' })
    at = found.index + found[0].length
  }
  if (at < line.length) runs.push({ sort: 'text', text: line.slice(at) })
  return runs
}

/** What a heading is reached by within its page. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/gu, '-')

const cellsOf = (line: string): readonly (readonly Run[])[] =>
  line
    .trim()
    .replaceAll(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => runsOf(cell.trim()))

const listPattern = /^\s*(?:[-*]|\d+\.)\s+/u
const isPlain = (line: string): boolean => line.trim() !== '' && !/^#|^```|^\|/u.test(line) && !listPattern.test(line)

/** Lines from a place on for as long as they belong together. */
const takeWhile = (lines: readonly string[], from: number, belongs: (line: string) => boolean): readonly string[] => {
  const end = lines.findIndex((line, index) => index >= from && !belongs(line))
  return lines.slice(from, end < 0 ? lines.length : end)
}

function headingOf(line: string): Block {
  const text = line.replace(/^#+\s*/u, '')
  return { sort: 'heading', rank: line.indexOf(' '), runs: runsOf(text), anchor: anchorOf(text) }
}

function tableOf(lines: readonly string[]): Block {
  const [head = '', , ...rows] = lines
  return { sort: 'table', head: cellsOf(head), rows: rows.map(cellsOf) }
}

function listOf(lines: readonly string[]): Block {
  return {
    sort: 'list',
    ordered: /^\s*\d/u.test(lines[0] ?? ''),
    items: lines.map((line) => runsOf(line.replace(listPattern, ''))),
  }
}

/** Where the arrows of a drawn flow lead, as lines that read without the drawing. */
const flowLines = (lines: readonly string[]): string =>
  lines
    .filter((line) => line.includes('-->'))
    .map((line) =>
      line
        .replaceAll(/\w+\[([^\]]+)\]/gu, '$1')
        .replaceAll(/\s*-->\s*(?:\|([^|]+)\|\s*)?/gu, (_, word?: string) => (word ? ` →（${word}）` : ' → '))
        .replace(/\[\*\]/u, '')
        .trim(),
    )
    .join('\n')

/** Reads the Markdown that the guide is written in: headings, tables, lists, code and paragraphs; drawings become their arrows. */
export function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? ''
    if (line.startsWith('```')) {
      const body = takeWhile(lines, at + 1, (each) => !each.startsWith('```'))
      blocks.push({ sort: 'code', text: line.includes('mermaid') ? flowLines(body) : body.join('\n') })
      at += body.length + 2
    } else if (line.startsWith('#')) {
      blocks.push(headingOf(line))
      at += 1
    } else if (line.startsWith('|')) {
      const body = takeWhile(lines, at, (each) => each.startsWith('|'))
      blocks.push(tableOf(body))
      at += body.length
    } else if (listPattern.test(line)) {
      const body = takeWhile(lines, at, (each) => listPattern.test(each))
      blocks.push(listOf(body))
      at += body.length
    } else if (isPlain(line)) {
      const body = takeWhile(lines, at, isPlain)
      blocks.push({ sort: 'paragraph', runs: runsOf(body.join('')) })
      at += body.length
    } else at += 1
  }
  return blocks
}
