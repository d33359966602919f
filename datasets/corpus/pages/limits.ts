import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Honest limits, for every aisle: care, size, weight, stock, what it works with, and a price over the usual. `@stock` says
 * that few are left.
 */
export const limits: PhrasePage = {
  aisles: [],
  patterns: {
    'limit warm': [
      '(As for looking after [it|them]/On the day-to-day side/In fairness to you), [it is|they are] {care}, (so see if that suits how you live/which you may or may not mind/and we would not want that to come as news).',
      '(We should say, in good time,/It would be wrong to leave out/You deserve to hear) that [it is|they are] {care}.',
      '(Do measure before you order/Please find a tape measure first/Check the spot you have in mind): the size is {size}(, and a return is a nuisance for anyone/).',
      'One thing to check (before you order/at home/tonight): [it works|they work] with {compatibility}, so (have a look at what you own/see that yours is among them/make sure of yours).',
      '(A word on size/On size, to be fair to you): (allow/make room for/leave space for) {size} (before you say yes/on paper first/and look at that space today).',
      'The {title} [is|are] {care}, (so picture that in your busiest week/and we leave you to say how that sounds/which is good to know before the parcel comes).',
      '(We cannot tell from here/Only you can say) if you have what [it needs|they need]; the list says {compatibility}.',
      'The {title} [is|are] {size}, and (that has to fit somewhere/we would hate you to guess wrong/a minute of measuring is kinder than a return).',
    ],
    'limit crisp': [
      '(Check the care before ordering/Care, stated once/Before ordering, the care): {care}.',
      'Note the care: {care}(. If that is a problem, stop here/. Not optional/. Plan for that/).',
      '(Measure first/Tape measure first/Space needed): {size}(. No space, no order/. Check the route in as well/).',
      'Works with {compatibility}(. Anything else, assume not/. Check yours first/, and nothing else is promised).',
      '(Before ordering/First/One condition), check compatibility: {compatibility}.',
      'The {title} [is|are] {care}. (Decide if that fits your week/Factor that in/Know that beforehand).',
      '(Constraint/Hard limit/Condition): {size}. (Fit is your job/Measure, then decide).',
    ],
    'limit playful': [
      '(Small print, read aloud/Terms and conditions, the fun version/The fine print in a normal voice): [it is|they are] {care}. (There, not so scary/You may now breathe out/No tears, please).',
      'House rules: {care}. (Signed, the label/No appeals/Break them and the label will know).',
      '(Before the happy dance/Ahead of the confetti/One moment before the parade), a tape measure: {size}.',
      '[It gets|They get] along with {compatibility}, so (make sure that is what you have/introduce them first/anything else may end in sulking).',
      'The {title} [is|are] {care}, and (no amount of charm will change that/we would rather you heard that from a friend/the rest is between you and your weekend).',
      '(Confession time/Full disclosure/Now the awkward bit): {size}. (Ask your corner if that is all right/Somebody may have to budge up/Walls are stubborn).',
      '(Guest list/Known associates/Friends and relations): {compatibility}. (Check yours is on there/We cannot vouch for anyone else/No name, no entry).',
    ],
    'limit luxury': [
      '(A word on care/One thing to know/To be told in good time): [it is|they are] {care}.',
      'To keep [it|them] well, (note/remember/accept) that [it is|they are] {care}.',
      '(Have a place in mind first/The place comes before the thing/Choose the spot, then the thing): the size is {size}.',
      'Made for use with {compatibility}(, as one should know beforehand/; one should be sure of that/).',
      '(For care/As for keeping [it|them]/On upkeep, briefly), [it is|they are] {care}(, as one should know/).',
      'The {title} [is|are] {care}, and (one should know that first/to be kept so/that is how to keep [it|them]).',
      'At {size}, the {title} [asks|ask] for a place that fits(; better to wait than to force one/; one should measure, for once/).',
    ],
    'limit value': [
      '(Count the upkeep, too/Add a line for upkeep/Owning costs something as well): [it is|they are] {care}.',
      'At {size}, (check that you have room first/measure before you pay/make sure of the space), and save yourself (a return/the postage back/a trip to the post office).',
      '(Before paying, match/Check what you own against/Save a return: read) {compatibility}, since that is what [it works|they work] with.',
      'The upkeep to plan for: {care}(. Time is a cost as well/. Put a price on your minutes/).',
      'The {title} [is|are] {care}, so (count the minutes that takes/put that beside the price/reckon that as part of the cost).',
      '(The cost nobody prints, upkeep/What the price leaves out/After the price, the care): {care}.',
      '(Wrong size, wrong buy/A return eats the saving/A bad guess costs you): {size}.',
      'Made to work with {compatibility}; (anything you lack goes on the bill/having to buy the rest would change the sum/check before you pay).',
    ],
    'limit warm @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind, (in case that matters to you/which counts if you often move things about/and we thought you should know now).',
      '(We will not hide/Please bear in mind/Do think about) the weight: {weight}, more than most.',
      '(If you like things light/For anyone who wants less to lift/When you carry a lot already), the {title} may be the wrong choice at {weight}, heavier than most.',
      'The figure given for noise is {noise}, louder than most, (so think of who else is at home/and you may mind that/which we would want to know ourselves).',
    ],
    'limit crisp @high': [
      'At {weight}, [it is|they are] heavier than (is typical for the type/most rivals/the norm).',
      '(Weight/Drawback/Against): {weight}, above the norm for the type.',
      'The {title} [weighs|weigh] {weight}. (Heavier than most/Above typical). (Rule that in or out/Decide by who carries).',
      '(Noise/Drawback/Against/Weak point): {noise}, louder than most of the type(. Decide if that matters/).',
    ],
    'limit playful @high': [
      'The catch is {weight}, which is more than most of [its|their] kind. (We whisper that/Now you know/Big bones, perhaps).',
      '(Sturdy/Big-boned/Well fed): {weight}, heavier than most, and (not sorry/proud of every gram/a stranger to salad).',
      'The {title} [weighs|weigh] in at {weight}, more than most, so (no juggling/warn your shoulders/stretch first).',
      '{noise}, louder than most: (the neighbours may learn the tune/shy, this is not/the cat will move out for an hour).',
    ],
    'limit luxury @high': [
      'At {weight}, [it is|they are] heavier than most(, which is not for every hand/; one feels that at once/).',
      'There is weight here, {weight}, more than most, (and not every hand will care for that/so one should lift before choosing/which is a matter of taste).',
      'The {title}, {weight}: heavier than most, (which some will mind/as the hand will tell/and one should know).',
      '(One should know the sound/Quiet is not the strong point/For those who prize silence, a caution): {noise}, louder than most.',
    ],
    'limit value @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind, so (plan how you would carry [it|them]/ask what delivery comes to/add the effort to the bill).',
      '(Against that/On the minus side/A cost in effort): {weight}, more than most.',
      'The {title} [weighs|weigh] {weight}, above the norm, and (effort is a cost/postage often goes by weight/you pay for that each time you lift).',
      'At {noise}, louder than most, (you may use [it|them] less than you plan/the hours you can use [it|them] may shrink/count the hours you could use [it|them]).',
    ],
    'limit warm @over': [
      '(We should tell you/You ought to hear/Let us say plainly) that at {price}, [it is|they are] above the usual(, so take your time/).',
      'The (one thing against [it|them]/hard part) is the price, {price}, (which is more than you tend to spend/above your usual).',
      'The {title} [is|are] {price}, over your usual, and (we would understand a no/that may settle the matter/you may prefer to wait).',
    ],
    'limit crisp @over': [
      '(The drawback, price/Case against, in one figure/One point against): {price}, (above the usual/over your usual).',
      '(Against/Main drawback/Minus): {price}, above the usual.',
      'The {title}, {price}: (over budget/above the usual). (Find a reason or pass/That is the limit here/Facts must earn the gap).',
    ],
    'limit playful @over': [
      'The one thing we mumble: {price}, which is (over the usual/north of your usual/a stretch past your usual).',
      '(Cough/Ahem/Look over there): {price}, more than the usual. (Moving on/As we were saying/Nothing to see).',
      'The {title} [has|have] one flaw, {price}, (above the usual/over your usual), and (no sense of shame about that/we still like [it|them]/we all have something).',
    ],
    'limit luxury @over': [
      'At {price}, [it is|they are] above the usual, and (we would rather say so/that should be said/one may decline).',
      '(If there is a reproach, the price/One reproach may be made/One hesitates at the sum): {price}, more than the usual.',
      'The {title}, at {price}, [asks|ask] more than the usual, (and one should be sure/which will not suit every year/and one may well wait).',
    ],
    'limit value @over': [
      'The one snag is {price}, over the usual, so (see if you like what you get for the extra/do not stretch for show/ask what you would give up).',
      '(Minus side of the sum/Against/On the debit side): {price}, above what you usually spend.',
      'The {title} [takes|take] you over your usual, at {price}, so (wait a week and see if you still would/find that money somewhere else first).',
    ],
    'limit warm @stock': [
      '(We have only a few left/Our shelf has only a few left/There are only a few left with us), so we thought you should know.',
      '(You may like to know/We ought to mention/In case you are deciding slowly, we should say) that there are only a few left(, and that is all we mean by that/).',
      'Only a few left of the {title}, (we see/by our count/as of this note)(, should that matter to you/).',
    ],
    'limit crisp @stock': [
      '(Stock is low/Low stock/Stock note/Before planning): only a few left.',
      'Only a few left.',
      '(Availability/Stock/Shelf count): only a few left.',
      'Only a few left of the {title}. (Check before planning/Noted/Stock may decide).',
    ],
    'limit playful @stock': [
      'There are only a few left, (keeping each other company at the back of the shelf/holding hands on the shelf/playing cards until someone comes/each pretending to be the last).',
      'Only a few left of the {title}, and (the shelf has begun to echo/the rest are out seeing the world/one of them has eyes on you).',
      '(Shelf report/News from the stockroom/A small roll-call): only a few left(, and a spider/, all present/).',
    ],
    'limit luxury @stock': [
      'Few remain.',
      'Only a few are left.',
      'Of the {title}, few remain(, and that is said without haste/, for those who take their time/; that is all/).',
      '(On the shelf/With us), only a few left.',
      'Few remain(; that is all/, for the record/).',
    ],
    'limit value @stock': [
      'Only a few are left, so (if [it fits|they fit] the budget, do have a look soon/check your budget before you set your heart on [it|them]/settle the sum first, then decide).',
      '(Stock is part of the sum/Before you compare at length/If you plan to wait for payday): only a few left.',
      'Only a few left of the {title}, (so settle your budget first/but never pay more just for that/and that alone is no reason to spend).',
    ],
    'limit warm @low': [
      'At {battery} to a charge, [it runs|they run] for less time than most, so (think how often you would charge [it|them]/keep the cable near/you would plug in more often).',
      '[It holds|They hold] {capacity}, less than most of [its|their] kind, so (do think of what you need/measure that against your usual day/ask if you often want more).',
      '(If you forget to charge things/On long days/For people who dislike cables), {battery} may feel short, since most run longer.',
      '(You may wish for more/For some this will be too little/We would not call this roomy): {capacity}, below what most offer.',
      'The {title} [has|have] {warranty} of cover, shorter than most, (so look after [it|them] well/and we think you should weigh that/which we would rather you knew).',
    ],
    'limit crisp @low': [
      '(Running time is short/Battery life falls short/Time per charge is low) for the type: {battery}(. Plan to recharge/).',
      'Capacity is on the small side: {capacity}(. Enough for some/. Check your need/).',
      '(Battery/Weak point/Against): {battery}, below the norm.',
      '(Capacity/Weak point/Against): {capacity}, less than most.',
      '(Cover is short/Protection is brief/The period of cover is below the norm) for the type: {warranty}.',
      'Power is modest for the type: {power}(. Match that to the job/. Compare before ordering/).',
    ],
    'limit playful @low': [
      'After {battery}, [it needs|they need] a lie-down sooner than most. (We know the feeling/No judgement/Bring a pillow and a plug).',
      '(Small but willing/Modest appetite/Bijou, as agents say): {capacity}, less than most.',
      'The {title} will run for {battery}, less than most, then (look at you/dim the lights/ask for the cable).',
      '{capacity}, less than most: (so leave the kitchen sink/no room for regrets/choose your favourites).',
    ],
    'limit luxury @low': [
      '{battery} to a charge: shorter than most, and (worth knowing beforehand/one plans around that/the cord is never far).',
      'There is room for {capacity}, less than is usual, for those who need (less/little/only the essentials).',
      '(Restraint, one might say/Not made for plenty/A small measure): {capacity}, less than most.',
    ],
    'limit value @low': [
      'You get {battery} to a charge, less than most, so (think how often you would need to charge/count the trips to the socket/weigh the wait against the price).',
      'At {capacity}, you get less than with most of [its|their] kind, so (check what you need before you pay/divide the price by that/be sure you would not have to buy again).',
      '(Shorter cover than most/Less protection than most/On cover, below the norm): {warranty}.',
      'The {title} [gives|give] {capacity}, less than most, so (compare unit prices/a second one would spoil the sum/buy for the need you have).',
    ],
  },
}
