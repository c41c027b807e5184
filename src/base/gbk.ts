let table: ReadonlyMap<string, readonly [number, number]> | undefined

/** The two bytes of every character of GBK, turned round from the decoder that every runtime has. */
const gbkTable = (): ReadonlyMap<string, readonly [number, number]> => {
  if (table !== undefined) return table
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? '\uFFFD' : decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\uFFFD' && !found.has(character)) found.set(character, [lead, trail])
    }
  }
  table = found
  return found
}

/** Writes text in GBK, as older Chinese programs read it. What GBK lacks becomes a question mark. */
export const encodeGbk = (text: string): Uint8Array<ArrayBuffer> => {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else bytes.push(...(gbkTable().get(character) ?? [0x3f]))
  }
  return Uint8Array.from(bytes)
}
