import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about electronics of any sort, from headphones to televisions: charging, connecting, watching, keeping. */
export const electronics: PhrasePage = {
  aisles: ['electronics'],
  patterns: {
    'fact warm': [
      'Nobody likes a flat battery halfway through something good, so (before you fall for anything else/first of all) here is the figure: {battery}.',
      'Rated for {battery}, (so you can plan when to look for a socket/and you know your own days and their distance from a socket).',
      '[It connects|They connect] by {connectivity}, so check (the back of your television/the little print on your phone or whatever you own) before you order.',
      'We asked the question you would ask: [it works|they work] with {compatibility}.',
      'Room for {storage}, (so think how much you keep and how much you ought to delete/which you can weigh against what you fill now).',
      'Look at {screen} for (as long as you like in a shop/a minute), and you know more than any brochure tells you.',
      'If anything (goes wrong/gives up), {warranty} of cover means you are not alone with (the manual/a screwdriver).',
      'You get {feature}, (and you may end up using that more than the rest/the sort of thing you come to expect of everything else).',
      'Out of the box comes {includes}, so (you can begin the same evening/the first evening is not spent searching drawers).',
      'Measure your (shelf/desk/bag) for {size}, and (save us both a return/save yourself a surprise).',
    ],
    'fact crisp': [
      'Two questions sort most electronics: how long does it run, and how does it connect? For the {title}, start with {battery}.',
      'Battery: {battery}. (Expect less as it ages/Compare with the same test).',
      'Connection: {connectivity}. (Check the other end/Match it to what you own).',
      'Works with {compatibility}; (anything else, ask first/outside that, assume nothing).',
      'Screen: {screen}. (Measure the viewing distance/Judge by what you watch).',
      'Storage: {storage}. (System files take a share/Keep some of that spare).',
      'Draws {power}. (Check the socket/Check the adapter).',
      'Size {size}. (Measure the stand/Mark that on the desk).',
      'Water: {water}. (A rating, not a dare/Read what that covers).',
      'Weight: {weight}. (Check the mount or the bag/Try a heavier book in the bag first).',
    ],
    'fact playful': [
      'Some of us have been known to sit on the floor by a socket at a party; with {battery}, (you can stand up/you could sit somewhere nicer).',
      '{battery}. (Outlasts most arguments/Your patience goes first).',
      'Speaks {connectivity}, (badly accented but fluent/so small talk is covered).',
      'Made friends with {compatibility} (on day one/already).',
      '{storage} for (blurry pictures of dinner/things you swear you will sort out).',
      'In {colour}, because (grey boxes have had their turn/your desk is a stage).',
      'You get {feature}, which you will (explain at length to your mother/show the cat).',
      'Look into {screen}. (Blink sometimes/Remember to blink).',
      '{includes} in the box, (found after you have thrown the box away/so dig).',
    ],
    'fact luxury': [
      'Good machines, like good staff, are noticed only when absent; {battery}, and (one forgets to think of sockets/nothing to remember).',
      '{screen}, and a room with the (lamps low/curtains drawn).',
      'With {finish}, (chosen for the room, not the rack/left out, not hidden away).',
      '{connectivity}: (no ceremony/the thing is simply there).',
      'A {colour} presence among the (books/papers), and (no more said/nothing shouting).',
      '{battery}, (without being asked twice/quietly kept).',
      '{feature}. (One turns it on and the evening begins/The hand finds it).',
      'In {material}, where (others settle for a shrug/the hand expects less).',
    ],
    'fact value': [
      'The bill does not stop at the till: at {power}, (count the hours you run it/multiply by the hours), and add that to what you pay.',
      'Cover runs for {warranty}; (price a repair and compare/a repair in the week after would cost you).',
      '{battery} for the money: (compare hours, not stickers/divide price by hours and compare).',
      'You get {storage}; buying more later may cost (more than the step up/you twice).',
      'If what you own takes {connectivity}, (you add nothing/no adapter to buy).',
      '[It works|They work] with {compatibility}, so (check first, then there is nothing else to buy/what you have keeps its worth).',
      'Included: {includes}. (Price those separately/See what that costs alone).',
      'You are asked to pay for {feature}; (use it weekly and it earns its way/if you would not use that, a plainer model will do).',
    ],
    'fact warm @high': [
      'With {battery}, longer than most, you can leave the charger at home for (the day/longer) and (not think of it/forget where you left it).',
    ],
    'fact crisp @high': ['{battery}, above the usual. (Fewer interruptions/Charge less often).'],
    'fact playful @high': ['{battery}! (Your charger feels unloved/You will need a rest before this does).'],
    'fact luxury @high': [
      '{battery}, longer than one expects, and (the cable stays in its drawer/evening comes first).',
    ],
    'fact value @high': [
      '{battery}, more than most at any price, which (means fewer charges and less waiting/is what a spare charger would cost you).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it goes|they go] along (when you move about/from room to room) without fuss.',
    ],
    'fact crisp @low': ['{weight}, below the usual. (Easy to move/Less to lift or mount).'],
  },
}
