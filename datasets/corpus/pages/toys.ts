import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about toys and games: playing together and alone, ages, pieces, putting away. The shopper is seldom the one who plays. */
export const toys: PhrasePage = {
  aisles: ['toys'],
  patterns: {
    'fact warm': [
      '(You know the child, we know the box/We read the label so that you could think of the child/Every child is early for something and late for something else/You have seen them grow since we last spoke), and the (label says/box says/guide says) {ages}, so (between us we should get this right/you can judge the rest/picture one face and you will know/tell us if we should look again).',
      '(Rainy afternoons are long/School holidays stretch/There is always an hour before supper/Somebody small will soon say the word bored), and we (like [it|them] for/picked [it|them] out for/thought of) {use}(, with everybody on the carpet/, while something simmers on the stove/, and a quiet word to the grown-ups to join in/).',
      "(Small hands will be all over [it|them]/Everything ends up in somebody's fist/Before long there will be jam involved/You will find [it|them] in the bed, in the bath, in your shoe), so (you may want to know/we asked about/let us tell you) the material: {material}.",
      '(Count the cousins before you decide/Think of how many come round on a Sunday/Two friends or the whole street/Nobody likes to sit out): (the number given is/we were told to expect/the box says) {capacity}(, and somebody will want a second turn/, and grown-ups count as well/).',
      '(Everything in the box comes to/When the lid comes off you find/Tip the box out and there should be/What arrives is) {pack}, (so think of a shelf now/and we would keep the box/so agree beforehand who tidies/and one of them will be the favourite by evening).',
      '(Made for/Meant for/The label says) {ages}, in {material}, and (you will know whose face to picture/we can see [it|them] going from one child to the next/somebody in your family comes to mind, surely/you may be asked to join in).',
      '(Made for/Meant for/Picked for) {use}, with {feature} (for the children to find/for somebody to discover/that they may show you), (on the first day/before you have read the rules/and we would love to see that moment/when the house is quiet at last).',
      'The {title} [has|have] {feature}, and (children notice that before we do/that is what we would show a child first/we played a little longer than we should have/you may find a grown-up at that first).',
      '(Ready to play when the paper is off/On the day itself, nobody wants to run out for anything/You need not hide a second parcel/So that nobody cries before breakfast): [it comes|they come] with {includes}.',
      'In {colour}, (easy to spot among the cushions/and somebody will say that is my colour/bright or quiet as your shelf may be), so (you could choose a ribbon to match/think whose favourite that is/ask, without giving the game away/picture [it|them] by the bed).',
      '(Sticky days come/Yoghurt happens/Nothing stays clean for long, and nor should it/After the garden comes the sponge), and (looking after [it|them] goes/the care note says/what you need to know is): {care}.',
      '(Whether for under the bed or on the shelf/Before the box comes in/As every toy needs a home), (note the size/do look at the size/here is what to measure for): {size}(, with room for a garage of shoe boxes/, and a corner where nobody steps/).',
    ],
    'fact crisp': [
      '(Label:/Suits/The label says/Meant for) {ages}. (Younger siblings, keep small parts away/Judge by the child, too/Check again in a year/Skill varies; the label does not).',
      '(Supplied as/You get/Expect/Count on/[It arrives|They arrive] as) {pack}. (Count again at bedtime/Store in the original box/One missing piece matters; check/Allow a drawer).',
      '(Made of/Made from/The material is/Construction:/[It is|They are] made from) {material}. (Wipe or wash to suit/Check joins and edges/Drops are certain; plan for them).',
      '(Expect/Running time:/[It runs|They run] for/One charge gives) {battery}. (Charge before the party/Keep the cable handy/Shorter with lights on/Plan the quiet hour after).',
      '(Certification:/Mark:/[It carries|They carry]/On the label:) {certification}. (Look for the mark on the box/Look the scheme up by name/Printed on the label/Compare with others that carry one).',
      '([It is|They are]/Upkeep:/The label says/After use:/Instructions:) {care}. (Dry fully before boxing/Check seams after/Nothing else required).',
      '{size}, for {ages}. (Measure the shelf, then the child/Check the toy box lid/Floor space decides).',
      '(For/The box says/Players:/Seats at the table:) {capacity}. Pieces: {pack}. (Enough to plan the afternoon/Teams if more arrive/Check both before a party).',
      '(Meant for/Purpose:/Choose [it|them] for/The job:/Designed around) {use}. (Indoors or out, check first/One idea, done properly/Adults optional/Judge on that alone).',
      '(Note/Look for/[It has|They have]/The difference:/Compare on) {feature}. (Children find that unaided/Check the close-up picture/That keeps attention).',
      '(In the box:/[It comes|They come] with/Included:/You also get/Supplied with) {includes}. (Ready on the day/Nothing else to wrap/Batteries aside, that is all).',
      '(The scale says/Allow for/Weight:/[It weighs|They weigh]/In the hand:) {weight}. (Who carries, decides/Compare with a full lunch box/Stairs are the test).',
      '(The motor:/[It runs|They run] at/Power:/Rated at/Output is) {power}. (Check the socket near the carpet/An adult plugs in).',
      '{colour}, {material}. (Both show on a dark carpet/Easy to find, simple to store/Sets mix if the colour matches).',
      '(After-sales:/Cover:/Cover runs/[It is|They are] covered for) {warranty}. (Keep the receipt and the box/Counted from purchase/Rough play is another matter).',
    ],
    'fact playful': [
      '(For/The box says/Officially for) {ages}, which (rounds up to grandads quite nicely/nobody in your house will respect/makes you the referee/includes you on a good day).',
      '(You get/Count them:/Behold,/Enter) {pack}, at least until (something rolls under the sofa/the dog joins in/bathtime/one of them gets a name and moves into a pocket).',
      '(For/Made for/Excellent news for) {use}, and for (grown-ups who say they are only helping/whoever refuses to go to bed/the cousin who makes up rules/that one quiet hour you keep dreaming of).',
      '(In/Dressed in/Done up in/Proudly) {colour}, (so you can find [it|them] under the sofa/as chosen by nobody over the height of the sofa/which goes with jam, paint and most pets/because beige never made anyone squeal).',
      '(Nobody reads rules, but everybody finds/Forget the manual, go straight to/Before the paper is off, they will all fight over/First one awake gets) {feature}.',
      '(Made of/Built from/All) {material}, and (about to be tested by experts/soon to be introduced to gravity/ready for its first custard/facing a panel of very small judges).',
      '(With/Thanks to/Blame) {feature}, and {ages} on the label: (you may supervise from the good chair/hide [it|them] from your brother/the teddies have called a meeting/so act surprised when they ask you to play).',
      '(Room for/The box says/Officially) {capacity}: (choose your team before the tantrum/so the sulker can be banker/and one grandmother who cheats/somebody fetch the snacks).',
      '(A whole/Expect/Brace for) {battery} of running time, (then an outbreak of colouring in/which is longer than anybody will sit still/and then you may speak again/set a timer, then hide).',
      '{includes} (in the box/thrown in/under the lid), (so nobody has to be the one who forgot/and the wrapping paper, which will win anyway/so peace may last till lunch).',
      '(It says/The label says/Good news:) {care}. (Jam, you have met your match/Somebody tell the spaghetti/Glitter, on the other hand, is forever).',
      '(Psst,/Passport stamped:/Roll out the play mat:) [it comes|they come] from {origin}, (a long way to end up in a pillow fort/and will need a name by teatime/so pack a tiny welcome).',
      '(All of/Precisely/A bold) {size}, (or as many cats as that makes/which still fits in the bed, apparently/so good luck hiding that before the birthday/and the cupboard under the stairs knows nothing).',
    ],
    'fact luxury': [
      '(A child finds/Small fingers find/First, and quietly, they find) {feature}, (then shows you/and the room goes still/and an afternoon opens/as one finds a shell).',
      "[It is|They are] {craft}, in {material}, (to be passed on one day/and the better for a little wear/for a shelf at a child's height/and no noise comes from [it|them]).",
      'In {colour}, (to be remembered with affection/like the nursery of an old house/softer by lamplight/on a pale floor), (years later/and little else/with the door ajar/as good things are).',
      '(All one needs is/An afternoon, a carpet and/Rain at the window, and/A table cleared, some light, and) {use}.',
      'From {origin}, and (soon given a name/never quite put away/carried to bed the first evening/at home by nightfall)(, as the loved ones are/, one hopes/, and no more said/).',
      '[It is|They are] {craft}, (and all the better for being held/so that a small hand knows/with the patience a child will not see yet/and quiet, as playthings once were).',
      '{material}, (warm from the hand/plain, and enough/held up to the window)(, and a whole world/, and imagination does the rest/, the rest is theirs to invent/).',
      '(For/Kept for/Meant for) {use}, (on the carpet, near the lamp/while the house reads/with nobody hurrying/until the lamp is lit).',
      '(Simply/One finds/Here is) {pack}, (laid out along the sill/each with its own place/in the order a child decides/and every one is named by evening).',
      '(With/One notices/Under the fingers,) {finish}, (gentle as old playthings are/and no sharp word anywhere/which small hands will polish).',
    ],
    'fact value': [
      'Meant for {ages}, so (count the years still to come and divide the price by those/ask how soon that is outgrown/add the younger one, and the sum improves/buy at the start of that, not at the end).',
      '(Count how often you would want [it|them] for/Put a figure on an hour of/Divide the price by each time you need [it|them] for/A cinema trip costs every time, so set that against) {use}(, and you have a fair price/, then think of wet weekends/).',
      '(Here you get/The price covers/For one payment there is) {pack}, so (work out the price of each piece/compare with buying the pieces you want/see how many children that keeps busy/divide, then share with a cousin).',
      '(Since the number given is/The figure to divide by is/Set the price against) {capacity}: (price by heads is the fair test/one game for all means fewer quarrels/a party bag each adds up faster).',
      '(The box includes/You also get/Nothing extra is charged for) {includes}, so (check that before you buy anything more/take that off the birthday list/no second trip to the shop/a bare rival may come to the same once you add up).',
      '(What you pay for is/The money goes into/The price buys) {material}, (so compare with others in the same/and a toy that breaks is paid for twice/so judge the joints before the paint/which a second child may thank you for).',
      'For {ages} you get {pack}, (so there is a good deal of play in the price/so divide by pieces, then by children/one order, several afternoons/and that covers more than one birthday, shared).',
      '(Cover runs/The price buys cover of/Faults are looked after for) {warranty}, (so keep the box and the receipt/and children find every weak spot within weeks/which takes some of the risk out).',
      '(The price includes/You pay once for/The same money brings) {feature}, so (ask what a plain one would cost/see whether the child would care/compare with one that lacks that).',
      '[It is|They are] {care}, so (passing [it|them] on or selling later stays possible/a spill need not mean a new one/count no extra for cleaning).',
      '(Measure for/Allow/Check the shelf for) {size}, (because what has no home gets lost, and lost pieces cost/and storage boxes cost money too/so nothing else need be bought for putting away).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] (could come along to grandparents/would be easier on whoever carries the bags/can change rooms without a fuss/may be brought down for supper and taken up again).',
    ],
    'fact crisp @low': [
      '{weight}: (below the usual/under the norm/light for the type). (Easier upstairs and down/Good for visits/Less to land on a toe).',
    ],
    'fact playful @low': [
      'Only {weight}, less than most, so (somebody small will insist on carrying [it|them]/throwing is, sadly, possible/a parade seems likely).',
    ],
    'fact value @low': [
      'Lighter than most at {weight}, so (posting to a nephew need not cost the earth/one toy can serve home and holiday).',
    ],
    'fact crisp @high': [
      '{battery}: (above the usual/over the norm/long for the type). (Fewer breaks to charge/Charge overnight, forget by day/Good for a full house).',
    ],
    'fact warm @high': [
      '{battery}, longer than most, (so nobody has to stop just when the game gets good/and you may finish your tea while the game goes on).',
    ],
    'fact playful @high': [
      'You get {battery}, longer than most! (Yours may run out first/Nap time has been notified/Bring earplugs and a biscuit).',
    ],
    'fact value @high': ['{battery}, longer than most, means (fewer charges on the bill/no spare to buy).'],
    'objection warm': [
      "(You may wonder if the child is ready/Buying for somebody else's child is guesswork/If you have not seen them since the summer), (but the label helps/so here is what the label says/and we can offer this much): {ages}.",
    ],
    'objection crisp': [
      '(Main doubt/Usual question/Concern): what stands behind the label. (Mark/Certification): {certification}.',
      '(Main doubt/Usual question/Concern): mess. (Care/Cleaning): {care}.',
    ],
    'objection playful': [
      '(Toy cupboard already full?/Swore off buying more?/Worried you will be the one who plays?) (Hear us out/Say this slowly/Just listen): {feature}.',
    ],
    'objection luxury': [
      '(There are toys enough, one thinks/A child needs little/One hesitates to add to the shelf). [This is|These are] {craft}, (and may stay when others go/which is reason enough).',
    ],
    'objection value': [
      '(If outgrowing is the worry/Children tire of things, so/Before you fear a week of interest), (check the years/look at the years/divide by the years): {ages}.',
    ],
    'gift warm': [
      'With {u.recipient} in mind, (we thought of the moment the paper comes off/a game seemed better than one more sensible thing/we chose something to share rather than to keep on a shelf), and {feature} (settled that/was what decided us).',
    ],
    'gift playful': [
      'For {u.recipient}, {feature}; for you, (the hugs/first go after bedtime/to read the rules aloud/to find the last piece on the stairs).',
    ],
  },
}
