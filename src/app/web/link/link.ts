import type { PublicPage } from '../../../kernel/definition/public-link.ts'
import '../../../ui/theme/tokens.css'
import './link.css'
import { element } from './element.ts'
import { linkView } from './link-view.ts'
import { Refusal } from './question-form.ts'
import type { Given } from './question-form.ts'
import { language, say } from './words.ts'

const root = document.getElementById('root')
// The token is behind the #, which browsers send to no server and no other page.
const token = location.hash.slice(1)

interface RefusalBody {
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

const ask = async (path: string, given?: Given): Promise<PublicPage> => {
  const response = await fetch(`/api/link${path}`, {
    method: given === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Link ${token}`,
      'accept-language': language,
      ...(given === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: given === undefined ? null : JSON.stringify(given),
    credentials: 'omit',
  }).catch(() => {
    throw new Refusal(say('offline'), [])
  })
  const body: unknown = await response.json()
  if (response.ok) return body as PublicPage
  const { title = say('failed'), detail, errors = [] } = body as RefusalBody
  const said = errors.length === 0 ? (detail ?? title) : errors.map(({ message }) => message).join('；')
  throw new Refusal(
    said,
    errors.map(({ path: at }) => at),
  )
}

const draw = (page: PublicPage, note?: string): void => {
  document.title = `${page.title} · ${page.company}`
  const told = note === undefined ? [] : [element('p', 'note', note)]
  root?.replaceChildren(...told, ...linkView(page, answer, take))
}

const answer = async (name: string, given: Given): Promise<void> => {
  draw(await ask(`/${name}`, given), say('sent'))
  globalThis.scrollTo({ top: 0 })
}

/** Files come with the token as everything else, so they are fetched and handed to the browser under their name. */
const take = async (name: string): Promise<void> => {
  const response = await fetch(`/api/link/files/${encodeURIComponent(name)}`, {
    headers: { authorization: `Link ${token}`, 'accept-language': language },
    credentials: 'omit',
  }).catch(() => undefined)
  if (response?.ok !== true) {
    root?.prepend(element('p', 'refused', say('notTaken')))
    return
  }
  const place = URL.createObjectURL(await response.blob())
  const anchor = document.createElement('a')
  anchor.href = place
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(place), 10_000)
}

const begin = async (): Promise<void> => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.documentElement.dataset['theme'] = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  root?.replaceChildren(element('p', 'loading', say('loading')))
  try {
    if (token === '') throw new Refusal(say('missing'), [])
    draw(await ask(''))
  } catch (error) {
    const text = error instanceof Refusal ? error.message : String(error)
    root?.replaceChildren(element('p', 'refused', text))
  }
}

await begin()
