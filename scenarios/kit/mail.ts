/** A mail as a server took it, as far as stories look at it. */
export interface ReadMail {
  readonly to: string
  readonly attachments: readonly { readonly name: string; readonly bytes: Buffer }[]
}

const headerOf = (part: string, name: string): string =>
  new RegExp(`^${name}:\\s*((?:.|\\r?\\n[ \\t])*)`, 'im')
    .exec(part)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim() ?? ''

const attachmentOf = (part: string) => {
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/)
  const name = /filename(?:\*\d*\*?)?="?([^";\r\n]+)"?/i.exec(headerOf(head, 'content-disposition'))?.[1]
  if (name === undefined) return []
  return [{ name, bytes: Buffer.from(rest.join('\n').replace(/\s/g, ''), 'base64') }]
}

/** Reads the parts of a multipart mail whose attachments are Base64. */
export const simpleParser = (mail: string): ReadMail => {
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(mail)?.[1] ?? 'none'
  const parts = mail.split(`--${boundary}`).slice(1)
  return { to: headerOf(mail, 'to'), attachments: parts.flatMap(attachmentOf) }
}
