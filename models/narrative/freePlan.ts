/**
 * What a model that plans for itself may plan: after every beat, the heads that may come next, and whether the text may end. All of them
 * are beats the model has learnt, with values these products and this shopper have, and true of them; what the directives demand, and
 * code can hold, holds. Which of them is written is the model's choice.
 */
import type { Beat, Length, Move, SlotName } from '../../shared/domain/beats'
import { MOVES } from '../../shared/domain/beats'
import type { LeadWith } from '../../shared/domain/template'
import { CHANNEL_WORDS } from '../../shared/domain/voices'
import { freePrompt, freeSubject } from './freePrompt'
import type { Candidate, PlanRequest, PlanState } from './planner'
import { beatOf, beatWords, candidates, isEasyWanted, openPlan, pairMoves, record } from './planner'
import { beatIsTrue } from './relations'
import { slotFill } from './values'

/** A beat that may come next. */
export interface FreeBeat {
  readonly beat: Beat
  /** 1-based. */
  readonly product: number
  /** Words its sentence will have, about. */
  readonly words: number
}

/** What may come next; no beat at all where the text has to end. */
export interface FreeOptions {
  readonly beats: readonly FreeBeat[]
  readonly mayEnd: boolean
}

/** Something that has to be said yet: by one of these beats, none of which may be possible so far. */
interface Duty {
  readonly beats: readonly FreeBeat[]
  /** At the least. */
  readonly words: number
  readonly isDoneBy: (beat: Beat) => boolean
}

/** The most beats of one narrative. */
export const FREE_BEATS_MAX = 10
/** Words kept from the end of the range: sentences come out a little longer than planned. */
const MARGIN = 2
/** Words by which a sentence may come out shorter than planned. */
const SHORTFALL = 3
/** Words that a further sentence needs. */
const ROOM = 12
/** A short sentence that names a product, less the name. */
const NAMING_WORDS = 7
/** What the model has learnt to say of a product that is not the first. */
const ofOthers: ReadonlySet<Move> = new Set<Move>(['introduce', 'fact', 'price'])
const leads: Readonly<Record<LeadWith, Move>> = {
  history: 'history',
  occasion: 'occasion',
  interest: 'interest',
  price: 'price',
  product: 'introduce',
}
/** Kinds that are said where the product is named, or seldom. */
const namedWith = ['brand', 'noun'] as const

/** A plan in the making. Pure; nothing is drawn. */
export class FreePlan {
  private readonly request: PlanRequest
  private readonly state: PlanState
  private readonly range: { readonly min: number; readonly max: number }
  private readonly shownSlots: ReadonlySet<SlotName>
  /** `p1/feature.2`. */
  private readonly shownFacts: ReadonlySet<string>
  /** `1/price`: moves made, by product. */
  private readonly made = new Set<string>()
  private isEnding = false
  /** Whether what the shopper loves, has or plans is to be said: a text that could be for anybody is not worth a model. */
  private isPersonal = true
  /** Products there is no room for. */
  private readonly dropped = new Set<number>()
  /** Until the next beat. */
  private known: readonly FreeBeat[] | undefined

  /** A plan without a beat. */
  constructor(request: PlanRequest) {
    const { directives, subject } = request
    const shown = freeSubject(request)
    const { shopper, history, products } = freePrompt(request)
    this.request = request
    this.shownSlots = new Set(
      [...shopper, ...history, ...products.flatMap(({ values }) => values)].map(({ slot }) => slot),
    )
    this.shownFacts = new Set(
      shown.products.flatMap(({ facts }, index) => facts.map(({ id }) => `p${index + 1}/${id}`)),
    )
    // Of several facts of a kind the planner takes the first: those shown come first.
    const sorted = subject.products.map((product, index) => {
      const facts = shown.products[index]?.facts ?? []
      return { ...product, facts: [...facts, ...product.facts.filter((fact) => !facts.includes(fact))] }
    })
    this.state = openPlan({ ...request, subject: { ...subject, products: sorted } })
    this.range = directives.words ?? CHANNEL_WORDS[directives.channel]
  }

  /** What may come next after `words` words. */
  options(words: number): FreeOptions {
    const { beats } = this.state
    this.drop(words)
    if (beats.at(-1)?.move === 'close') return { beats: [], mayEnd: true }
    const all = this.choices()
    const owed = this.owed(all)
    const free = this.isEnding ? [] : this.affordable(all, owed, words)
    const sure = owed.length > 0 ? words + wordsOf(owed) - SHORTFALL : words
    const mayEnd = beats.length > 0 && sure >= this.range.min
    if (free.length > 0 && beats.length + owed.length < FREE_BEATS_MAX) return { beats: free, mayEnd }
    const duty = owed.find((one) => one.beats.length > 0)
    return { beats: duty ? shortest(duty.beats) : [], mayEnd: !duty }
  }

  /** Where the words do not suffice for all that is owed, the shopper's own goes first, then the last products: neither is an order. */
  private drop(words: number): void {
    if (words + this.owedWords() > this.range.max) this.isPersonal = false
    for (let product = this.state.subject.products.length; product > 1; product--) {
      if (words + this.owedWords() <= this.range.max) return
      if (this.isNamed(product)) continue
      this.dropped.add(product)
      this.known = undefined
    }
  }

  /** Words, at the least, of what still has to be said. */
  owedWords(): number {
    return wordsOf(this.owed(this.choices()))
  }

  /** Notes a beat as chosen. */
  take({ beat, product }: FreeBeat): void {
    record(this.state, beat, product)
    this.known = undefined
    this.made.add(`${product}/${beat.move}`)
  }

  /** Notes that the model wants to end; what still has to be said may then come, and nothing else. */
  end(): void {
    this.isEnding = true
  }

  private choices(): readonly FreeBeat[] {
    return (this.known ??= this.lookUp())
  }

  /** Whatever may be said here, of any length. */
  private lookUp(): readonly FreeBeat[] {
    const free = this.state.subject.products.flatMap((_, index) =>
      MOVES.filter((move) => this.fitsHere(move, index + 1)).flatMap((move) => this.beatsOf(move, index + 1)),
    )
    return this.easiest(this.leading(this.namingWhole(free)))
  }

  private beatsOf(move: Move, product: number): readonly FreeBeat[] {
    const { state } = this
    const { close } = state.directives
    const relation = move === 'close' && close !== 'none' ? { relation: close } : {}
    return candidates(state, { move, product, ...relation })
      .filter((one) => this.isShown(one, product))
      .flatMap((one) => bands(state, one).map((length) => this.freeBeat(one, product, length)))
      .filter(({ beat }) => beatIsTrue(this.request, beat))
  }

  private freeBeat(one: Candidate, product: number, length: Length): FreeBeat {
    const beat = beatOf(this.state, one, { length, easy: isEasyWanted(this.state, one.entry) })
    return { beat, product, words: beatWords(this.state.subject, beat) }
  }

  /** The order of moves the model has learnt: each once but facts, a hook first, two products weighed when both are named. */
  private fitsHere(move: Move, product: number): boolean {
    const { beats, directives } = this.state
    if (this.dropped.has(product) || (product > 1 && !this.isNamed(1))) return false
    if (move === 'fact') return true
    if (this.made.has(`${product}/${move}`)) return false
    if (move === 'introduce') return !this.isNamed(product)
    if (product > 1) return ofOthers.has(move)
    if (move === 'hook') return beats.length === 0
    if (pairMoves.has(move)) return this.isNamed(1) && this.isNamed(2)
    return move !== 'close' || (beats.length > 0 && directives.close !== 'none')
  }

  private isNamed(product: number): boolean {
    return this.state.used.has(`p${product}.title` as SlotName)
  }

  /** Only what the prompt shows can be said; a beat without a product is the first's. */
  private isShown({ slots, factIds }: Candidate, product: number): boolean {
    if (product > 1 && !slots.some((slot) => slot.startsWith('p'))) return false
    return slots.every((slot) => {
      const fact = factIds[slot]
      return this.shownSlots.has(slot) && (!fact || this.shownFacts.has(`${slot.slice(0, 2)}/${fact}`))
    })
  }

  /** A brand or a noun that must be said is said where the product is named, where a sentence can. */
  private namingWhole(all: readonly FreeBeat[]): readonly FreeBeat[] {
    const { directives, used } = this.state
    const due = namedWith.filter(
      (kind) => directives.mustMention.includes(kind) && !used.has(`p1.${kind}`) && !used.has('p1.title'),
    )
    return due.reduce((left, kind) => {
      const says = ({ beat }: FreeBeat) => beat.slots.includes(`p1.${kind}`)
      return left.some(says) ? left.filter((one) => says(one) || !one.beat.slots.includes('p1.title')) : left
    }, all)
  }

  /** The first beat leads with what the directive says, where there is such a beat. */
  private leading(all: readonly FreeBeat[]): readonly FreeBeat[] {
    const { beats, directives } = this.state
    const lead = directives.leadWith
    if (!lead || beats.length > 0) return all
    return orAll(
      all,
      ({ beat }) =>
        beat.move === leads[lead] ||
        (beat.move === 'hook' && beat.slots.some((slot) => slot === `u.${lead}`)),
    )
  }

  private easiest(all: readonly FreeBeat[]): readonly FreeBeat[] {
    return this.state.directives.readingLevel ? orAll(all, ({ beat }) => beat.level === 'easy') : all
  }

  /** What has to be said yet, in the order in which it is, a call to action last. What no beat can say is not owed. */
  private owed(all: readonly FreeBeat[]): readonly Duty[] {
    const { subject, directives, used } = this.state
    const products = subject.products.map((_, index) => index + 1)
    const titles = products.flatMap((product) =>
      this.dropped.has(product) ? [] : [`p${product}.title` as SlotName],
    )
    const kinds = directives.mustMention.map((kind) => `p1.${kind}` as SlotName)
    const slots = [...new Set([...titles, ...kinds])].filter(
      (slot) => !used.has(slot) && slotFill(subject, slot) !== undefined,
    )
    const own =
      this.isPersonal && ![...used].some(isOwn) ? [dutyOf(all, (beat) => beat.slots.some(isOwn), 0)] : []
    const duties = [...own, ...slots.map((slot) => this.duty(all, slot))]
    const call = dutyOf(all, ({ move }) => move === 'close', 0)
    const due = directives.close === 'call' ? [...duties, call] : duties
    return due.filter(({ beats, words }) => beats.length > 0 || words > 0)
  }

  /** The other products are introduced when the first is named, so that room is kept for them before. */
  private duty(all: readonly FreeBeat[], slot: SlotName): Duty {
    const later = /^p[2-4]\.title$/.test(slot) && !this.isNamed(1)
    const name = slotFill(this.state.subject, slot)?.text.split(/\s+/).length ?? 0
    return dutyOf(all, ({ slots }) => slots.includes(slot), later ? NAMING_WORDS + name : 0)
  }

  /** What leaves room for everything still owed; the text closes once nothing else is owed and it is long enough. */
  private affordable(all: readonly FreeBeat[], owed: readonly Duty[], written: number): readonly FreeBeat[] {
    const { min, max } = this.range
    const after = (beat: Beat) => owed.filter((duty) => !duty.isDoneBy(beat))
    const whole = ({ beat, words }: FreeBeat) => written + words + wordsOf(after(beat))
    const open = all.filter(
      (one) => one.beat.move !== 'close' || (after(one.beat).length === 0 && whole(one) - SHORTFALL >= min),
    )
    const tight = open.filter((one) => whole(one) <= max - MARGIN)
    const fitting = tight.length > 0 || written >= min ? tight : open.filter((one) => whole(one) <= max)
    // After one that ends too early for the text to end, and too late for another, there is no good way on.
    return orAll(fitting, (one) => whole(one) >= min || whole(one) <= max - ROOM)
  }
}

/** A duty; `otherwise` words where no beat does it yet, none where none ever will. */
function dutyOf(all: readonly FreeBeat[], isDoneBy: Duty['isDoneBy'], otherwise: number): Duty {
  const beats = all.filter(({ beat }) => isDoneBy(beat))
  const words = beats.length > 0 ? Math.min(...beats.map((one) => one.words)) : otherwise
  return { beats, words, isDoneBy }
}

/** Whether a slot is the shopper's own. */
const isOwn = (slot: SlotName) => slot.startsWith('u.') || slot.startsWith('h')

const wordsOf = (owed: readonly Duty[]) => owed.reduce((sum, { words }) => sum + words, 0)

const bands = (state: PlanState, { entry }: Candidate): readonly Length[] =>
  isEasyWanted(state, entry) ? (entry.easyLengths ?? []) : entry.lengths

function orAll(all: readonly FreeBeat[], fits: (one: FreeBeat) => boolean): readonly FreeBeat[] {
  const fitting = all.filter(fits)
  return fitting.length > 0 ? fitting : all
}

/** Those of about the fewest words. */
function shortest(all: readonly FreeBeat[]): readonly FreeBeat[] {
  const least = Math.min(...all.map(({ words }) => words))
  return all.filter(({ words }) => words <= least + 1)
}
