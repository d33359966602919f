/** Every aisle of the shop, in the order of its floor. */
import type { AisleTable } from '../author'
import { bags } from './bags'
import { beauty } from './beauty'
import { clothing } from './clothing'
import { electronics } from './electronics'
import { footwear } from './footwear'
import { furniture } from './furniture'
import { grocery } from './grocery'
import { kitchen } from './kitchen'
import { outdoor } from './outdoor'
import { stationery } from './stationery'

/** The authored tables, one an aisle. */
export const AISLE_TABLES: readonly AisleTable[] = [bags, beauty, clothing, electronics, footwear, furniture, grocery, kitchen, outdoor, stationery]
