import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Facts about things for animals: beds, bowls, leads, food, toys, tanks. The shopper buys, somebody with fur, feathers or fins decides. No
 * sentence promises health, and none says which animal.
 */
export const pets: PhrasePage = {
  aisles: ['pets'],
  patterns: {
    'fact warm': [
      '(You know how that nose works/Everything new is sniffed before it is used/Whoever sleeps at the foot of your bed will judge/There is one opinion in the house that counts), and (the first thing met will be/what the nose will find is/under the paw there is) {material}(, so leave [it|them] out overnight/, which we hope passes/, and yours may take a day to agree/).',
      '(Measure from nose to tail first/Watch how yours likes to stretch out, then look at the figure/Before you clear the corner, here is the size/Size is where most of us guess wrong, so take note): {size}(, plus a little for growing/, with a tail to allow for/, and round up if you waver/).',
      '(We thought of/[It was|They were] picked out for/You told us about/There is a good reason to choose [it|them] for) {use}, and (of a face at the window/of you, out in all weathers/of the sigh when everybody has settled/of the walk home afterwards).',
      '(Mud comes in/Hair gets everywhere, as you know/Accidents happen to the best behaved/Some weeks nothing in the house stays clean), so (you will want the care/here is the care/look at the care before the colour): {care}(, and that was the first thing we asked/, before walks or after/).',
      '(Storing comes first/You like to plan ahead/You are shopping for two, and one of you cannot count/Room runs out sooner than patience), so (reckon on/keep in mind/work from the figure of) {capacity}(, lid and all/, and clear the shelf before the box comes/).',
      '(Read out the label to anyone who listens/You read labels for yourself, so why not for them/A fussy eater reads with the nose/Before anything goes in the bowl): {ingredient} (is on the list/is in there/is named), (and the rest of the label deserves a look too/and your vet will know the rest/so go slowly with a new thing).',
      '(Not every bowl is emptied/You will know at the first sniff/Some of them would choose supper over us/Dinner is a serious matter): (the flavour is/what is on offer is/on the menu is) {flavour}(, and the floor may be licked/, though yours has the last word/).',
      '(Everything for the first day is there/You need not go back to the shop in the rain/The settling in can begin at once/A new arrival makes a full list), since (you also get/the box has/you will find) {includes}.',
      'The {title} [has|have] {feature}, and (you may be thanked with a wag or a blink/that is what we would show you across the counter/somebody with whiskers has surely had a hand in that/you will see why at the first try).',
      '(When the lead comes off the hook/On the third walk of the day/With shopping in your other hand/At the door, with everybody pulling), (you will feel/you may notice/there will be) {weight}(, so think of your arm as well/, which adds up by the park/, and nothing more/).',
      '(Nobody said it need be practical alone/A little vanity is allowed/You will be seen together on every walk/Against that coat), so (see how you like/picture/try to imagine) {colour}(, muddy and clean/, under the hall lamp/, and your neighbours will have a view/).',
      '(Young ones and old ones want different things/A baby is not a pensioner/You know the age better than the calendar does), so (note the guide/here is what the label gives/look at the label): {ages}.',
      '(Claws and teeth test everything/If somebody chews through patience first/Should a seam give way), (you have/there is) {warranty} of cover, (so keep the receipt out of reach/and you need not feel foolish for hoping/though no label foresees yours).',
      '(You open and close things with one hand, as the other holds a collar/Somebody clever watches how you open things/Some noses can lift a lid), so (it helps that [it shuts|they shut]/we looked at how [it closes|they close]/remember that [it closes|they close]) with {closure}.',
      'For {room}, {size} in all: (out of the way of feet/where the sun comes round, if yours is that sort/near enough to hear you breathe/with a view of the door).',
      'You get {pack}, so (one can be washed while the other is in use/you can try one tonight and keep the rest/there will be some in every coat pocket/two houses need not argue).',
    ],
    'fact crisp': [
      '(Size:/Measure for/Allow/[It measures|They measure]) {size}. (Measure the animal lying down/Nose to tail, add a hand/Compare with the bed you have/Round up for winter coats).',
      '(Material:/Made of/Made from/Construction:) {material}. (Check seams against claws/Hair shows or hides, think of the coat/Smell fades in a day or two).',
      '(Care:/[It is|They are]/Upkeep:/The label says) {care}. (Dry fully before use/Shake the hair out first/Weekly, in shedding season).',
      '(Capacity:/You get/Holds/Reckon on) {capacity}. (Divide by daily portions/Check the shelf for weight when full/Compare by amount).',
      '(Contains/On the label:/Ingredient:/First read:) {ingredient}. (Check the rest against allergies/Change over slowly/Ask the vet if in doubt).',
      '(Flavour:/Recipe:/Tastes of) {flavour}. (Offer a little first/Mix with the old for a week/Fussy eaters, small pack).',
      '(Meant for/Built for/Purpose:/Choose [it|them] for) {use}. (Other needs, other kit/Judge on that alone/Supervise the first try).',
      '(Weight:/[It weighs|They weigh]/On the scale:) {weight}. (Compare with what you carry now/Heavier stays put, lighter travels/Small animals feel the difference).',
      '(Included:/You also get/Supplied with/In the box:) {includes}. (No second order/Ready on arrival/Tick that off).',
      '(Detail:/Note/[It has|They have]/Compare on) {feature}. (Daily use decides/Check the close-up/Rivals often leave that out).',
      '(Suits/The label says/Meant for) {ages}. (Weight matters as well/Check again as yours grows/Ask the vet at the edges).',
      '(You get/Quantity:/Supplied as/Expect) {pack}. (Divide by days/Keep one in reserve/Store dry, lid shut).',
      '(Closure:/[It closes|They close] with/Fastening:) {closure}. (Test with one hand/Check for curious noses/Recheck after the first pull).',
      '(Running time:/[It runs|They run] for/One charge gives) {battery}. (Charge overnight/Plan the longest walk/Keep a spare plan).',
      '(Noise:/Sound level is/Measured at) {noise}. (Nervous ears, start across the room/Introduce switched off/Compare with the fridge).',
      '(Cover:/Cover runs/[It is|They are] covered for) {warranty}. (Chewing seldom counts/Keep the receipt/Counted from purchase).',
      '(Works with/Fits/Made to fit) {compatibility}. (Match the model/Measure the old one/Order spares to suit).',
      '{colour}, {material}. (Hair shows, or does not, accordingly/Hold against the coat/Second for use, first for looks).',
    ],
    'fact playful': [
      '(Made of/All/Built from) {material}, and (about to be inspected by the management/ready for the ceremonial turning round and round/soon covered in hair you do not own/subject to a sniff test nobody can appeal).',
      '(Cleared for landing:/The new throne:/Measured twice:) {size}. (Of course the box will be the favourite/Big enough for one tail, held at full wag/You may still lose your side of the sofa/Measured against the laziest stretch we know).',
      '(For/Made for/Bred for) {use}, and for (whoever really runs your house/that face you cannot say no to/being watched from the top of the wardrobe/the daily barking at nothing).',
      '(In/Strutting out in/Dressed in) {colour}, (which nobody with paws will thank you for/to clash with one well-chewed slipper/so the walk to the park becomes a catwalk/and muddy by Thursday).',
      '(Behold:/Enter, to silence,/Now with/Ears up for) {feature}, (so act cool while you are ignored/and still the cardboard gets more love/as requested, loudly, at dawn/and one paw raised in approval).',
      '(It says/Washing day:/Good news, owners:) {care}. (The mud has been told/Hair will outlive us all/Try not to shake near the wall).',
      '(On the menu:/Tonight:/The chef suggests) {flavour}. (Somebody is already sitting nicely/No, you cannot try some/The bowl will be polished/Watch the eyebrows).',
      '(Contains/Listed:/Rumour has it, and the label agrees:) {ingredient}. (Ears up all over the building/You will be loved for about a minute/Hide the bag somewhere clever, then somewhere cleverer).',
      '{includes} (in the box/thrown in/on the side/under the tape), (though the box itself wins the day/so begging can start at once/which will be under the sofa by noon).',
      '(Behold,/Enter/At last,) {pack}! (One for now, one for the look they give you after/Hide them, badly, as ever/Somebody can count, and has paws).',
      "(A whole/All of/Roughly a heap, or) {capacity}: (more than enough, or so you think/lid on, friends, lid on/ask the neighbour's Labrador for an estimate).",
      '(A dignified/At/The scales say) {weight}, (so you, not they, will carry that/or roughly one guilty look/a trifle, for somebody with four legs).',
      '(Security news:/Note, burglars:/Paws off:) [it closes|they close] with {closure}, (a challenge to anyone with clever paws/so the midnight burglar must think again/and somebody is already working on that).',
      '(Brave of the makers, but/Believe it,/Deep breath:) [it is|they are] covered for {warranty}, (though teeth have read no small print/which is several slippers long/so let the chewing commence, within reason).',
      '{noise}? (The vacuum cleaner remains public enemy number one/Ears will swivel, dignity will follow/Quieter or louder than the postman, you tell us).',
    ],
    'fact luxury': [
      '(Of/In/Simply) {material}, (where somebody sleeps and does not stir/warm by evening/beside the hearth or the open window)(, and the house goes quiet/, as one would wish for oneself/, and a sigh/).',
      '{colour}, (against a grey coat or a tawny one/on the stone of the hall/at home among good things)(, and no bright word on [it|them]/, quiet as the sleeper/).',
      '(For/Kept for/Made for) {use}, (and the long walk back/while the light goes/with no need of words/at the pace of an old friend)(, the gate left open/, and the lamp lit/).',
      "At {size}, (room to turn, and turn again/a place of one's own by the door/laid where the sun arrives first)(, then stillness/, and one steps around/).",
      '[It is|They are] {craft}, (as things for the house should be/and no less so for being on the floor/with a maker behind every seam)(, in whichever room/, underfoot/).',
      '(One notices/A small kindness:/Look again:) {feature}; (the tail says thank you/somebody thought of an animal, and of a room/nothing rattles, nothing shines).',
      '(From/Sent from/Once of) {origin}, (to a basket by the stairs/to the quietest corner of the house/and now beneath your chair)(, a long way for comfort/, and slept on by nightfall/).',
      '{room}, (and somebody asleep in a square of sun/with one ear awake/the clock, a breath), at {size}.',
      '(With/First,) {finish}, (soft under the hand that strokes/calm against the floor/which the lamp picks out).',
      '(This evening,/Simply/As the clock strikes,) {flavour}, (served without ceremony/in a plain bowl, at the same hour/and the room falls silent).',
      '(With/Just/First) {closure}, (done with one hand/a small sound by the door/and the walk begins).',
    ],
    'fact value': [
      '(Work from the amount/Compare by amount, not by bag/Divide before you decide/Put a price on each bit): {capacity} (in all/for the price/is what you pay for), (so bigger may or may not be the thrifty choice/and that is easy to budget/so hold any rival to the same figure).',
      '(You get/The price covers/For one payment there is) {pack}; (divide, then compare with a single/one to wash, one to use, no third to buy/share with the neighbour and halve the bill/count how many weeks that lasts in your house).',
      '(The price includes/You also get/Nothing extra is charged for/Thrown in you find) {includes}, (so cross that off the list/which a bare one leaves you to buy/and a new arrival costs plenty as it is).',
      '(What you pay for is/Your money goes into/The price buys) {material}, (which teeth will test, so judge others by the same/and a flimsy one is bought twice/so set that against the slippers you have lost).',
      '(Count this in:/Running costs:/After mud:) {care}, so (no cleaner need be paid/one may do where you would buy two/count washing into the cost, and here you can).',
      '(Bought for/Priced for/Meant for) {use}, (which comes round daily, so divide by that/and each outing brings the cost down/so the price per walk is the fair sum).',
      '(Measure first/Check the animal against/Allow) {size}, (since a bed nobody fits is money on the floor/and buy for the grown animal, once/as outgrowing is paid for twice).',
      '(Cover runs/The price buys cover of/Faults are looked after for) {warranty}, (though chewing is your own risk/so keep the receipt in the tin/and that belongs in the sum).',
      '(The same money brings/The price includes/Count in) {feature}, (so ask what a plain one would save you/and pay for that only if yours would notice/which may spare you an add-on).',
      '{ingredient} (on the label/listed/is what you are buying), (so compare with bags that list the same/and price by the portion/so read before you pay for a picture of a happy animal).',
      '(Meant for/The label says/Priced for) {ages}, so (ask how soon that is outgrown/divide by the months ahead/buy small while things change).',
      '(Owning/Already having) {compatibility} helps, as [it works|they work] with that, (so part of the bill is paid/and no new system need be bought/so check the cupboard first).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] (easy to move when the sun moves/kind to your arm on a long walk/no trouble to bring along to the in-laws).',
    ],
    'fact crisp @low': [
      '{weight}: (below the usual/under the norm/light for the type). (Travels well/Suits small animals, check size/May slide on tiles).',
    ],
    'fact playful @low': [
      'Only {weight}, less than most, so (expect to find [it|them] in another room/off [it goes|they go], between two proud jaws/even the kitten rearranges the house).',
    ],
    'fact luxury @low': [
      'At {weight}, less than most, (carried from room to room, as the light moves/lifted without waking anybody).',
    ],
    'fact value @low': [
      'Lighter than most at {weight}, so (one serves home and holiday/posting costs little extra, if sent/no second one for the car need be bought).',
    ],
    'fact warm @high': [
      'At {weight}, more than most, [it|they] should (stay put when somebody leaps aboard/keep still on a slippery floor/stand firm at dinner time).',
    ],
    'fact crisp @high': [
      '{weight}: (above the usual/over the norm/heavy for the type). (Choose the corner first/Harder to tip/Carry by two if full).',
    ],
    'fact playful @high': [
      'All of {weight}, more than most! (Let us see you drag that under the bed/The tail has met its match/Furniture, basically).',
    ],
    'fact value @high': [
      '{weight}, more than most, (so check the delivery line on the bill/and what stays upright spills nothing, which saves food/so place once and carry never).',
    ],
    'objection warm': [
      '(Yours may turn up a nose at anything new/You have been ignored for a cardboard box before/Nobody can promise a fussy one will approve), but (look at/there is/we would try with) {feature}(, and leave [it|them] near the old favourite/, and allow a day or two/).',
    ],
    'objection crisp': [
      '(Usual doubt/Main worry/Concern): (hair/mud/mess). Care: {care}.',
      '(Usual doubt/Main worry/Concern): (fit/growing/the corner). Size: {size}.',
    ],
    'objection playful': [
      '(Fussy, is she?/Eats the sofa, does he?/Prefers the box?) (Counter-offer:/Raise the stakes:/Try) {feature}.',
    ],
    'objection luxury': [
      '(One hesitates to put such things on show/So much for animals is loud/The hall has been tidy so long). (Here, though,/And then) {material}.',
    ],
    'objection value': [
      '(If the last one was chewed by Sunday/Where teeth are the worry/Before you buy the cheapest again), (look at/pay attention to/check) the material: {material}.',
    ],
    'occasion warm': [
      'With {u.occasion} (coming up/on your mind/in the diary), (the one with paws should not be forgotten/somebody will need settling while you are busy/we thought of the whole household).',
    ],
    'gift warm': [
      '(For/To please) {u.recipient}, (we would begin with/we settled on/let us suggest) {feature}, (and the animal can send the thank-you note/as whoever keeps a pet is hard to surprise).',
    ],
  },
}
