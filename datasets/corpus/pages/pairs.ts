import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Two products, compared and chosen between, for every aisle. The relation is of the first against the second; agreement is with the
 * first only, so no verb here has the second as its subject.
 */
export const pairs: PhrasePage = {
  aisles: [],
  patterns: {
    'compare warm @cheaper': [
      'You would (keep/hold on to) more of your money with the {1.title} than with the {2.title}.',
      'If you liked the {2.title} but not the price, (do look at/we would show you) the {1.title}.',
    ],
    'compare crisp @cheaper': [
      'The {1.title}: {1.price}. The {2.title}: {2.price}.',
      'On price alone, the {1.title} [beats|beat] the {2.title}.',
    ],
    'compare playful @cheaper': [
      'Costing less than the {2.title}, the {1.title} [has|have] been (insufferable/smug) about that (ever since/all day).',
    ],
    'compare luxury @cheaper': ['The {1.title} [asks|ask] {1.price}; for the {2.title}, {2.price}.'],
    'compare value @cheaper': [
      'The {1.title} at {1.price} against the {2.title} at {2.price}: (you keep the difference with the first/the difference is yours to keep or spend).',
      'You would pay less for the {1.title} than for the {2.title}; ask what the extra would (buy/get) you.',
    ],
    'compare warm @dearer': [
      'We should be honest: you would pay more for the {1.title} than for the {2.title}, so (choose with care/take your time).',
    ],
    'compare crisp @dearer': [
      'The {1.title} at {1.price}; the {2.title} at {2.price}. The gap has to (earn a place/be justified).',
    ],
    'compare playful @dearer': [
      'Next to the {2.title}, the {1.title} [has|have] (expensive taste/champagne taste), and will (own up/admit as much).',
    ],
    'compare luxury @dearer': [
      'The {1.title} [asks|ask] more than the {2.title} and [makes|make] no case for doing so.',
    ],
    'compare value @dearer': [
      'You would pay {1.price} for the {1.title} and {2.price} for the {2.title}; (spend the extra only if you will use that/be clear what the extra is for).',
    ],
    'compare warm @lighter': [
      'If you will be doing the carrying, the {1.title} would be (kinder/easier) on you than the {2.title}.',
      'Your arms would (notice/thank you for) the {1.title} before the {2.title}: [it is|they are] the lighter choice.',
    ],
    'compare crisp @lighter': [
      'By weight: {1.weight} for the {1.title}, {2.weight} for the {2.title}.',
      'Lighter of the two: the {1.title}, not the {2.title}.',
    ],
    'compare playful @lighter': [
      'In a lifting contest, pick the {1.title}; for the workout, (pick/have) the {2.title}.',
    ],
    'compare luxury @lighter': ['Beside the {2.title}, the {1.title} [is|are] the lighter touch.'],
    'compare value @lighter': [
      'At {1.weight} against {2.weight}, the {1.title} [gives|give] you less to lift than the {2.title}.',
    ],
    'compare warm @heavier': [
      'If lifting is a worry, (ask us about/look at) the {2.title} first: the {1.title} [is|are] the heavier of the two.',
    ],
    'compare crisp @heavier': [
      '{1.weight} for the {1.title} against {2.weight} for the {2.title}. (Heft or ease/Stay put or carry): choose.',
    ],
    'compare playful @heavier': [
      'More heft than the {2.title}, that is what the {1.title} [has|have]. (So do we, since lunch/Muscles optional).',
    ],
    'compare luxury @heavier': [
      'There is more weight in the {1.title} than in the {2.title}, and (some hands will prefer that/one feels that).',
    ],
    'compare value @heavier': [
      'You get more weight with the {1.title} than with the {2.title}; (that is only worth having if you want heft/count that as you see fit).',
    ],
    'compare warm @rated': [
      'Buyers (speak/think) better of the {1.title} than of the {2.title}, which may help if you cannot decide.',
    ],
    'compare crisp @rated': [
      'Buyers put the {1.title} at {1.rating} and the {2.title} at {2.rating}.',
      'Higher rated: the {1.title}, over the {2.title}.',
    ],
    'compare playful @rated': [
      'The crowd cheers louder for the {1.title} than for the {2.title}. (Crowds have been wrong/You do you).',
    ],
    'compare luxury @rated': ['Opinion (leans to/favours) the {1.title} over the {2.title}.'],
    'compare value @rated': [
      'Before you pay for either: {1.rating} for the {1.title}, {2.rating} for the {2.title}.',
    ],
    'compare warm @newer': [
      'If you like to have what is recent, we would (mention/tell you) that the {1.title} came (in/out) after the {2.title}.',
    ],
    'compare crisp @newer': ['More recent: the {1.title}. Earlier: the {2.title}.'],
    'compare playful @newer': [
      'The {1.title} arrived after the {2.title}, and [has|have] the look of a first day at school.',
    ],
    'compare luxury @newer': ['After the {2.title} came the {1.title}.'],
    'compare value @newer': [
      'Later than the {2.title} came the {1.title}, and later is only worth money if you (can tell/would notice).',
    ],
    'compare warm @bigger': [
      'If bigger is what you (had in mind/pictured), we would show you the {1.title} before the {2.title}.',
    ],
    'compare crisp @bigger': [
      'The {1.title}: {1.size}. The {2.title}: {2.size}.',
      'The {1.title} [is|are] bigger than the {2.title}. Measure first.',
    ],
    'compare playful @bigger': [
      'Bigger than the {2.title}? Yes, the {1.title} [is|are], (so mind your elbows/and not modest about that).',
    ],
    'compare luxury @bigger': [
      'More room is taken by the {1.title}, less by the {2.title}; (proportion/the space) decides.',
    ],
    'compare value @bigger': [
      'You get more size with the {1.title} than with the {2.title}, so (check/ask) if you would use the difference.',
    ],
    'compare warm @longer': [
      'With the {1.title}, you get {1.battery} to a charge; with the {2.title}, {2.battery}, so (think of your longest day/picture your longest day).',
    ],
    'compare crisp @longer': [
      'Battery: {1.battery} for the {1.title}, {2.battery} for the {2.title}.',
      'Longer to a charge: the {1.title}, at {1.battery}, over the {2.title}, at {2.battery}.',
    ],
    'compare playful @longer': [
      'After {2.battery} the {2.title} would (slip home/call a taxi); after {1.battery}, so would the {1.title}.',
    ],
    'compare luxury @longer': [
      '{1.battery} with the {1.title}; with the {2.title}, {2.battery}. (Time is a luxury, too/One chooses how much time).',
    ],
    'compare value @longer': [
      'You get {1.warranty} of cover with the {1.title} and {2.warranty} with the {2.title}; (longer cover is worth money/put the longer cover in the sums).',
    ],
    'choose warm': [
      'You could be happy with either, so do not (agonise/lose sleep): imagine (giving one back/handing one back), the {1.title} or the {2.title}, and keep the one you would (miss/mind losing).',
      'Between the {1.title} and the {2.title}, (take/choose) the one you (pictured yourself using/kept going back to see).',
      'If you are torn, (start with/try) the {1.title} and keep the {2.title} in mind; (nobody is counting/we will understand).',
      'We would suggest the {1.title} for {1.use} and the {2.title} for {2.use}; you know best which (comes first/your days need).',
      'If {1.colour} makes you smile, take the {1.title}; if {2.colour} does, take the {2.title}.',
      'Go by what you would touch every day: {1.material} with the {1.title}, {2.material} with the {2.title}.',
      'We would ask which matters more to you, {1.feature} or {2.feature}: you get one with the {1.title}, the other with the {2.title}.',
      'If the price decides, you have {1.price} for the {1.title} and {2.price} for the {2.title}, and no wrong answer.',
    ],
    'choose crisp': [
      'For {1.use}, the {1.title}. For {2.use}, the {2.title}.',
      'Choose the {1.title} for {1.feature}; choose the {2.title} for {2.feature}.',
      'To decide between the {1.title} and the {2.title}, (list what you need, then strike one/decide on one fact and ignore the rest).',
      'Decide by material: {1.material}, the {1.title}; {2.material}, the {2.title}.',
      'Colour decides if nothing else does: {1.colour} for the {1.title}, {2.colour} for the {2.title}.',
      'If you need {1.feature}, the {1.title}; if not, the {2.title}.',
      'Budget at {1.price}: the {1.title}. Budget at {2.price}: the {2.title}.',
      'Measure, then choose: {1.size} for the {1.title}, {2.size} for the {2.title}.',
    ],
    'choose playful': [
      'The {1.title} or the {2.title}? (Flip a coin and see which one you were hoping to see/Close your eyes and point, then ignore the result)!',
      'Team {1.title} or team {2.title}: (we are staying out of this/scarves are not provided).',
      'If {1.feature} made you grin, the {1.title}; if that was {2.feature}, the {2.title}. (Both? Oh dear/No wrong answers).',
      'Heads, the {1.title}, for {1.use}; tails, the {2.title}, for {2.use}.',
      'Mood one: {1.colour}, the {1.title}. Mood two: {2.colour}, the {2.title}. Pick a mood.',
      'For {1.material}, cheer the {1.title}; for {2.material}, wave at the {2.title}.',
      'Spend {1.price} on the {1.title} or {2.price} on the {2.title}, and never look back.',
    ],
    'choose luxury': [
      'Set the {1.title} beside the {2.title}, leave the room, and (return/come back) after a while; the one you (look at/turn to) first has (answered/settled) the question.',
      'In {1.colour}, the {1.title}; in {2.colour}, the {2.title}: a matter of (light/temperament).',
      '{1.material} in the {1.title}, {2.material} in the {2.title}; (the hand decides/one chooses by touch).',
      'Between the {1.title} and the {2.title}, let (the first glance/instinct) decide, and do not (revisit the matter/look back).',
      'For {1.use}, the {1.title}; for {2.use}, the {2.title}. One may need only one.',
      '{1.feature} in the {1.title}, {2.feature} in the {2.title}: small things decide.',
      '{1.finish} or {2.finish}: the {1.title} or the {2.title}.',
      'At {1.price}, the {1.title}; at {2.price}, the {2.title}. The figures are not the point.',
    ],
    'choose value': [
      'If you would use one often and the other rarely, the {1.title} or the {2.title}, (buy for often/pay for often).',
      'At {1.price} for the {1.title} and {2.price} for the {2.title}, (buy/choose) the one you would still want if the prices were swapped.',
      'Pay for {1.feature} with the {1.title} or {2.feature} with the {2.title}, (never both/and let your habits decide).',
      'For {1.use}, spend on the {1.title}; for {2.use}, on the {2.title}.',
      'Compare what is covered: {1.warranty} on the {1.title}, {2.warranty} on the {2.title}.',
      '{1.price} gets you the {1.title} in {1.material}; {2.price} gets you the {2.title} in {2.material}. Pay for the one you would notice.',
      'If {1.feature} would be worth the difference to you, the {1.title}; if not, the {2.title}.',
    ],
  },
}
