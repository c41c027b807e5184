import type { Person } from './talk-data.ts'

/** What is being typed after the last `@` before the cursor; null where nobody is being called. */
export function calledPart(text: string, cursor: number): string | null {
  const before = text.slice(0, cursor)
  const at = before.lastIndexOf('@')
  if (at < 0) return null
  const part = before.slice(at + 1)
  return part.length > 20 || /\s/u.test(part) ? null : part
}

/** The people who may be meant by what was typed so far. */
export function peopleFor(part: string, people: readonly Person[]): readonly Person[] {
  const wanted = part.toLowerCase()
  return people
    .filter((one) => one.name.toLowerCase().includes(wanted) || one.username.toLowerCase().startsWith(wanted))
    .slice(0, 8)
}

export interface RemarkPiece {
  /** Where it begins in the text. */
  readonly at: number
  readonly called: string
  readonly rest: string
}

/** A remark in pieces, so that those it calls can be set off. */
export function piecesOf(text: string, people: readonly Person[]): readonly RemarkPiece[] {
  const names = people.flatMap((one) => [one.name, one.username]).sort((one, other) => other.length - one.length)
  let at = 0
  return text.split('@').map((part, index) => {
    const began = at
    at += part.length + 1
    const name = index === 0 ? undefined : names.find((one) => part.startsWith(one))
    if (name !== undefined) return { at: began, called: `@${name}`, rest: part.slice(name.length) }
    return { at: began, called: '', rest: index === 0 ? part : `@${part}` }
  })
}

/** The text with the person called where they were being typed, and where the cursor stands then. */
export function withCalled(text: string, cursor: number, person: Person): { text: string; cursor: number } {
  const before = text.slice(0, cursor)
  const at = calledPart(text, cursor) === null ? before.length : before.lastIndexOf('@')
  const called = `${before.slice(0, at)}@${person.name} `
  return { text: called + text.slice(cursor).trimStart(), cursor: called.length }
}
