/** Every aisle of the shop, in the order of its floor. */
import type { AisleTable } from '../author'
import { bags } from './bags'
import { clothing } from './clothing'
import { electronics } from './electronics'
import { grocery } from './grocery'
import { kitchen } from './kitchen'
import { outdoor } from './outdoor'

/** The authored tables, one an aisle. */
export const AISLE_TABLES: readonly AisleTable[] = [bags, clothing, electronics, grocery, kitchen, outdoor]
