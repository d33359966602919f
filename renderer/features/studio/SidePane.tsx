import { ModelViewSection } from './ModelViewSection'
import { ProductsSection } from './ProductsSection'
import {
  AdaptersSection,
  DecodingSection,
  PlanningSection,
  StrategySection,
  VoiceSection,
} from './InspectorSections'
import { TemplateSection } from './TemplateSection'
import { usePreview, useShownRun } from './usePlan'

/** The products with their facts, then everything about how the narrative is made. */
export function SidePane() {
  const preview = usePreview()
  const { run, stale } = useShownRun()
  const shown = run && !stale && run.products.length > 0 ? run : preview.data
  return (
    <div className="h-full overflow-y-auto">
      <ProductsSection shown={shown} planned={shown === preview.data} preview={preview} />
      <StrategySection />
      <TemplateSection preview={preview} />
      <VoiceSection />
      <PlanningSection />
      <AdaptersSection />
      <DecodingSection />
      <ModelViewSection prompt={shown?.prompt ?? []} />
    </div>
  )
}
