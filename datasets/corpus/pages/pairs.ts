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
      'Costing less than the {2.title}, the {1.title} [leaves|leave] you something for cake.',
      'Of the two, the {1.title} [is|are] the one that leaves you lunch money; the {2.title} would rather have the lunch money.',
    ],
    'compare luxury @cheaper': [
      'The {1.title} [is|are] {1.price}; for the {2.title}, {2.price}.',
      'At {1.price}, the {1.title} [is|are] the gentler choice; the {2.title} would be {2.price}.',
    ],
    'compare value @cheaper': [
      'The {1.title} at {1.price} against the {2.title} at {2.price}: you keep the difference with the first.',
      'You would pay less for the {1.title} than for the {2.title}, and you could put the rest towards something else.',
    ],
    'compare warm @dearer': [
      'You would pay more for the {1.title} than for the {2.title}, so take your time over the choice.',
      'The {2.title} would be easier on the budget, though you may decide the {1.title} [is|are] worth the extra.',
    ],
    'compare crisp @dearer': [
      'The price is {1.price} for the {1.title} and {2.price} for the {2.title}.',
      'Expect to pay {1.price} for the {1.title}, against {2.price} for the {2.title}.',
    ],
    'compare playful @dearer': [
      'Next to the {2.title}, the {1.title} [has|have] champagne taste, and we say so with affection.',
      'The {1.title} will want a little more of your money than the {2.title}, and will thank you for every bit.',
    ],
    'compare luxury @dearer': [
      'One pays a little more for the {1.title} than for the {2.title}.',
      'Choose the {2.title} to spend less, or the {1.title} if you love [it|them] more.',
    ],
    'compare value @dearer': [
      'You would pay {1.price} for the {1.title} and {2.price} for the {2.title}, so see which extras you would use.',
      'At {1.price}, the {1.title} [costs|cost] more than the {2.title} at {2.price}, so look at what you get for the difference.',
    ],
    'compare warm @lighter': [
      'If you will be doing the carrying, the {1.title} would be (kinder/easier) on you than the {2.title}.',
      'Your arms would thank you for the {1.title} before the {2.title}: [it is|they are] the lighter choice.',
    ],
    'compare crisp @lighter': [
      'By weight: {1.weight} for the {1.title}, {2.weight} for the {2.title}.',
      'Lighter of the two: the {1.title}, not the {2.title}.',
    ],
    'compare playful @lighter': [
      'For an easy lift, pick the {1.title}; for the workout, the {2.title}.',
      'Pack the {1.title} and your arms will be happier than with the {2.title}.',
    ],
    'compare luxury @lighter': [
      'Beside the {2.title}, the {1.title} [is|are] the lighter of the two.',
      'For ease, choose the {1.title}, lighter than the {2.title}.',
    ],
    'compare value @lighter': [
      'At {1.weight} against {2.weight}, the {1.title} [gives|give] you less to lift than the {2.title}.',
      'By weight, you carry {1.weight} with the {1.title} and {2.weight} with the {2.title}, for as long as you own either.',
    ],
    'compare warm @heavier': [
      'When lifting is a worry, look at the {2.title} first: the {1.title} [is|are] the heavier of the two.',
      'The {1.title} [is|are] a little heavier than the {2.title}, so think of who will do the carrying.',
    ],
    'compare crisp @heavier': [
      'By weight, allow {1.weight} for the {1.title} against {2.weight} for the {2.title}.',
      'The heavier of the two: {1.weight} for the {1.title}, with {2.weight} for the {2.title}.',
    ],
    'compare playful @heavier': [
      'You get more heft with the {1.title} than with the {2.title}. (Muscles optional/Ask a friend to help).',
      'If you like a bit of heft, the {1.title} [wins|win]; your arms may vote for the {2.title}.',
    ],
    'compare luxury @heavier': [
      'There is more weight in the {1.title} than in the {2.title}, and some hands will prefer that.',
      'A little more weight comes with the {1.title} than with the {2.title}.',
    ],
    'compare value @heavier': [
      'You get more weight with the {1.title} than with the {2.title}, so choose by how often you would carry [it|them].',
      'The {1.title} [weighs|weigh] more than the {2.title}, so think of that if you pay for delivery.',
    ],
    'compare warm @rated': [
      'Buyers think better of the {1.title} than of the {2.title}, which may help if you cannot decide.',
      'If it helps, other buyers liked the {1.title} a little more than the {2.title}.',
    ],
    'compare crisp @rated': [
      'Buyers put the {1.title} at {1.rating} and the {2.title} at {2.rating}.',
      'Higher rated: the {1.title}, over the {2.title}.',
    ],
    'compare playful @rated': [
      'The crowd cheers louder for the {1.title} than for the {2.title}, but you do you.',
      'In the popularity contest, the {1.title} [has|have] the edge over the {2.title}.',
    ],
    'compare luxury @rated': [
      'Opinion favours the {1.title} over the {2.title}.',
      'Those who have tried them speak more warmly of the {1.title} than of the {2.title}.',
    ],
    'compare value @rated': [
      'Before you pay for either: {1.rating} for the {1.title}, {2.rating} for the {2.title}.',
      'People who paid already give {1.rating} to the {1.title} and {2.rating} to the {2.title}.',
    ],
    'compare warm @newer': [
      'For something more recent, we would mention that the {1.title} came out after the {2.title}.',
      'The {1.title} [is|are] the more recent of the two; the {2.title} came earlier.',
    ],
    'compare crisp @newer': [
      'More recent: the {1.title}. Earlier: the {2.title}.',
      'Later than the {2.title}: the {1.title}.',
    ],
    'compare playful @newer': [
      'The {1.title} arrived after the {2.title}, and [has|have] the look of a first day at school.',
      'New kid in class: the {1.title}. The {2.title} will show the way to the canteen.',
    ],
    'compare luxury @newer': [
      'After the {2.title} came the {1.title}.',
      'The {1.title} [is|are] the later arrival, after the {2.title}.',
    ],
    'compare value @newer': [
      'The {1.title} came after the {2.title}, if you like your money to buy the more recent one.',
      'If being recent matters to you, put your money on the {1.title}; if not, the {2.title} may do just as well.',
    ],
    'compare warm @bigger': [
      'As the bigger of the two, the {1.title} may suit you better than the {2.title} when you need more room.',
      'You would have more room with the {1.title} than with the {2.title}.',
    ],
    'compare crisp @bigger': [
      'Allow {1.size} for the {1.title}, and {2.size} for the {2.title}.',
      'Bigger than the {2.title}: the {1.title}.',
    ],
    'compare playful @bigger': [
      'Bigger than the {2.title}? Yes, the {1.title} [is|are], so mind your elbows.',
      'Got plenty to fit in? The {1.title} [is|are] bigger than the {2.title}.',
    ],
    'compare luxury @bigger': [
      'Bigger than the {2.title}, the {1.title} [wants|want] a little more space.',
      'For more room, the {1.title}; for less, the {2.title}.',
    ],
    'compare value @bigger': [
      'Money spent on the {1.title} buys more room than with the {2.title}.',
      'If you would use the room, the {1.title} [is|are] bigger than the {2.title}.',
    ],
    'compare warm @longer': [
      'With the {1.title}, you get {1.battery} to a charge; with the {2.title}, {2.battery}, so think of your longest day.',
      'When you are often away from a socket, you get {1.battery} from the {1.title} and {2.battery} from the {2.title}.',
    ],
    'compare crisp @longer': [
      'Battery: {1.battery} for the {1.title}, {2.battery} for the {2.title}.',
      'Longer to a charge: the {1.title}, at {1.battery}, over the {2.title}, at {2.battery}.',
    ],
    'compare playful @longer': [
      'After {2.battery} the {2.title} would call a taxi; after {1.battery}, so would the {1.title}.',
      'The {1.title} can keep going for {1.battery}, and by then the {2.title}, with {2.battery}, will be fast asleep.',
    ],
    'compare luxury @longer': [
      'One has {1.battery} with the {1.title}, and {2.battery} with the {2.title}.',
      'The {1.title} [gives|give] you {1.battery} to a charge, where the {2.title} would give {2.battery}.',
    ],
    'compare value @longer': [
      'You get {1.warranty} of cover with the {1.title} and {2.warranty} with the {2.title}, so put that in the sums.',
      'Cover is part of the price: {1.warranty} with the {1.title}, {2.warranty} with the {2.title}.',
    ],
    'choose warm': [
      'You could be happy with either, so imagine using the {1.title} or the {2.title}, and choose the one that makes you smile.',
      'Between the {1.title} and the {2.title}, take the one you pictured yourself using.',
      'When you are torn, start with the {1.title} and keep the {2.title} in mind.',
      'We would suggest the {1.title} for {1.use} and the {2.title} for {2.use}; you know best which comes first.',
      'If {1.colour} makes you smile, take the {1.title}; if {2.colour} does, take the {2.title}.',
      'Go by what you would touch every day: {1.material} with the {1.title}, {2.material} with the {2.title}.',
      'Ask which you would enjoy more, {1.feature} or {2.feature}: you get one with the {1.title}, the other with the {2.title}.',
      'On price, you have {1.price} for the {1.title} and {2.price} for the {2.title}, and no wrong answer.',
    ],
    'choose crisp': [
      'For {1.use}, the {1.title}. For {2.use}, the {2.title}.',
      'Choose the {1.title} for {1.feature}; choose the {2.title} for {2.feature}.',
      'To decide between the {1.title} and the {2.title}, list what you need and count.',
      'Decide by material: {1.material}, the {1.title}; {2.material}, the {2.title}.',
      'By colour: {1.colour} for the {1.title}, {2.colour} for the {2.title}.',
      'If you need {1.feature}, the {1.title}; if not, the {2.title}.',
      'With {1.price} to spend, the {1.title}; with {2.price}, the {2.title}.',
      'Measure, then choose: {1.size} for the {1.title}, {2.size} for the {2.title}.',
    ],
    'choose playful': [
      'The {1.title} or the {2.title}? Flip a coin and see which one you were hoping for!',
      'Team {1.title} or team {2.title}: we are happy to cheer for both.',
      'If {1.feature} made you grin, the {1.title}; if that was {2.feature}, the {2.title}. No wrong answers.',
      'Heads, the {1.title}, for {1.use}; tails, the {2.title}, for {2.use}.',
      'Mood one: {1.colour}, the {1.title}. Mood two: {2.colour}, the {2.title}. Pick a mood.',
      'For {1.material}, cheer the {1.title}; for {2.material}, wave at the {2.title}.',
      'Spend {1.price} on the {1.title} or {2.price} on the {2.title}, and enjoy either one.',
    ],
    'choose luxury': [
      'Picture the {1.title} beside the {2.title}; the one you look at first is yours.',
      'In {1.colour}, the {1.title}; in {2.colour}, the {2.title}: a matter of taste.',
      'One chooses by touch: {1.material} in the {1.title}, {2.material} in the {2.title}.',
      'Between the {1.title} and the {2.title}, let the first glance decide.',
      'For {1.use}, the {1.title}; for {2.use}, the {2.title}.',
      'There is {1.feature} in the {1.title}, and {2.feature} in the {2.title}; choose the detail you love.',
      'Choose by the look you prefer, {1.finish} or {2.finish}: the {1.title} or the {2.title}.',
      'At {1.price}, the {1.title}; at {2.price}, the {2.title}.',
    ],
    'choose value': [
      'Between the {1.title} and the {2.title}, pay for the one you would use more often.',
      'At {1.price} for the {1.title} and {2.price} for the {2.title}, choose the one you would use most.',
      'Pay for {1.feature} with the {1.title} or {2.feature} with the {2.title}, whichever you would use.',
      'For {1.use}, spend on the {1.title}; for {2.use}, on the {2.title}.',
      'Compare what is covered: {1.warranty} on the {1.title}, {2.warranty} on the {2.title}.',
      '{1.price} gets you the {1.title} in {1.material}; {2.price} gets you the {2.title} in {2.material}.',
      'If {1.feature} would be worth the difference to you, the {1.title}; if not, the {2.title}.',
    ],
  },
}
