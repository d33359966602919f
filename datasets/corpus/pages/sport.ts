import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Facts about sport and fitness things, from mats and weights to bats and goggles: starting, keeping at it, carrying to the ground or
 * the gym, washing and storing. No sentence promises strength, health or victory.
 */
export const sport: PhrasePage = {
  aisles: ['sport'],
  patterns: {
    'fact warm': [
      'A habit is easier to keep when the thing you need is close by, so see whether {size} would (fit by the door/fit where you would see it).',
      'We had {use} in mind when we put [it|them] aside, and your (diary/week) will know if we guessed right.',
      'Whatever you play, you notice the material sooner than the colour, and [this is|these are] made of {material}.',
      'After every session something needs seeing to, and here the word is {care}.',
      'Bodies differ, and so do grips and straps; the fit is {fit}, so (think of what has felt right before/do compare with what you use now).',
      'In {colour}, which you will see each time you reach for [it|them], so do be sure you like that.',
      'Starting is the hard part; [it comes|they come] with {includes}, so (there is less to buy first/you can begin on the day [it arrives|they arrive]).',
      'Things used hard can fail, and you have {warranty} of cover if [this does|these do].',
      'On days when you nearly stay at home, you may be glad of {feature}.',
      'If the person who will use [it|them] is still growing, note the label: {ages}.',
      'Made of {material} and weighing {weight}, [it is|they are] best judged (in the hand/on the first try), so give yourself a week.',
      'For {use} you get {feature}, and we would (try/test) that first, before anything else.',
      'At {size} and {weight}, you will know whether [it goes|they go] with you or [stays|stay] at home.',
      'Once [it is|they are] yours, {colour} is what you see and {care} is how you keep [it|them] so.',
    ],
    'fact crisp': [
      'Start with weight, because you will notice that in every session: {weight}.',
      'Suited to {use}. (Training for something else needs something else/Match that to what you actually do).',
      'Material: {material}. (Check grip and feel/Compare with what you use now) before anything else.',
      'Sizing: {size}. (Measure yourself or the space/Check the bag and the cupboard).',
      'Stated capacity: {capacity}. (Stay within it/Plan within that figure).',
      'Fit is {fit}; (test that while moving/try it the way you will use it).',
      'Care: {care}. (Do it the same day/Build that into the routine).',
      'Supplied as {pack}. (Check how many you need to train/Count players first).',
      'In the wet, rely on {water} and nothing more.',
      'Users: {ages}. (Buy for now/Check before you buy for a child).',
      'The first comparison is {material} against {weight}; (the rest is colour/everything else comes after).',
      'Included: {includes}. Cover: {warranty}. (Price both elsewhere/Add both to the comparison).',
      'For {use}, check {size} before you look at the price.',
      'Look at {feature} and {closure}: (try both before you judge/check both in the pictures).',
      'Anyone who trains away from home should note two things, {weight} and {care}.',
    ],
    'fact playful': [
      'Your sofa will take this badly, but [it was|they were] made for {use}.',
      'In {colour}, so even the warm-up (looks like a plan/has some drama).',
      'Somewhere is the you who waits for tomorrow, and the you who has {feature}. (Up you get/Guess who wins).',
      '{weight}, which you may lift, carry or (simply admire from the sofa/talk about at dinner).',
      "Shoelaces tied? Water bottle filled? Then it's time for {use}, (no more tidying first/and the washing up can wait).",
      'Also in the parcel: {includes}. (There goes your last excuse/So no excuses, sorry).',
      "{care}, because sweat is (a fact of life/nobody's favourite perfume).",
      'Hide [it|them] behind the door if you like, all {size}, but (we know/the door knows).',
      'The fit is {fit}, so you can blame (the referee/the weather) and nothing else.',
      'Made of {material}, while you are made of (tea and good intentions/toast, mostly).',
      'Meant for {use} and dressed in {colour}: (posing is half of it/you may pose first).',
      'With {feature} and {weight} to your name, the neighbours may (start asking questions/think you mean it).',
      'You get {pack}, in {colour}, so (nobody has to share/arguments start with who gets first pick).',
    ],
    'fact luxury': [
      'Before the city wakes, {use}.',
      'For those who move well and say little about it, {material}.',
      'In {colour}, by the door, (as a promise/waiting).',
      '{feature}: (noticed only in use/understood at the first movement).',
      '{craft}; the hands that use [it|them] will know.',
      '{size}, (laid out and put away without ceremony/and the rest is breath).',
      'In fit, {fit}; (the mind elsewhere/no thought given to it after).',
      '{care}: the ritual (after/that ends the hour).',
      'Given to {use}, and (to nothing else for that hour/to one hour of the day).',
      'As for the {finish}, (one pair of hands will wear it in/use will tell).',
      '{material}, at {weight}; (the hand decides/one feels the balance of the two).',
      'With {feature}, in {colour}, [it|they] may be left out (in plain view/where one passes).',
      '{material}, made for {use}, and (a morning to oneself/silence, if one can find it).',
    ],
    'fact value': [
      'Doing it at home or nearby saves fares and fees, but only if you make room for {use} most weeks.',
      'Price each session, not the thing: made for {use}, so count your honest number of times a month.',
      "With {warranty} of cover, you know how long (a fault is somebody else's cost/the risk is shared).",
      'Extras mount up in sport, so note what is in the price: {includes}.',
      'You pay for {material}; (compare with others in the same/a different one is a different price).',
      'For {pack}, work out the price of one, and buy singles if you would only use one.',
      'A child outgrows sports things fast: {ages}, so (divide by the seasons left/ask if someone would take [it|them] over after).',
      'What has no place at home ends up sold on, so make sure of {size} at home (first/before you pay).',
      'Upkeep is cheaper than replacing; [it is|they are] {care}.',
      'If {feature} would get you out on one more day a week, that is what you are paying for.',
      'Set {material} and {warranty} side by side on every option, and the prices start to make sense.',
      'You get {includes} and {feature} at this price; (ask what another would charge for both/take off what you own already).',
      'Made for {use} and {care}: if both suit your week, the price has a good chance of being earned back.',
    ],
    'fact warm @low': [
      'You are likelier to take [it|them] along at {weight}, which is less than most of [its|their] kind.',
      'In {material}, [it comes|they come] to {weight}, lighter than most, so the walk to the park is no reason to stay in.',
    ],
    'fact crisp @low': [
      '{weight}, below the usual: (easier to carry to training/less to bring). Try the feel first.',
    ],
    'fact playful @low': [
      "Only {weight}, less than most! (Carrying [it|them] doesn't count as training/Your bag breathes out).",
    ],
    'fact luxury @low': [
      'At {weight}, less than is usual, (effort goes where one sends it/the hand is left to its work).',
    ],
    'fact value @low': [
      'Lighter than most at {weight}, so it costs you little effort to bring [it|them], and things that come along get used.',
    ],
    'fact warm @high': [
      'You will feel {weight}, more than most of [its|their] kind, so (begin gently/take your time with the first few sessions).',
    ],
    'fact crisp @high': [
      '{weight}, above the usual. (Check that you want that much/Better stored where you train).',
    ],
    'fact playful @high': [
      'All of {weight}, more than most! (Mind your toes/Tell nobody how you got it home).',
    ],
    'fact value @high': [
      'More weight than most at {weight}: (pay for that only if you would use it/check what lighter ones cost before you settle).',
    ],
  },
}
