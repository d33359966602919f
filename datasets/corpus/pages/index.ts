/** Every page of the phrasebook. */
import type { PhrasePage } from '../../../shared/domain/phrasebook'
import { bags } from './bags'
import { beauty } from './beauty'
import { clothing } from './clothing'
import { electronics } from './electronics'
import { features } from './features'
import { footwear } from './footwear'
import { furniture } from './furniture'
import { grocery } from './grocery'
import { homedecor } from './homedecor'
import { hooks } from './hooks'
import { jewellery } from './jewellery'
import { kitchen } from './kitchen'
import { limits } from './limits'
import { looks } from './looks'
import { makings } from './makings'
import { outdoor } from './outdoor'
import { practicals } from './practicals'
import { pairs } from './pairs'
import { prices } from './prices'
import { sport } from './sport'
import { stationery } from './stationery'
import { introductions } from './introductions'
import { objections } from './objections'
import { pets } from './pets'
import { occasions } from './occasions'
import { garden } from './garden'
import { closes } from './closes'
import { histories } from './histories'
import { interests } from './interests'
import { gifts } from './gifts'
import { music } from './music'
import { together } from './together'
import { tools } from './tools'
import { toys } from './toys'
import { festive } from './festive'
import { uses } from './uses'

/** All pages by the name of their file, general ones first. */
export const namedPages: Readonly<Record<string, PhrasePage>> = {
  features,
  together,
  limits,
  looks,
  makings,
  pairs,
  pets,
  practicals,
  prices,
  introductions,
  objections,
  occasions,
  garden,
  closes,
  histories,
  interests,
  gifts,
  music,
  tools,
  toys,
  festive,
  uses,
  bags,
  beauty,
  clothing,
  electronics,
  footwear,
  homedecor,
  hooks,
  jewellery,
  kitchen,
  outdoor,
  grocery,
  furniture,
  stationery,
  sport,
}

/** All pages, in the same order. */
export const pages: readonly PhrasePage[] = Object.values(namedPages)
