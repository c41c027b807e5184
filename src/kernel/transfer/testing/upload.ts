import type { Reply, TestClient } from '../../http/testing/client.ts'

const boundary = 'xxSuanpanxx'

/** Sends a file with fields beside it, as a browser does. */
export const upload = (
  client: TestClient,
  url: string,
  name: string,
  content: Buffer | string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Reply> => {
  const body = Buffer.concat([
    ...Object.entries(fields).map(([field, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return client.ask('POST', url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
}
