import type { Work } from '../../../kernel/posting/work.ts'

/** A document here and the sister's that goes with it. */
export interface IntercompanyLink {
  readonly type: string
  readonly document: string
  readonly number: string
  readonly other: string
  readonly theirType: string
  readonly theirDocument: string
  readonly theirNumber: string
}

/** A link as it is kept: whether the document here was made from theirs. */
export interface KeptLink extends IntercompanyLink {
  readonly madeHere: boolean
}

/** A line here and the sister's that goes with it. */
export interface LinePair {
  readonly line: string
  readonly theirLine: string
}

/** All links of the company's documents with its sisters'. */
export const readLinks = (work: Pick<Work, 'tx' | 'company'>): Promise<KeptLink[]> =>
  work.tx.rows<KeptLink>(
    `select type, document, number, other, their_type as "theirType", their_document as "theirDocument",
       their_number as "theirNumber", made_here as "madeHere"
     from intercompany_link where company_id = $1 order by at desc, document`,
    [work.company],
  )

/** Keeps this side's half of a link, with its lines. */
export const keepLink = async (
  work: Work,
  link: IntercompanyLink,
  madeHere: boolean,
  pairs: readonly LinePair[],
): Promise<void> => {
  await work.tx.query(
    `insert into intercompany_link (company_id, type, document, number, other, their_type, their_document, their_number, made_here, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      work.company,
      link.type,
      link.document,
      link.number,
      link.other,
      link.theirType,
      link.theirDocument,
      link.theirNumber,
      madeHere,
      work.clock.now(),
    ],
  )
  await work.tx.query(
    `insert into intercompany_line (company_id, line, document, their_line, their_document)
     select $1, p.line, $2, p.theirs, $3 from unnest($4::uuid[], $5::uuid[]) as p(line, theirs) on conflict do nothing`,
    [
      work.company,
      link.document,
      link.theirDocument,
      pairs.map((pair) => pair.line),
      pairs.map((pair) => pair.theirLine),
    ],
  )
}

/** The lines of this company's documents that go with the sister's lines, with their documents. */
export const linesOfTheirs = async (
  work: Pick<Work, 'tx' | 'company'>,
  theirLines: readonly string[],
): Promise<ReadonlyMap<string, { readonly line: string; readonly document: string }>> => {
  const rows = await work.tx.rows<{ line: string; document: string; theirs: string }>(
    `select line, document, their_line as theirs from intercompany_line where company_id = $1 and their_line = any($2::uuid[])`,
    [work.company, theirLines],
  )
  return new Map(rows.map((row) => [row.theirs, row]))
}
