import { useMemo } from 'react'
import type { Block, Inline } from './markdown'
import { blocks } from './markdown'

/** A model card as text to read. Its first heading is left to whoever shows it. */
export function Prose({ markdown }: { readonly markdown: string }) {
  const read = useMemo(() => {
    const all = blocks(markdown)
    return all[0]?.kind === 'heading' && all[0].level === 1 ? all.slice(1) : all
  }, [markdown])
  return (
    <div className="max-w-[68ch] space-y-3 text-13 leading-5 text-ink-2">
      {read.map((block, index) => (
        <BlockText key={index} block={block} />
      ))}
    </div>
  )
}

function BlockText({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h4 className="pt-2 text-13 font-medium text-ink">
          <Line inlines={block.inlines} />
        </h4>
      )
    case 'paragraph':
      return (
        <p className="text-pretty">
          <Line inlines={block.inlines} />
        </p>
      )
    case 'list':
      return (
        <ul className="list-disc space-y-1 pl-5">
          {block.items.map((item, index) => (
            <li key={index}>
              <Line inlines={item} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return (
        <pre tabIndex={0} className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-12 text-ink">
          {block.text}
        </pre>
      )
    case 'table':
      return <Table rows={block.rows} />
  }
}

function Table({ rows }: { readonly rows: readonly (readonly (readonly Inline[])[])[] }) {
  const [head, ...body] = rows
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Table of the card">
      <table className="text-12 tabular">
        <thead>
          <tr>
            {head?.map((cell, index) => (
              <th
                key={index}
                scope="col"
                className="border-b border-line py-1 pr-4 text-left font-medium text-ink-3"
              >
                <Line inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className="border-b border-line py-1 pr-4">
                  <Line inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map(({ kind, text }, index) => {
    if (kind === 'code')
      return (
        <code key={index} className="font-mono text-12 text-ink">
          {text}
        </code>
      )
    if (kind === 'strong')
      return (
        <strong key={index} className="font-medium text-ink">
          {text}
        </strong>
      )
    return kind === 'emphasis' ? <em key={index}>{text}</em> : text
  })
}
