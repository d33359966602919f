import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about tools, by hand or by motor: small repairs, long jobs, noise, storing and sharing. */
export const tools: PhrasePage = {
  aisles: ['tools'],
  patterns: {
    'fact warm': [
      '(There may be a job at home you have been meaning to do/Something in the house has been waiting for you/You told yourself this spring would be the one/The list on your fridge is not getting shorter), and (with something made for/once you own what is meant for/if you need to be ready for) {use}, (you could begin on Saturday/you might even enjoy the morning/the waiting can stop/there is one excuse less).',
      '(Think of the people next door/If there is a sleeping child upstairs/Walls are thinner than we like/Before you start early on a Sunday), (note the sound/it helps to know the sound/remember the figure for noise/here is how loud to expect [it|them]): {noise}.',
      '(Jobs take longer than we think/A quick repair never is one/Ladders make minutes feel long/You know how an afternoon goes), so (keep the running time in mind/here is the running time/we asked how long it runs): {battery}(, and have a cup of tea ready for the pause/, which may decide where you stop for lunch/).',
      '(What comes out of the box is/You would lay out/On your bench there will be/We would hand you) {pack}, (to hold against the jobs on your list/so you can lend one and still work/and you will soon have a favourite/and you can work out where each will hang).',
      '(With [it|them] you find/The box also has/You also get/We were pleased to see) {includes}, so (the morning need not begin with a trip to the shop/you can start while you still feel like it/there is less to hunt for in the drawer/the first hour is all work, no errands).',
      '(In your hand/Lifted once or twice/When you pick [it|them] up/Above your head), (you will feel/expect/there will be) {weight} and {material}, (and both are good to know before a long job/which is something no picture can tell you/so think of your wrist as well as the wall).',
      '(Made for/Meant for/Chosen with an eye to) {use}, with {warranty} of cover behind you, (if something fails halfway/so a bad day need not become a bill/and you would not be alone with a broken part/which is a comfort halfway up a ladder).',
      'The {title} [comes|come] with {feature}, (and anyone who has worked without that will smile/and we think your hands will notice first/which you may not use on the first day, and then always/and we would point there before talking about anything else).',
      '(You know your own shelf, so/Before [it comes|they come] home/If your cupboard is as full as ours/Somewhere between the bicycle and the paint), (picture/leave a place for/think where you would put/clear a corner for) {size}(, within reach of the door/, where small hands cannot get to/, and hang up what will not fit/).',
      '(Some of what you own may already fit/Look in your drawer first/We checked what goes with [it|them]/Nobody wants a second set of everything): [it works|they work] with {compatibility}(, so bring what you have/, and tell us if you are unsure/, which could save you a purchase/).',
      '(People who use [it|them] every day/The neighbour who fixes everything/Anyone at the trade counter/Your uncle, very likely) would (ask about/look first at/want to hear about) {material}, (and now you can answer/so we asked before you did/and would nod, we hope).',
      '[It is|They are] {craft}, (and we like to think that shows in the hand/so go slowly the first time/which somebody took trouble over/and you may find yourself wiping [it|them] down with care).',
    ],
    'fact crisp': [
      '(Rated at/Output is/The motor:/[It runs|They run] at/Power:) {power}. (Match that to the material you cut/Check your socket or generator/Compare within the type only/More matters only for heavy work).',
      '(Rated speed is/Maximum:/[It turns|They turn] at/Speed:) {speed}. (Set that against the job/Start slow in hard stuff/Check the bit is rated for that/Read with the power figure).',
      '(Choose [it|them] for/The job:/Designed around/Built for/Meant for) {use}. (Other work, other tool/Judge on that alone/Anything beyond is luck/If that is your list, read on).',
      '([It runs|They run] for/One charge gives/Expect/Running time:) {battery}. (Plan the break around that/Charge the night before/Heavy work shortens the figure/Time your longest job).',
      '(Sound level is/Expect/Measured at/Noise:) {noise}. (Wear protection if in doubt/Tell the neighbours/Indoors, shut the door/Compare with what you use now).',
      '(Takes/Made to fit/Compatible with/Works with) {compatibility}. (Check your drawer first/Anything else needs an adapter/Match before ordering spares/That settles the system question).',
      '{power}, {weight}. (Power to weight decides overhead work/Compare both with what you use now/One tires the wall, one tires the arm/Read as a pair).',
      '{size} in {material}. (Measure the shelf/Check the drawer depth/Hang or store flat/Both figures go on the shed plan).',
      '([It weighs|They weigh]/In the hand:/The scale says/Allow for/Weight:) {weight}. (Overhead, every gram counts/Hold your current one and compare/Add the battery if there is one/Fine for the bench, check for the ladder).',
      '(Reach:/[It reaches|They reach]/Working length is) {reach}. (Measure from the socket/Add a corner or two/Check the farthest wall).',
      '(The material is/Construction:/[It is|They are] made from/Material:/Made of) {material}. (Oil or wipe after wet work/Check the working edge separately/Drops happen; plan for them).',
      '(You also get/Supplied with/In the box:/[It comes|They come] with/Included:) {includes}. (Start the same day/No second order/Tick that off/The rest you will own already).',
      '(Expect/Count on/[It arrives|They arrive] as/Quantity:/Supplied as) {pack}. (Check sizes against your list/Label the case/Replace singly if one wears).',
      '(Cover runs/[It is|They are] covered for/After-sales:/Cover:) {warranty}. (Keep the receipt with the manual/Wear parts are another matter).',
      '([It has|They have]/The difference:/Compare on/Detail:/Note) {feature}. (Used daily, that pays/Check the close-up picture/Rivals often leave that out/Minor on paper, major on a ladder).',
      '(Choose [it|them] for/The job:/Designed around/Built for/Meant for) {use}. (Power/Output): {power}. (Enough to decide on/Compare like with like/Heavier work needs more).',
    ],
    'fact playful': [
      '(That shelf you promised to put up/The door that has squeaked since spring/A certain wobbly table/The picture leaning against your wall) has (heard about/found out about/got wind of) {use}, and (hope has returned/is trying to look brave/there is no more hiding/has put the kettle on).',
      '{power}! (Try not to cackle/Eyebrows at the ready/Stand back, cat/Your flat-pack furniture is trembling/Please hum something heroic).',
      "(You get/Behold/Enter) {pack}, and (before long at least one will live at a neighbour's/somebody will ask where the small one went/you will use two and admire the rest/your old screwdriver can retire from opening paint).",
      'With {battery} on the clock, (somebody will call you for lunch first/you will run out of wall/even your procrastination cannot outlast that/the biscuits will give up before the motor does).',
      "(There's/Expect/You have) {noise} to announce that you are (being useful/busy, actually/not to be disturbed/the handy one in this house)(, so choose your moment/, and the dog will file a complaint/, and the whole stairwell may clap/).",
      '(Fix things with/Stride in with/Just happen to own/Lean casually on) {feature} and (look as if you had planned it all/watch your reputation soar/accept the nodding of dads/nobody need know you watched the video twice).',
      'All {material}, with {includes}: (even the toolbox looks impressed/your junk drawer feels underdressed/the spirit level is blushing/that hammer from the student days can hear us).',
      'Made for {use}, and for (saying leave that to me/standing back with your hands on your hips/measuring once and hoping/people who keep every spare screw).',
      '(At/A full/Precisely) {size}, (so the shed must finally be tidied/which fits behind the door with the umbrella nobody likes/so evict something, preferably the exercise bike).',
      '{weight} (in the hand/of pure intent/on the arm): (call that your workout/gloves on, chin up/the gym can wait till payday).',
      '[It is|They are] covered for {warranty}, (longer than most of our good intentions/so one of you will still be going strong/which is braver than we are with a ladder).',
      'In {colour}, (so you can find [it|them] under the dust sheets/because the inside of a cupboard deserves some style/and yes, that matters at the top of a ladder).',
    ],
    'fact luxury': [
      '(Good work begins in the hand/First, the hand/Before the work, the weight of things/One closes the fingers): {material}(, cool, then warm/, and the rest follows/, as in an old workshop/).',
      '(To mend a thing is to keep it/What is repaired is loved twice/Some afternoons are for setting right/There is peace in a small repair), and [this was|these were] made for {use}.',
      '(With/The surface has/One sees) {finish}, (and the marks of good use to come/already asking to be held/and the light lies along the edge/plain, as good benches are).',
      '[It is|They are] {craft}, (for hands that notice/and [hangs|hang] well in plain sight/in a tradition of quiet rooms and shavings/and one feels the difference before one sees any).',
      'At {size}, (with a place of [its|their] own on the wall/in the drawer that slides without a sound/laid out on a cloth), (and always returned there/where the hand goes without looking/as order asks).',
      '(Of/In/Simply) {material}, at {weight}: (good to hold/balanced, and calm/enough, and no more/the arm forgets, the hand remembers).',
      'From {origin}, in {material}, (and worth hanging where one sees [it|them]/for a bench by a window/with long practice behind [it|them])(, among few others/, in good order/, and never in a hurry/).',
      '{feature}, (for those who work slowly/and the thumb rests there/noticed on the second day/a courtesy to the hand)(, as a maker intends/, and no flourish/, which is rare/).',
      '(Kept for/Made for/Reserved for) {use}, (on a morning without calls/by the light from the yard/with the door open/sleeves turned once).',
    ],
    'fact value': [
      '(One call-out soon adds up/Somebody else would charge by the hour/A visit from a tradesman has a price/Hiring costs money each time), so (if the job is/for those who need to manage/when the work at hand is) {use}, (the sum leans your way/owning wins after a few times/do the count over a year/divide the price by the visits you avoid).',
      '(Divide the price by the jobs on your list/Write down the jobs, then divide/Count the weekends ahead), and (keep to what [it is|they are] for/be strict about the purpose/mind what you are paying for): {use}.',
      '(The price includes/Thrown in you find/You also get/Nothing more is asked for) {includes}, so (there is less to buy before you begin/take that off the list and off the bill/the first job needs no second shop/the cheap rival without may cost as much).',
      '{pack} for one price: (work out what each one costs you/leave out those you would never use, then divide/compare with buying the two you need/share with next door and halve the bill).',
      '(Cover lasts/Faults are looked after for/The price buys cover of) {warranty}, so (keep the receipt/divide the price by that/a broken part need not mean a new one/set a rival with less against that).',
      '(Owning/Already having/To have bought) {compatibility} (saves you money now/means part of the bill is paid/counts for something here), since (you need not start a second system/spares can be shared/the costly half is at home).',
      '(For the price you get/Your money buys/One payment brings) {power} and {warranty} of cover, (and both belong in any comparison/so weigh up a rival on the two together/one for the work and one for the worry).',
      '{includes} and {pack}, (both in one price/paid for together/no extras): (there may be nothing else to buy/add up what the parts would cost alone/start the sum there).',
      '(You pay for/The money goes into/What you buy is) {material}, (which is where cheap tools save/so judge others by the same/so look at the working edge first).',
      '(Check/Write down/Measure for) {size} before you pay, (since a tool with no place gets lost and bought again/as returning heavy parcels costs money/and clear the shelf, which costs nothing).',
      '(The price includes/The same money brings/Nothing extra is charged for) {feature}, (and time saved on each job is money too/so ask what the next one charges for that/which may spare you another purchase).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] (easier on your arm by the end of the job/kind to you on a ladder/something you can hand up to a helper/no trouble to carry round to a friend).',
      '(Your neighbours may never know/A sleeping baby is likely to stay asleep/Early hours are yours again/You can hear the radio), since the noise is {noise}, (below the usual/less than most/lower than most of [its|their] kind).',
    ],
    'fact crisp @low': [
      '{noise}: (below the usual/under the norm/quiet for the type). (Suits flats/Early starts possible/Indoors, still shut the door).',
      '{weight}: (below the usual/under the norm/light for the type). (Less strain overhead/Good on ladders/One hand for the tool, one for the wall).',
    ],
    'fact playful @low': [
      'Only {weight}, less than most: (your arms may not file a complaint/even the ladder is relieved/wave [it|them] about, carefully).',
    ],
    'fact value @low': [
      'Lighter than most at {weight}, so (long jobs need fewer breaks/you finish in one day, not two/no second pair of hands to feed).',
    ],
    'fact crisp @high': [
      '{battery}: (above the usual/over the norm/long for the type). (Fewer pauses to charge/A full room without a break/One battery may do).',
      '{power}: (above the usual/over the norm/strong for the type). (Suited to heavier work/Check the socket/Light jobs need less).',
    ],
    'fact warm @high': [
      '(Running for/With) {battery}, longer than most, [it leaves|they leave] you (more time to finish what you began/a whole afternoon without a pause/with your mind on the wall, not the charger).',
    ],
    'fact playful @high': [
      '{power}, more than most! (The hedge has gone pale/Hold on to your hat and your skirting boards/Something, somewhere, needs drilling).',
      '{battery}, longer than most! (Your tea break has lost its alibi/You will tire first, and that is fine).',
    ],
    'fact luxury @high': [
      '{battery}, more than most, (and the quiet work goes on/so nothing breaks the afternoon/until the light goes first).',
    ],
    'fact value @high': [
      '{power}, more than most, is (money well spent if the jobs are heavy/paid for only if you use that), (so be honest about your list/and light work asks for less/and that saves hiring something bigger).',
      '{battery}, longer than most, means (a second battery can wait/one purchase, not two/fewer hours paid to a helper who waits).',
    ],
    'objection warm': [
      '(If the noise worries you/You may be thinking of the neighbours/Should you live wall to wall), (the figure given is/we can at least tell you how loud/here is what to expect): {noise}.',
      '(You may wonder if [it suits|they suit] a beginner/If you have never done this before/Not sure of your own hands yet), but [it was|they were] made for {use}, (and everybody starts somewhere/so begin with something nobody will look at).',
    ],
    'objection crisp': [
      '(Main doubt/Usual worry/Concern): (staying power/parts that fail/hard use). Cover: {warranty}.',
      '(Main doubt/Usual worry/Concern): fit with what you own. Works with {compatibility}.',
    ],
    'objection playful': [
      '(Two left hands?/Scared of the manual?/Last project still leaning?) [It comes|They come] with {includes}, (and the courage is on you/so half the battle is in the box/and nobody is filming).',
    ],
    'objection luxury': [
      '(One may ask why own rather than borrow/Another tool, one thinks/A drawer is easily filled). (The answer is/What decides it is/Then one finds) {feature}.',
    ],
    'objection value': [
      '(Used twice a year, say/If you fear the cupboard/Where the doubt is whether [it pays|they pay]), {warranty} of cover means (years to divide by/you can count more than one season/the sum need not be done in a month).',
    ],
  },
}
