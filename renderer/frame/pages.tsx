/** The pages of the workbench, in the order of the rail. */
import { Columns3, FlaskConical, Layers, PenLine, Scale, Store } from 'lucide-react'
import { lazy } from 'react'
import type { ComponentType } from 'react'
import { AdaptersPage } from '../features/adapters/AdaptersPage'
import { CataloguePage } from '../features/catalogue/CataloguePage'
import { ComparePage } from '../features/compare/ComparePage'
import { RunsPage } from '../features/runs/RunsPage'
import { StudioPage } from '../features/studio/StudioPage'

/** Comes when it is opened, so that the window opens no later for it. */
const FairnessPage = lazy(() =>
  import('../features/fairness/FairnessPage').then((module) => ({ default: module.FairnessPage })),
)

/** One page. */
export interface PageEntry {
  readonly path: string
  readonly title: string
  readonly icon: ComponentType<{ readonly className?: string }>
  readonly page: ComponentType
}

/** Pages that exist. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', title: 'Studio', icon: PenLine, page: StudioPage },
  { path: '/compare', title: 'Compare', icon: Columns3, page: ComparePage },
  { path: '/fairness', title: 'Fairness', icon: Scale, page: FairnessPage },
  { path: '/adapters', title: 'Adapters', icon: Layers, page: AdaptersPage },
  { path: '/catalogue', title: 'Catalogue', icon: Store, page: CataloguePage },
  { path: '/runs', title: 'Runs', icon: FlaskConical, page: RunsPage },
]
