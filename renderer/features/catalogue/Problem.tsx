import { classes } from '../../ui/classes'

interface ProblemProps {
  readonly problem: string | undefined
  readonly className?: string
}

/** What is wrong with a field, said below it; an empty line where nothing is, in a place that must keep its room. */
export function Problem({ problem, className }: ProblemProps) {
  if (problem === undefined) return <span className={className} />
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1)
  return (
    <p role="status" className={classes('text-12 text-amber', className)}>
      {sentence}
    </p>
  )
}
