import type { ReactNode } from 'react'
import { Component } from 'react'
import { Button } from '../ui/Button'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly error: Error | undefined
}

/** Keeps the frame standing when a page fails, and says so. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: Error): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div role="alert" className="mx-auto max-w-md px-6 py-16">
        <h2 className="font-serif text-20">This page could not be shown</h2>
        <p className="mt-2 text-13 text-ink-2">
          The rest of the window works, and nothing that was saved is lost. Show the page again; if it fails
          again, report these words:
        </p>
        <pre className="mt-3 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-12">{error.message}</pre>
        <Button kind="primary" className="mt-4" onClick={() => this.setState({ error: undefined })}>
          Show the page again
        </Button>
      </div>
    )
  }
}
