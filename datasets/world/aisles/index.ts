/** Every aisle of the shop, in the order of its floor. */
import type { AisleTable } from '../author'
import { bags } from './bags'
import { beauty } from './beauty'
import { clothing } from './clothing'
import { electronics } from './electronics'
import { footwear } from './footwear'
import { furniture } from './furniture'
import { garden } from './garden'
import { grocery } from './grocery'
import { homedecor } from './homedecor'
import { jewellery } from './jewellery'
import { kitchen } from './kitchen'
import { outdoor } from './outdoor'
import { sport } from './sport'
import { stationery } from './stationery'

/** The authored tables, one an aisle. */
export const AISLE_TABLES: readonly AisleTable[] = [
  bags,
  beauty,
  clothing,
  electronics,
  footwear,
  furniture,
  garden,
  grocery,
  homedecor,
  jewellery,
  kitchen,
  outdoor,
  sport,
  stationery,
]
