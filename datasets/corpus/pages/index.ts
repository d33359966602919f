/** Every page of the phrasebook. */
import type { PhrasePage } from '../../../shared/domain/phrasebook'
import { features } from './features'
import { looks } from './looks'
import { makings } from './makings'
import { practicals } from './practicals'
import { prices } from './prices'
import { uses } from './uses'

/** All pages, general ones first. */
export const pages: readonly PhrasePage[] = [features, looks, makings, practicals, prices, uses]
