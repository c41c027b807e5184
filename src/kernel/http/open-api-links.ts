import { kebab } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { id, json, operation, parameter, repeat } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

const byToken = { security: [{ link: [] }] }

/** What the holder of a link asks. */
const visitorPaths: Schema = {
  '/api/link': {
    get: operation(
      '公开链接 What a link without sign-in shows',
      '系统',
      { 200: json({ type: 'object' }, 'The page') },
      byToken,
    ),
  },
  '/api/link/files/{name}': {
    get: operation(
      '下载公开链接的文件 A file of a link without sign-in',
      '系统',
      { 200: { description: 'The file' } },
      { parameters: [parameter('name', 'path', 'One of the page’s files')], ...byToken },
    ),
  },
  '/api/link/{answer}': {
    post: operation(
      '答复公开链接 Answer by a link without sign-in',
      '系统',
      { 200: json({ type: 'object' }, 'The page after it') },
      { parameters: [parameter('answer', 'path', 'One of the page’s questions')], ...byToken },
    ),
  },
}

/** What links lead to, under each of its addresses: a customer is a party too. */
const subjectsOf = (catalogue: Catalogue) =>
  [...catalogue.publicLinks.values()].flatMap(({ subject }) => [
    { name: subject.name, subject },
    ...[...catalogue.facets]
      .filter(([, { entity }]) => entity.name === subject.name)
      .map(([name]) => ({ name, subject })),
  ])

/** Links without sign-in: of the records that have a purpose for them, and for who holds one. */
export const linkPaths = (catalogue: Catalogue): Schema => ({
  ...visitorPaths,
  ...Object.fromEntries(
    subjectsOf(catalogue).flatMap(({ name, subject }) => {
      const path = `/api/${kebab(name)}/{id}/links`
      const made = { 201: json({ type: 'object' }, 'Made') }
      const withdrawn = { 204: { description: 'Withdrawn' } }
      const ofLink = [id, parameter('link', 'path', 'The link')]
      return [
        [
          path,
          {
            get: operation('公开链接', subject.label, { 200: json({ type: 'object' }, 'Links') }, { parameters: [id] }),
            post: operation('生成公开链接；令牌只显示一次', subject.label, made, { parameters: [id, repeat] }),
          },
        ],
        [`${path}/{link}`, { delete: operation('停用公开链接', subject.label, withdrawn, { parameters: ofLink }) }],
      ]
    }),
  ),
})
