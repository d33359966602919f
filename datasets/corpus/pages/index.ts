/** Every page of the phrasebook. */
import type { PhrasePage } from '../../../shared/domain/phrasebook'
import { features } from './features'
import { limits } from './limits'
import { looks } from './looks'
import { makings } from './makings'
import { practicals } from './practicals'
import { pairs } from './pairs'
import { prices } from './prices'
import { uses } from './uses'

/** All pages, general ones first. */
export const pages: readonly PhrasePage[] = [features, limits, looks, makings, pairs, practicals, prices, uses]
