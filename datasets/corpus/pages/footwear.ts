import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about shoes, boots and sandals: walking, standing, taking off and caring. Footwear may be singular or plural. */
export const footwear: PhrasePage = {
  aisles: ['footwear'],
  patterns: {
    'fact warm': [
      'Feet carry us through long days and rarely get a say, so ask yours: [this is|these are] made of {material}, (and they will have a view/and you know what has suited them).',
      'We picked [it|them] out with {use} in mind, (since that is where feet complain first/and your feet may thank you for asking).',
      'In {colour}, [it goes|they go] out of the door (with more of your clothes than you think/on days you feel like being noticed).',
      'The fit is {fit}, so (think back to the pair you like best/do think of your widest day) before choosing a size.',
      'You fasten [it|them] with {closure}, (which matters with a bag in one hand/good to know when the doorbell is ringing).',
      'There is {feature}, and we would ask you to (try that first/notice that first) when you put [it|them] on.',
      'For {season}, and the (pavements/paths/steps) that come with it.',
      '[It is|They are] {care}, (which your hallway will be glad of/so you know what comes after a muddy day).',
    ],
    'fact crisp': [
      'Try new shoes late in the day, when feet are at their largest, and with the socks you mean to wear; the fit stated here is {fit}.',
      'Fit: {fit}. (Choose the size for that/Try late in the day).',
      'Made for {use}. (Elsewhere, look at other soles/Other ground needs another shoe).',
      'Upper and make: {material}. (Care for that/Brush or wipe to suit).',
      'Fastening: {closure}. (Test it seated/Check it one-handed).',
      'Note {feature}, and (compare/check) the alternatives for the same.',
      'Wet ground: {water}. (Rely on no more than that/Judge puddles by that).',
      'The {title} [weighs|weigh] {weight}; (compare pair with pair/check whether that is one or both).',
    ],
    'fact playful': [
      "Some people look at faces first and some at feet, and for the second lot there's {colour}, (which ought to keep them busy/so walk slowly past).",
      'Off for {use}? (Your socks have packed/The left foot says yes).',
      '{closure}, for anyone who (leaves the house at a run/has ever hopped down a hallway).',
      'Toes, (relax/rejoice): there is {feature}.',
      'Cut {fit}, so (wriggle/dance) accordingly.',
      'In {material}, ready to be (admired on a staircase/crossed at the ankle).',
      'In {pattern}, because somebody at the (bus stop/party) should look down and (smile/stare).',
      '{season} underfoot. (Bring it on/Puddles optional).',
    ],
    'fact luxury': [
      'It is at the end of an evening, not the beginning, that one knows about a shoe; the {title}, in {material}, (awaits the verdict/can wait).',
      '{colour}, (from the ankle down/one step at a time).',
      '{material}, and the (slow/quiet) pleasure of wearing in.',
      '{craft}; (the heel will tell/turn the sole up and see).',
      'From {origin}, where (one may learn a lot from a pavement/feet have walked before).',
      'With {finish}, (caught by lamplight/seen as one crosses a room).',
      'For {use}, and (the unhurried way home/whoever sets the pace).',
      'With {closure}, (fastened without looking down/done in a moment).',
    ],
    'fact value': [
      'Cost per step is a fair way to judge footwear: if {use} comes round (most weeks/every week) the price divides well, and if (once a year/rarely), less so.',
      'Where the money goes: {material}. (Care makes it go further/Look after that and the sum improves).',
      'Colour decides how often you reach for [it|them]; {colour} (should earn a place/gets more wear) if half your clothes go with it.',
      'Buy the right size the first time: the fit is {fit}, and (returns cost an afternoon/a wrong size costs twice).',
      'With {feature} included, (check what others ask for it/compare the price with others that have it).',
      'Covered for {warranty}; (soles wear, so read the terms/read what that says about soles).',
      '[It is|They are] {care}, so (price in a brush or a cloth/add the upkeep to the sum).',
      'Worn for {season} alone, or (longer/beyond)? Divide the price by the honest number of days.',
    ],
    'fact warm @low': [
      'By the (third/last) mile you will be glad of {weight}, which is less than most ask you to lift with every step.',
    ],
    'fact crisp @low': ['{weight}, below the usual. (Less to lift each step/Tired legs notice).'],
    'fact playful @low': ['{weight}! Your feet may (file for extra dancing/forget the rest of you).'],
    'fact value @low': [
      'At {weight}, lighter than most, (nothing extra to lift/you carry less all day) for the money.',
    ],
    'fact crisp @high': [
      '{weight}, above the usual: (solid on the foot, slower on a long walk/try a long corridor before you decide).',
    ],
  },
}
