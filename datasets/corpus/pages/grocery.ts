import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Facts about food and drink: tasting, cooking, sharing, keeping. No sentence promises an effect on health, and none says how a
 * flavour tastes beyond its name.
 */
export const grocery: PhrasePage = {
  aisles: ['grocery'],
  patterns: {
    'fact warm': [
      'You know your own kitchen, so tell us whether {flavour} belongs (in it/on your table); we (rather think it might/had a feeling it would).',
      'Open the {title} when the kettle is on and nobody needs you: expect {flavour}.',
      'We like to know whose hills or fields we are eating from, and [this comes|these come] from {origin}.',
      'For {use}, (keep some back/put some by) before the rest of the house finds out.',
      'If someone at your table asks what is in [it|them], you can begin with {ingredient}.',
      'How fast a thing goes depends on the house; you get {weight}, and you know (yours/your own lot).',
      '[It is|They are] {craft}, and we mention that because (you cannot see it on the shelf/a label in small print might not).',
      'You get {pack}, so think of who is (coming round/at home) before you (say one is enough/decide how many to order).',
      'People who read labels to us across the counter often ask about {certification}, and (here you have it/it is on this one).',
      'There are small things one only learns at home, such as {feature}.',
      'In every spoonful or slice there is {flavour} to look out for, and the place behind it is {origin}.',
      'Made with {ingredient} and meant for {use}, so you may have (the evening planned already/half a plan by now).',
      'With {flavour} and {weight} of it, (share or hide, as you see fit/you can be generous).',
      'As for how [it was|they were] made, the words are {craft}, and the place is {origin}; (we like being able to tell you both/you may like to know both).',
    ],
    'fact crisp': [
      'Flavour: {flavour}. (Decide on that first/If that is wrong for you, nothing else matters).',
      'Origin is printed, not hinted at: {origin}.',
      'Net quantity: {weight}. (Compare price by weight/Work out the price for the same amount).',
      'On the ingredient list, find {ingredient}; (then check for anything you avoid/read the rest for what you avoid).',
      'Method: {craft}. (Compare with others made that way/It explains part of the price).',
      'Best used for {use}; (choose something else for other dishes/the listing says so plainly).',
      'Packed as {pack}. (Check how fast you get through it/Count what you use in a week).',
      'The label gives {temperature}; (follow it/a thermometer settles it).',
      'Listed mark: {certification}. (Look for the mark on the pack/Tick that off).',
      'Two lines explain most of what you taste: the place is {origin}, the method {craft}.',
      'A pack holds {weight}, with {flavour} as the stated flavour; (judge price on the first and liking on the second/the first sets the price, the second the choice).',
      'For {use}, the line that counts is {ingredient}.',
      'From {origin}, under {certification}: (both are on the label/check the pack for both).',
      'Among jars and packets that look alike, {feature} may settle the choice.',
    ],
    'fact playful': [
      'Write your name on {flavour} before you put it on the shelf; (we all know why/somebody has a spoon ready).',
      'Rumour has it you were saving some for {use}. (Rumour is an optimist/We give that until teatime).',
      'Sounds like plenty, {weight}, until (your friends come round/somebody opens the pack).',
      'All the way from {origin} to your kitchen, and (never once asked if we were there yet/not one complaint about the seat).',
      "Somebody opened [it|them] in the shop for {flavour}. (The rest is crumbs/We're ordering more).",
      'With {ingredient}, because (life is short/lunch is a serious matter).',
      "You get {pack}. (Count them before you leave the room/Don't tell the neighbours).",
      'Made for {use}, eaten standing at the (fridge/counter) by people we will not name.',
      '[It is|They are] {craft}, a fact to drop into conversation (with your mouth full/between bites).',
      "Yes, there's {ingredient}, and yes, {flavour}. (Form a queue/Elbows in, everyone).",
      '{flavour}, from {origin}: (a holiday without the packing/like a postcard you can eat).',
      'We hid the {title} behind the rice, and because of {feature} [it was|they were] (found anyway/found in minutes).',
      'As {pack}, for {use}, in theory. (In practice, the drive home/Practice may differ).',
    ],
    'fact luxury': [
      'Taste has an order: first {flavour}, then (silence/the talk comes back).',
      '{origin}: (the place is the recipe/a place one can taste).',
      'A cloth, a plate, a knife, and {flavour}.',
      '[It deserves|They deserve] an unhurried table, being {craft}.',
      'With {ingredient}, named on the label and (met again in the mouth/left to speak).',
      'Keep the {title} for {use}, when (the plates have been cleared/conversation slows).',
      '{weight}, (opened once and finished slowly/enough to give some away).',
      'Presented as {pack}, for (a host/a table) one thinks well of.',
      '{feature}. The rest is a matter of appetite.',
      'From {origin}, with {flavour}, and (nothing asked of it but attention/no need of anything beside it).',
      '{craft}, in {origin}: the making and the place.',
      'Of {ingredient} and {flavour} one might write a page; (a small plate is better/one taste is quicker).',
    ],
    'fact value': [
      'What you throw away is the dearest food there is, so ask whether you would finish {weight} (in time/before it fades).',
      'Paying for {flavour} makes sense if you would (open it this week/reach for it often); a jar at the back of the shelf is money standing still.',
      'Divide by servings, not by packets: you get {pack}.',
      'For {use}, count how many times the pack will do, then look at the price again.',
      'Some of the price is {certification}; (if you look for that, compare with others that carry it/decide what that is worth to you).',
      'The label names {ingredient}; turn over the lower-priced one and see (what it has instead/whether it says the same).',
      'Eating at home costs less than eating out, and {flavour} may be (a good reason to stay in/reason enough to stay in).',
      'You pay for the way [it was|they were] made, {craft}, so compare (with others made so/on that and not on the picture).',
      'If where food comes from matters to you, the price here includes {origin}.',
      'Set {weight} against the price, then {craft} against the others: (two sums, and you know/that is the whole comparison).',
      'One price covers {pack} and {feature}, (so compare like with like/which a loose weight may not give you).',
      'With {flavour} and meant for {use}, it should earn its shelf if both (sound like your week/sound like you).',
    ],
    'fact warm @low': [
      'At {weight}, a smaller pack than most, [it is|they are] an easy way to (find out whether you like [it|them]/try something new).',
    ],
    'fact crisp @low': [
      '{weight}: less than the usual pack. (Right for one or for a trial/Good for small households).',
    ],
    'fact playful @low': [
      'Just {weight}, less than most packs, so sharing is (between you and your conscience/a test of character).',
    ],
    'fact luxury @low': ['Less than is usual, {weight}; (a taste, not a supply/one savours more of less).'],
    'fact value @low': [
      'A small pack, {weight}, wastes less if you (live alone/are not sure yet); check the price by weight all the same.',
    ],
    'fact warm @high': [
      'More than most packs hold, {weight} leaves you (some to share/enough for guests as well).',
    ],
    'fact crisp @high': ['{weight}, over the usual pack: fewer trips, more (cupboard space/shelf) needed.'],
    'fact playful @high': [
      '{weight}! More than most packs, so your secret supply can have (a secret supply/a deputy).',
    ],
    'fact value @high': [
      'More than the usual pack at {weight}: work out the price for the same amount (before you compare/and compare that).',
    ],
  },
}
