import type { ShownToken } from '../../../shared/contract/events'
import { Section } from '../../ui/Section'
import { plural } from '../../ui/format'
import { tokenRows } from '../../ui/tokens'

/** The prompt token by token: special tokens on the left, the values that follow them on the right, one box a token. */
export function ModelViewSection({ prompt }: { readonly prompt: readonly ShownToken[] }) {
  return (
    <Section title="What the model saw" summary={plural(prompt.length, 'token')}>
      {prompt.length === 0 ? (
        <p className="text-12 text-ink-3">Nothing yet. Choose somebody to write for.</p>
      ) : (
        <>
          <p className="mb-2 text-12 text-ink-3 tabular">
            {plural(prompt.length, 'token')}. The model never spells a fact: it writes the tokens in angle
            brackets, and the catalogue’s own values take their place.
          </p>
          <ol className="font-mono text-12">
            {tokenRows(prompt).map(({ special, values, at }) => (
              <li key={at} className="grid grid-cols-[116px_1fr] gap-2 py-0.5">
                <span className="truncate text-accent-text" title={`token ${special.id}`}>
                  {special.text}
                </span>
                <span className="min-w-0 break-words text-ink">
                  {values.map((token, index) => (
                    <span
                      key={index}
                      title={`token ${token.id}`}
                      className="border-b border-line-strong not-first:ml-px"
                    >
                      {token.text}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  )
}
