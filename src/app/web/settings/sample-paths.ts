const most = 200

/** The paths that a sample has, the first of each list standing for all: offered while the mapping is typed. */
export function pathsIn(sample: string, format: 'json' | 'csv' | 'xml'): readonly string[] {
  if (format === 'csv') return ['rows', ...(sample.split('\n')[0] ?? '').split(/[,\t;]/).map((head) => head.trim())]
  const found = new Set<string>()
  const add = (path: string): void => {
    // A path within a line is typed without the way to it, so each tail of it is offered as well.
    const parts = path.split('.')
    for (let at = 0; at < parts.length; at += 1) found.add(parts.slice(at).join('.'))
  }
  if (format === 'xml') {
    for (const [, name = ''] of sample.matchAll(/<([\p{L}_][\p{L}\p{N}_-]*)/gu)) found.add(name)
    return [...found].slice(0, most)
  }
  const walk = (value: unknown, path: string): void => {
    if (path !== '') add(path)
    if (Array.isArray(value)) walk((value as readonly unknown[])[0], path)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`)
  }
  try {
    walk(JSON.parse(sample), '')
  } catch {
    return []
  }
  return [...found].slice(0, most)
}
