import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about tools, by hand or by motor: small repairs, long jobs, noise, storing and sharing. */
export const tools: PhrasePage = {
  aisles: ['tools'],
  patterns: {
    'fact warm': [
      'There may be a job at home you have been meaning to do, and for {use} you would be ready this weekend.',
      'If you think of the people next door, as we do, you may like to know that the noise is {noise}.',
      'Jobs take longer than we think, so you may be glad to know the running time, {battery}.',
      'You get {pack}, which you can check against the jobs on your list.',
      '[It comes|They come] with {includes}, so the morning need not begin with a trip to the shop.',
      'In the hand you will feel {weight} and {material}, and both are good to know beforehand.',
      'Made for {use}, with {warranty} of cover behind you if something fails halfway.',
    ],
    'fact crisp': [
      'Rated power is {power}.',
      'Speed is {speed}; set that against the job.',
      'Made for {use}.',
      '[It runs|They run] for {battery}.',
      'Sound level is {noise}; wear protection if in doubt.',
      '[It works|They work] with {compatibility}.',
      'Compare {power} and {weight} with what you use now.',
      'Size is {size} and the material {material}.',
    ],
    'fact playful': [
      'That shelf you promised to put up has heard about {use}, and it has hope.',
      'You get {power}! Try not to cackle.',
      'Here you have {pack}, and before long at least one will be borrowed by a neighbour.',
      'With {battery} on the clock, somebody will call you for lunch first.',
      "There's {noise} to announce that you are being useful.",
      'Fix things with {feature} and look as if you had planned it all.',
      'All {material}, with {includes}, so even the toolbox looks impressed.',
    ],
    'fact luxury': [
      'Good work begins in the hand, with {material}.',
      'To mend a thing is to keep it, and [this was|these were] made for {use}.',
      'With {finish}, and the marks of good use to come.',
      '[It is|They are] {craft}, for hands that notice.',
      'At {size}, with a place of [its|their] own on the wall.',
      'Of {material}, at {weight}, and good to hold.',
      'From {origin}, in {material}, and worth hanging where you can see [it|them].',
    ],
    'fact value': [
      'One call-out soon adds up, so if you need [it|them] for {use} now and then, the sum works in your favour.',
      'Divide the price by the jobs on your list, and note what [it is|they are] for: {use}.',
      'Included is {includes}, so there is less to buy before you begin.',
      'With {pack} for one price, work out what each one costs you.',
      'Cover lasts {warranty}, so keep the receipt and you know where you stand.',
      'Owning {compatibility} already saves you money, since [it works|they work] with that.',
      'For the price you get {power} and {warranty} of cover.',
      'With {includes} and {pack} in one price, there may be nothing else to buy.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] easier on the arm by the end of the job.',
    ],
    'fact crisp @low': [
      'Sound level is {noise}, below the usual, so better for flats.',
      'Weight is {weight}, below the usual, so less strain overhead.',
    ],
    'fact crisp @high': [
      'Running time is {battery}, above the usual, so fewer pauses to charge.',
      'Power is {power}, above the usual, so suited to heavier work.',
    ],
    'fact warm @high': [
      'Running for {battery}, longer than most, [it leaves|they leave] you more time to finish what you began.',
    ],
    'fact value @high': [
      'Here you get {power}, more than most, which is money well spent if the jobs are heavy.',
    ],
  },
}
