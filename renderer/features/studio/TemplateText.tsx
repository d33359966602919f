import type { TemplateProblem } from '../../../shared/contract/services'
import { classes } from '../../ui/classes'

interface LinesProps {
  readonly text: string
  readonly problems: readonly TemplateProblem[]
  readonly onChange: (text: string, typing?: boolean) => void
}

/** The template as text, its lines numbered, those with a problem marked. */
export function TemplateText({ text, problems, onChange }: LinesProps) {
  const bad = new Set(problems.map((problem) => problem.line))
  const lines = text.split('\n')
  return (
    <div className="flex max-h-64 overflow-y-auto rounded-md border border-line-strong bg-surface font-mono text-12 has-focus-visible:border-accent-text has-focus-visible:outline-1 has-focus-visible:outline-accent-text">
      <ol aria-hidden className="w-7 shrink-0 py-1.5 text-right text-ink-3 select-none">
        {lines.map((_, index) => (
          <li
            key={index}
            className={classes(
              'h-[18px] pr-1.5 leading-[18px]',
              bad.has(index + 1) && 'bg-amber-soft font-medium text-amber',
            )}
          >
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        aria-label="Template text"
        aria-invalid={bad.size > 0}
        aria-describedby="template-problems"
        value={text}
        wrap="off"
        spellCheck={false}
        maxLength={4000}
        rows={Math.max(6, lines.length)}
        onChange={(event) => onChange(event.target.value, true)}
        className="min-w-0 flex-1 resize-none overflow-x-auto overflow-y-hidden bg-transparent py-1.5 pr-2 pl-1 leading-[18px] outline-none"
      />
    </div>
  )
}

/** What is wrong, by line, and what to write instead. */
export function TemplateProblems({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  return (
    <ul id="template-problems" aria-live="polite" className="mt-2 space-y-1.5 text-12">
      {problems.map((problem) => (
        <li key={problem.line} className="grid grid-cols-[44px_1fr]">
          <span className="text-amber tabular">line {problem.line}</span>
          <span>
            {problem.message}
            <span className="block text-ink-3">{problem.hint}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
