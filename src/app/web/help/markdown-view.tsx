import { Fragment, useMemo } from 'react'
import { Go } from '../../../ui/shell/navigation.tsx'
import { blocksOf, type Block, type Run } from './markdown.ts'

/** Where a link of the guide leads inside the product; undefined where it leads out of it. */
export function placeOfLink(to: string): string | undefined {
  if (to.startsWith('/')) return to
  const page = /(?:^|\/)(?:guide\/|know-how\/)?(?<name>\d\d-[a-z-]+)\.md(?:#.*)?$/u.exec(to)
  const name = page?.groups?.['name']
  if (name === undefined || to.includes('reference/')) return undefined
  const plain = to.includes('know-how/') ? name.slice(3) : name
  return `/help/${plain}`
}

function OneRun({ run }: { run: Run }): React.JSX.Element {
  if (run.sort === 'strong') return <strong>{run.text}</strong>
  if (run.sort === 'code') return <code>{run.text}</code>
  if (run.sort !== 'link') return <>{run.text}</>
  const place = placeOfLink(run.to)
  return place === undefined ? <>{run.text}</> : <Go to={place}>{run.text}</Go>
}

function Runs({ runs }: { runs: readonly Run[] }): React.JSX.Element {
  return (
    <>
      {runs.map((run, index) => (
        // A line of written text never changes its order.
        <Fragment key={`${index}${run.text}`}>
          <OneRun run={run} />
        </Fragment>
      ))}
    </>
  )
}

function OneBlock({ block }: { block: Block }): React.JSX.Element {
  switch (block.sort) {
    case 'heading':
      return block.rank <= 2 ? (
        <h2 id={block.anchor}>
          <Runs runs={block.runs} />
        </h2>
      ) : (
        <h3 id={block.anchor}>
          <Runs runs={block.runs} />
        </h3>
      )
    case 'list': {
      const items = block.items.map((item) => (
        <li key={item.map((run) => run.text).join('')}>
          <Runs runs={item} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <div className="help-table">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={`${index}`}>
                    <Runs runs={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={`${index}`}>
                  {row.map((cell, place) => (
                    <td key={`${place}`}>
                      <Runs runs={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    default:
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
  }
}

/** A page of the guide as it was written. */
export function MarkdownView({ text }: { text: string }): React.JSX.Element {
  const blocks = useMemo(() => blocksOf(text), [text])
  return (
    <div className="help-text">
      {blocks.map((block, index) => (
        <OneBlock key={`${index}`} block={block} />
      ))}
    </div>
  )
}
