import { readFile } from 'node:fs/promises'
import { filePath, storeFile } from './file-store.ts'

/** The files of one company, as a unit of work reaches them: content under its SHA-256, kept once and never changed. */
export interface CompanyFiles {
  /** The data folder, for what is unpacked there once, such as the font of paper. */
  readonly dataDir: string
  /** Keeps content and answers its hash. What a transaction that fails has stored stays unnamed and does no harm. */
  store(bytes: Uint8Array): Promise<string>
  /** The content under a hash. Throws an Error (`ENOENT`) where it is missing. */
  read(sha256: string): Promise<Buffer>
}

/** The files of a company in the data folder. */
export const companyFiles = (dataDir: string, company: string): CompanyFiles => ({
  dataDir,
  store: (bytes) => storeFile(dataDir, company, bytes),
  read: (sha256) => readFile(filePath(dataDir, company, sha256)),
})
