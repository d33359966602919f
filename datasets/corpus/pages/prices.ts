import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Price and rating, for every aisle. `under`, `near` and `over` are against the shopper's budget or the aisle's typical price, so the
 * sentences say "the usual" and mean either; no degree is claimed.
 */
export const prices: PhrasePage = {
  aisles: [],
  patterns: {
    'price warm': [
      'We would never (hide/bury) the price at the bottom of the page, so here is the figure in plain view, for you to think over (in your own time/as long as you like): {price}.',
      'The price is {price}, (and there is no rush to decide/and we will leave the deciding to you).',
      'You would pay {price}.',
      '[It is|They are] {price}, (should you like [it|them] as much as we think/if you are wondering).',
      'For {price}, the {title} could be (yours/on the way to you).',
      'We should mention the price, too: {price}.',
      'That leaves only the price, which is {price}.',
    ],
    'price crisp': [
      '{price}.',
      'Price: {price}.',
      '[It costs|They cost] {price}. Compare.',
      'Asking price: {price}.',
      'The {title} [costs|cost] {price}; (compare/judge) on the facts above the price.',
      '{price}, (as listed/at the time of writing).',
    ],
    'price playful': [
      'The damage: {price}.',
      '{price}, and (we never saw you here/your secret is safe with us).',
      'Now for the (grown-up/sensible) bit: {price}.',
      'Drum roll, please. {price}.',
      '[It wants|They want] {price} and (a good home/somewhere nice to live).',
      "The {title} [goes|go] for {price}, (in money, sadly, not buttons/and no, we don't take buttons).",
    ],
    'price luxury': [
      'There are (things/purchases) one weighs and things one simply knows; for either (temper/kind of buyer), the figure to have in mind is {price}.',
      '{price}, and one decision.',
      'At {price}.',
      '{price}. (One decides in one look/Nothing further need be said).',
      'The {title}, {price}.',
      'One asks the price last: {price}.',
      'Offered at {price}, (without further comment/and left to your judgement).',
    ],
    'price value': [
      'At {price}, the fair question is not what [it costs|they cost] today but what you would have spent (otherwise/instead), and only you (know/have) that figure.',
      'You pay {price}, (all told/and that is the figure to compare).',
      'The sum in question is {price}.',
      'At {price}, (work out/ask) what each use would cost, (then decide/and decide on that).',
      '{price} is the number. Divide by how often you would use [it|them].',
      'Put {price} against what you would otherwise spend, and (see/judge) for yourself.',
      'For the {title} the bill is {price}, (so set that against the facts/and the facts have to earn that).',
    ],
    'price warm @under': [
      'At {price}, [it leaves|they leave] a little of the usual spend for (something else/another day).',
      'You will be glad to hear [it is|they are] {price}, which is under the usual.',
      'The price is a kind one: {price}, which is below the usual.',
    ],
    'price crisp @under': [
      '{price}: below the usual.',
      'At {price}, [it sits|they sit] under the usual mark.',
      'Price: {price}, (lower than the usual/under the usual figure).',
    ],
    'price playful @under': [
      '{price}, which is under the usual. (Lunch is on you, then/Spend the difference on cake).',
      'Your wallet (may/might) want to sit down: {price}, and that is less than the usual.',
    ],
    'price luxury @under': [
      '{price}, and (for once/pleasingly) less than the usual.',
      'At {price}, (restraint/modesty) extends to the price.',
    ],
    'price value @under': [
      'At {price}, you (keep/hold on to) the difference from the usual spend.',
      '{price} is under the usual; the question is only whether you (want/need) [it|them].',
      'The {title} [costs|cost] {price}, under the usual mark, so the (difference/rest) stays with you.',
    ],
    'price warm @near': [
      'At {price}, [it costs|they cost] about what you would expect.',
      'Our price is {price}, (much as you would expect/about the usual), so (no surprises there/nothing to worry over).',
    ],
    'price crisp @near': [
      '{price}, about the usual.',
      'At {price}, the price is (on par/in line) with the usual; decide on the rest.',
    ],
    'price playful @near': ['{price}, about the usual, so your bank (will not/need not) ask questions.'],
    'price luxury @near': [
      '{price}: (expected/as one would expect), and (the easier to forget/soon forgotten).',
    ],
    'price value @near': [
      '{price} is about the usual, so (the facts/what you get) must decide.',
      'At {price}, you neither save nor (stretch/overspend) against the usual: compare what you get.',
    ],
    'price warm @over': [
      'At {price}, [it is|they are] more than the usual, and we would (rather say so/sooner say so) than have you (find out/notice) later.',
      '[It is|They are] {price}, a step above the usual, so (take your time/sleep on the decision).',
      'The {title} [costs|cost] {price}, over the usual spend, and only you can say if [it is|they are] worth that.',
    ],
    'price crisp @over': [
      '{price}: above the usual. The facts have to justify that.',
      'At {price}, you pay over the usual; (check what for/know why before you do).',
    ],
    'price playful @over': [
      '{price}. Yes, over the usual. (Breathe/We felt that, too).',
      'At {price}, [it is|they are] a notch above the usual, and [it makes|they make] no secret of that.',
    ],
    'price luxury @over': [
      '{price}: above the usual, and (without apology/not for everyone).',
      'More than the usual, at {price}, for (those who want this one/whoever wants this one and no other).',
    ],
    'price value @over': [
      'At {price}, you go over the usual; do that only if you (will use/would use) the difference.',
      '{price} is above the usual, so ask what the extra (buys/pays for).',
    ],
    'price warm @reduced': [
      'You may like to know that the price has come down, from {wasPrice} to {price}.',
      '[It was|They were] {wasPrice}; for you, as for everyone, [it is|they are] now {price}.',
      'The {title} [was|were] {wasPrice} and [is|are] now {price}, (if you were waiting/in case that helps).',
    ],
    'price crisp @reduced': [
      'Was {wasPrice}, now {price}.',
      '{price}, down from {wasPrice}.',
      'Previous price {wasPrice}; (current/present) price {price}.',
    ],
    'price playful @reduced': [
      'Once {wasPrice}, now {price}. (We blinked too/The old price sends regards).',
      'Say goodbye to {wasPrice} and hello to {price}!',
      '{wasPrice} has left the building; {price} is at the desk.',
    ],
    'price luxury @reduced': [
      '{price}, where [it was|they were] {wasPrice}.',
      'Once {wasPrice}; at present, {price}.',
      'The price has moved, quietly, from {wasPrice} to {price}.',
    ],
    'price value @reduced': [
      'It used to be {wasPrice}; you pay {price} and keep the difference.',
      'From {wasPrice} down to {price}: (do the subtraction/subtract), then ask if you wanted [it|them] (before/at the old price).',
      'You pay {price} where the last buyer may have paid {wasPrice}.',
    ],
    'rating warm': [
      'People who bought [it|them] before you give [it|them] {rating}.',
      'You need not take our word: other buyers say {rating}.',
      'Others have (been there/gone before you), and their (verdict/average) is {rating}.',
      'It may help to know what other (people/shoppers) thought: {rating}.',
      'The {title} [has|have] {rating} from (buyers/shoppers) (who have lived with [it|them]/like you).',
      'Other people rate the {title} at {rating}, and they had no reason to be kind.',
      'Before you take our word for anything, buyers gave [it|them] {rating}.',
      'For what a crowd can tell you, the average is {rating}.',
    ],
    'rating crisp': [
      'Rated {rating}.',
      'Buyers: {rating}.',
      '{rating}, from buyers. (Read the lowest marks too/Read a few reviews).',
      'Average mark: {rating}.',
      'The {title} [scores|score] {rating} with buyers.',
      'Buyer average for the {title}: {rating}.',
      'Check the reviews behind the average, which stands at {rating}.',
      '{rating} overall. Look for comments on your own use.',
    ],
    'rating playful': [
      'Nobody agrees about (anything/pizza toppings) any more, and yet somehow a whole crowd of buyers (met in the middle/put their heads together) and came up with {rating}.',
      'The crowd says {rating}. (The crowd can be fussy/You may be fussier).',
      'Hold up your score cards: {rating}!',
      'Strangers gave [it|them] {rating}, and (strangers have no reason to flatter/strangers are hard to bribe).',
      '{rating}, say the people who (got there first/beat you to [it|them]).',
      'We asked the audience, and the audience said {rating}.',
      'The jury has returned with {rating}. Court is adjourned.',
      'If you trust strangers on the internet, {rating}. If not, good for you.',
      'The {title} got {rating} in an exam nobody revised for. Well, you try it.',
    ],
    'rating luxury': [
      'One need not (follow/share) the opinion of others to find it (useful/of interest): those who chose the {title} before you settled on {rating}.',
      '{rating}, in the opinion of those who chose [it|them].',
      'Those who own [it|them] say {rating}; (you may form your own view/your own eye may differ).',
      'Opinion stands at {rating}.',
      'Held at {rating} by those who live with [it|them].',
      'The verdict of others, if one wants that: {rating}.',
      'Others have looked before you, and settled on {rating} for the {title}.',
      'A murmur of {rating}, from those who own [it|them].',
      'For those who listen to the room: {rating}.',
    ],
    'rating value': [
      'Before you spend: {rating} from people who already have.',
      'Other people have paid and given {rating}, which costs you nothing to (know/use).',
      'Buyers put [it|them] at {rating}; (set/weigh) that against the price.',
      'Your money follows theirs: {rating} from buyers so far.',
      'Use what others paid to learn: {rating}.',
      'Read the price and the mark together: the {title} [has|have] {rating}.',
      'Past buyers are the least costly advice there is, and they say {rating}.',
      '{rating}, from people who spent their own money.',
    ],
  },
}
