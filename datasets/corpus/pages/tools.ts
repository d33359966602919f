import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about tools, by hand or by motor: small repairs, long jobs, noise, storing and sharing. */
export const tools: PhrasePage = {
  aisles: ['tools'],
  patterns: {
    'fact warm': [
      'There is a job at home you have been walking past; for {use}, (this may be the weekend/you would be ready).',
      'If the people next door matter to you, as they do to us, the figure is {noise}.',
      'Work takes longer than we think, so here is the running time: {battery}.',
      'You get {pack}, which you can check against the jobs (you know of/on your list).',
      '[It comes|They come] with {includes}, so the morning need not begin with a trip to the shop.',
      'In the hand, what counts is {weight} and what [it is|they are] made of, {material}.',
      'For {use}, with {warranty} of cover behind you if something fails halfway.',
    ],
    'fact crisp': [
      'Rated power: {power}. (Match that to the material you work/Check the supply).',
      'Speed is {speed}; (set that against the job/compare with what you use now).',
      'Job: {use}. (For others, choose another/Buy for the job you have).',
      '[It runs|They run] for {battery}. (Keep a spare for long jobs/Plan breaks by that).',
      'Sound level: {noise}. (Wear protection if in doubt/Mind the hour and the neighbours).',
      '[It works|They work] with {compatibility}; (check what is in your box first/nothing else should be assumed).',
      'Compare on {power} and {weight}, since you (pay for one and hold the other/feel both).',
      'Size: {size}. Material: {material}. (Check reach and grip/Measure the space you work in).',
    ],
    'fact playful': [
      'That shelf you promised to put up has heard about {use}, and (is nervous/has hope).',
      '{power}! (Say it like a villain/Try not to cackle).',
      'You get {pack}, and before long at least one will be (under the sofa/borrowed by a neighbour).',
      'With {battery} on the clock, somebody will call you for lunch first.',
      "There's {noise} to announce that you are being useful.",
      'Fix things with {feature} and look as if you (read the manual/planned it).',
      'In {material}, with {includes}: (the drawer of mystery keys is jealous/even the toolbox looks impressed).',
    ],
    'fact luxury': [
      'Good work begins in the hand: {material}.',
      'To mend a thing is to keep it, and [this was|these were] made for {use}.',
      '{finish}, (waiting for one grip/and the mark of use to come).',
      '{craft}, (which a hand understands/for hands that notice).',
      'At {size}, with a place on the wall of [its|their] own.',
      '{material}, at {weight}; (balance is for the hand to judge/one lifts, and knows).',
      'From {origin}, in {material}, (hung where one can see/put away clean).',
    ],
    'fact value': [
      'One call-out costs more than you think; if you need [it|them] for {use} now and then, do the sum.',
      'Divide the price by the jobs on your list, not by the jobs you (imagine/see on television), and note what [it is|they are] for: {use}.',
      'Before you buy parts, note what you have already: {includes}.',
      'With {pack} for one price, the saving is real only if you would use (most/all) of it.',
      'Cover lasts {warranty}, so keep the receipt and (write down the date/know where you stand).',
      'Owning {compatibility} already saves you money, since [it works|they work] with that.',
      'Take {power} and {warranty} together: (one does the work, one protects the price/line up the others on both).',
      'With {includes} and {pack} in one price, (borrow nothing/count what you need not buy).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] easier on the arm by the end of the job.',
    ],
    'fact crisp @low': [
      '{noise}, below the usual. (Better for flats/Easier on the ears).',
      '{weight}, below the usual: less strain overhead.',
    ],
    'fact crisp @high': [
      '{battery}, above the usual, so fewer pauses to charge.',
      '{power}, above the usual. (For heavier work/Take it steadily at first).',
    ],
    'fact warm @high': [
      'Running for {battery}, longer than most, [it leaves|they leave] you more time to finish what you began.',
    ],
    'fact value @high': [
      'You get {power}, more than most, which is worth paying for if (the jobs are heavy/you would use it).',
    ],
  },
}
