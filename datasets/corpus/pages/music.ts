import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about musical instruments and what goes with them: practising, carrying, tuning, playing to others. */
export const music: PhrasePage = {
  aisles: ['music'],
  patterns: {
    'fact warm': [
      '(What stands out in the room gets played/Cases under beds stay shut/You will practise more if [it is|they are] in sight/Near the sofa, not in a cupboard), so (think where/work out where/tell us where) {size} (could stand or hang at your place/would be safe from the door/finds a corner of your living room/might catch your eye after supper).',
      '(We thought of/It was hard not to think of/You gave us the idea of) {use} when we set [it|them] aside for you, (and of whoever might be listening/and of the hour after dinner/with the door open to the hall/and we hummed a little while we did).',
      '(People who play will ask you about one thing first/Your teacher may want to know/Before anyone hears a note, they ask/Ask three players and you get the same question), and the answer is {material}(, so now you have that ready/, and you may say we told you/).',
      '(You begin with/In the box we found/With [it|them] you get/Nothing to borrow, since you get) {includes}, so (the first evening can go to playing/your first errand is to sit down/you need not wait for a second parcel/there is one thing less to forget for the lesson).',
      '(For a young player/If somebody small has been asking/For the child who drums on the table/Should a first lesson be near), the (label says/box says/guide says) {ages}, (though you know the player best/and a little early has never hurt a keen one/so picture the hands as well as the years).',
      '[It is|They are] {craft}, in {material}, (so take a slow look before you play a note/and we would hand [it|them] to you with both hands/which you may feel before you hear/and worth a long silent minute).',
      '(If you travel to lessons/For the train to rehearsal/On the stairs to the music room/When you carry [it|them] yourself), you (will want both figures/may like to know both/should know what to expect): {weight} and {size}.',
      'The {title} [has|have] {feature}, (which a player finds in the opening bars/and we would let you try that before talking price/and you will hear people remark on that/so ask your teacher what that does for your hands).',
      '(Somebody chose the finish with care/You will see [it|them] more than you play [it|them]/Even in silence there is something to enjoy/On the wall or on the stand), and you get {finish}(, which we liked at once/, as good in daylight as under a lamp/, so do wipe off the dust/).',
      '(Players ask where [it was|they were] made/A name on a label means something in music/There is a place behind every sound): {origin}(, and you may know somebody who will nod/, which you can say when you are asked/, and we like that you can tell people/).',
      '(A string breaks, a key sticks/Instruments travel and get knocked/You will play [it|them] hard, we hope), and (you have/there is) {warranty} of cover (if a fault shows up/so a fault is not yours alone to pay for/while you find your feet).',
      '(If you have some gear already/Before you buy a single cable/Look at what is in your bag), (know/remember/take note) that [it works|they work] with {compatibility}, (so you may be closer than you think/and that saves you a phone call/and the drawer of leads can stay shut).',
    ],
    'fact crisp': [
      '([It is|They are] made from/Material:/Made of/Made from/The material is) {material}. (Compare the sound with others in the same/Keep away from radiators/Judge by ear, then by eye/Humidity matters).',
      '(Dimensions:/Size:/Measure for/Allow/Space needed:) {size}. (Check reach and case first/Measure the stand/Allow elbow room/Smaller players, try before deciding).',
      '(Connects by/The link is/Connection is by/Connection:) {connectivity}. (Check your amplifier or interface/No adapter if yours match/Bring the right lead).',
      '(Included:/You also get/Supplied with/In the box:/[It comes|They come] with) {includes}. (Tune, then play/Nothing else for day one/Spares are extra/One purchase fewer).',
      '(Designed around/Built for/Meant for/Purpose:/Choose [it|them] for) {use}. (Other rooms, other choice/Judge on that alone/Anything louder needs more/Start there).',
      '(Power:/Rated at/Output is/The motor:/[It runs|They run] at) {power}. (A bedroom needs little, a hall more/Compare within the type/Leave headroom/Volume is not tone).',
      '(Material/Body/Build): {material}, with {finish}. (The first decides sound/Wipe down after playing/Look at both in daylight).',
      'Works with {compatibility}; (supplied with/the box adds) {includes}. (Check the first, use the second/No gaps left on day one).',
      '(Weight:/[It weighs|They weigh]/In the hand:/The scale says/Allow for) {weight}. (Standing players, take note/Add the case/Compare with yours, strap on/Fine seated, check for a long set).',
      '(Compare on/Detail:/Note/Look for/[It has|They have]) {feature}. (Players notice within a minute/Rivals often leave that out/Check the close-up picture/That decides daily use).',
      '(Origin:/Made in/From/Place of origin is/Source:) {origin}.',
      '(The label says/Meant for/Label:/Suits) {ages}. (Hand span decides, not birthdays/Check with the teacher/Allow for growing).',
      '(Cover runs/[It is|They are] covered for/After-sales:/Cover:) {warranty}. (Keep the receipt in the case/Strings and reeds are another matter/Counted from purchase).',
      '{craft}. (Expect small differences between pieces/No two sound quite alike/Try more than one if you can).',
      '(Weight and size/To carry): {weight}, {size}. (Check the case/Both matter on a train/Stairs first, stage second).',
    ],
    'fact playful': [
      '(Your neighbours have asked us about/The dog has been briefed on/Word has reached the flat upstairs about/Somebody told the cat about) {feature}, and (they sound hopeful/nobody has moved out yet/earplugs are having a moment/there has been some nervous laughter).',
      '(For/Made for/Tuned for/Just the thing for) {use}, and for (one song played until everyone knows it/the solo you have been rehearsing in the shower/saying you are with the band/annoying precisely one sibling/the encore nobody requested).',
      '(In/Decked out in/Resplendent in/All dressed up in) {colour}, (because half of being in a band is the photo/which is worth two extra lessons/so start practising your album-cover face/as rock history demands).',
      "(You'll need/Find/Make room for) {size} and (a patient family/a door that shuts/a very forgiving landlord/an audience of at least one teddy).",
      'With {includes} in the box, (all you bring is/you supply/what is missing is/just add) (rhythm/nerve/a stage name/somebody to clap/three chords and a haircut).',
      '(Picture this:/Spotlight, please:/Ladies, gentlemen, neighbours:/From the back row:) {material}, {colour}, and (already famous in your hallway/ready for the close-up/asking about the dressing room/more photogenic than the bass player).',
      '(Weighing in at/At/A brave) {weight}, and made for {use}: (the dog approves/roadies are optional/air guitar was lighter, but quieter/your shoulder signs the contract).',
      '(Flown in from/All the way from/Born in/On tour from) {origin}, (and never missed a soundcheck/so pack a postcard voice/to live between your sofa and your dreams).',
      '{ages}, says the label. (Nobody checks at jam sessions/So the grown-ups may queue/That covers the child and the uncle with the tambourine/Talent has no minimum, sadly).',
      '(Rock on:/Deep breath:/Good news for heavy hands:) [it is|they are] covered for {warranty}, (which outlasts most bands/so smash nothing, tempting as that is/longer than your last lineup held together).',
      '(Plug in:/Cable people, rejoice:/Good news:) [it works|they work] with {compatibility}, (so that tangle behind the sofa has a purpose at last/and no roadie is needed/which is more than the drummer can say).',
      '(Psst,/Look closely,/Between us,) [it is|they are] {craft}, (so wash your hands, rock star/by somebody who plays better than both of us/so do credit the maker on stage).',
    ],
    'fact luxury': [
      '(Before the first note/In silence, still/The room quiet, the lid open/At rest), one notices {material}(, and waits/, and the grain of an afternoon/, warm already/).',
      '(Look for/The hand finds/Run a finger along) {finish}, (which one soon knows in the dark/and the lamp does the rest/before any sound/quiet as a rest between bars).',
      '[It is|They are] {craft}; (then the ear has its say/and one hears the hand/the sound comes after/nothing was hurried).',
      '(Made in/From/Sent from) {origin}, for (whichever room you play in/a chair by the window/the hour before guests/one listener, or none).',
      'For {use}, (with the door left open/after the lamps are lit/and nobody counting/while the rain keeps time/and then the quiet).',
      '(In/Of) {material}, with {finish}: (a pleasure before a note is heard/one could leave [it|them] in the open, always/light along one edge/for the eye first, for once).',
      'From {origin}, {craft}, (and kept where you can pick [it|them] up/and never far from the chair/with the patience that takes/for hands that listen).',
      '(Quietly done/Left unsaid by most/For those who look twice/A courtesy), {feature}(, and then the phrase turns/, as good makers know/, and no more need be said/).',
      '{colour}, (by lamplight/against dark wood/and the evening drawn in)(, like the last chord/, and quiet/, as though always in the room/).',
      'At {size}, (a shape for the corner by the window/at home against a plain wall/held close to the body)(, and still/, even when silent/).',
    ],
    'fact value': [
      'The more evenings you give to {use}, the less each one (costs you/comes to): (once a week for a year and the sum looks different/count those first, then look at the price/few nights out do as well).',
      '(Add up what you would need on day one/List the extras before you compare/A cheap price with nothing in the box is not cheap), (because the price takes in/since you also get/and take off) {includes}.',
      '(Covered for/Cover lasts/Faults looked after for) {warranty}, so (for that long a fault need not cost you a repair/divide the price by those/a repairer can wait/an instrument with less should ask less).',
      'Meant for {ages}, so (count the years of lessons and divide/check how soon a bigger one is due/buy for the next few years, not for this week/pass [it|them] on afterwards and take that off the cost).',
      '(The price pays for/Your money is in/What you buy is) {material}, (so compare the sound of others in the same/so hold any rival to that/which is where a lower price usually saves).',
      '(Count/Put down) {includes} and {warranty} of cover (in the price/on the same side of the sum), (then compare/and see what a bare one would come to/before a cheap one tempts you).',
      '(Part of the price is/You pay for/The money goes into) {material} and the making, {craft}: (ask a player which of the two you hear/neither comes cheap anywhere/weigh up others on the pair).',
      '[It works|They work] with {compatibility}, so (check what you own before buying leads/that may be an amplifier you need not pay for/part of the bill may be paid already).',
      '(The price includes/The same money brings/Nothing extra is charged for) {feature}, (and a paid lesson goes further when nothing gets in the way/so ask what others charge for that/which may spare you an upgrade).',
      'For the money you get {finish} (as well/too), (though sound comes first in the sum/so pay for that only if you care).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] (kind to whoever carries [it|them] to a lesson/easy on your shoulder through a long song/no reason to skip a rehearsal/something a child can manage on the stairs).',
    ],
    'fact crisp @low': [
      '{weight}: (below the usual/under the norm/light for the type). (Easier to bring to rehearsal/Good for long sets standing/One hand for the door).',
    ],
    'fact playful @low': [
      'Only {weight}, less than most: (leap off the drum riser at will/your roadie, also you, is grateful/no excuse for missing practice).',
    ],
    'fact luxury @low': [
      'At {weight}, less than most, (held as one holds a breath/and the arm forgets/carried from room to room).',
    ],
    'fact value @low': [
      'Lighter than most at {weight}, so (the bus will do and no taxi need be paid/one person carries, nobody is hired/a plain soft case may do).',
    ],
    'fact playful @high': [
      'All of {weight}, more than most! (Befriend the drummer with a van/Choose stage left and stay there/Your back would like a word).',
    ],
    'fact warm @high': [
      'At {weight}, more than most, [it is|they are] (happiest in one place, so choose a good corner/a two-person carry, so ask a friend/steady when you play with feeling).',
    ],
    'fact crisp @high': [
      '{weight}: (above the usual/over the norm/heavy for the type). (Choose the spot first/Check the stand/A strap or trolley helps).',
    ],
    'objection warm': [
      '(If you worry that you have left it late/You may think a beginner should wait/Should you fear you are not musical), [this was|these were] made for {use}(, and everybody was new once/, so there is no audience to fear/, and your own pace will do).',
    ],
    'objection crisp': [
      '(Usual doubt/Main worry/Concern): (carrying/transport/the stairs). Weight: {weight}.',
      '(Usual doubt/Main worry/Concern): (hidden extras/what else to buy). Included: {includes}.',
    ],
    'objection playful': [
      '(No sense of rhythm?/Afraid of the neighbours?/Tone deaf, they said?) Start with {feature} (and act confident/and blame the acoustics/and close the window).',
    ],
    'objection luxury': [
      '(One need not play well/Nobody need hear/One thinks the hour late). (The hand goes first to/A reason to begin is/Enough to begin with is) {feature}.',
    ],
    'objection value': [
      '(If lessons might stop after a term/Where the fear is dust in a corner/Should the hobby not last), {warranty} of cover (means a fault costs nothing meanwhile/is worth adding to the sum).',
    ],
  },
}
